// A resident program that keeps a host's desktop and its store of trusted roots as they are.
import { callImport, makeExecutable } from './portable-executable.ts';

/**
 * Two habits of Wine need a program that stays. The desktop process ends when nobody uses it, and is started again by
 * the next program that touches a window, whose pipes it then holds open for ever: this program uses the desktop. And
 * the store of trusted roots is filled from Linux whenever a process opens it and no other one has, which Wine tells by
 * a named semaphore: this program holds the semaphore. Then it creates the file to say so, and sleeps.
 */
export function residentProgram(readyFile: string): Uint8Array {
  return makeExecutable({
    imports: {
      'KERNEL32.dll': ['CreateSemaphoreW', 'CreateFileW', 'Sleep'],
      'USER32.dll': ['GetDesktopWindow'],
    },
    texts: ['crypt32_root_semaphore', readyFile],
    code: ({ of, texts: [name = 0, file = 0] }) => {
      let code = Buffer.alloc(0);
      const here = (): number => 0x1000 + code.length;
      const add = (bytes: Uint8Array): void => {
        code = Buffer.concat([code, bytes]);
      };
      const pointTo = (opcode: string, target: number): void => {
        const instruction = Buffer.from(`${opcode}00000000`, 'hex');
        instruction.writeInt32LE(target - (here() + instruction.length), instruction.length - 4);
        add(instruction);
      };
      const call = (functionName: string): void => add(callImport(here(), of(functionName)));
      // sub rsp, 48h
      add(Buffer.from('4883ec48', 'hex'));
      // CreateSemaphoreW(NULL, 1, 1, name): xor ecx, ecx; mov edx, 1; mov r8d, 1; lea r9, [name]
      add(Buffer.from('31c9ba0100000041b801000000', 'hex'));
      pointTo('4c8d0d', name);
      call('CreateSemaphoreW');
      call('GetDesktopWindow');
      // CreateFileW(file, GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL):
      // lea rcx, [file]; mov edx, 40000000h; xor r8d, r8d; xor r9d, r9d; the rest on the stack
      pointTo('488d0d', file);
      add(Buffer.from('ba000000404531c04531c948c744242002000000', 'hex'));
      add(Buffer.from('48c74424280000000048c744243000000000', 'hex'));
      call('CreateFileW');
      // Sleep(INFINITE): mov ecx, -1
      add(Buffer.from('b9ffffffff', 'hex'));
      call('Sleep');
      return code;
    },
  });
}
