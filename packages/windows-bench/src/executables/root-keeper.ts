// A resident program that keeps Wine from copying the roots of this Linux machine into a host again and again.
import { callImport, makeExecutable } from './portable-executable.ts';

/**
 * Wine fills the store of trusted roots from Linux whenever a process opens it and no other one has; it knows that by a
 * named semaphore. This program holds the semaphore, creates the file to say so, and sleeps for ever.
 */
export function rootKeeper(readyFile: string): Uint8Array {
  return makeExecutable({
    functions: ['CreateSemaphoreW', 'CreateFileW', 'Sleep'],
    texts: ['crypt32_root_semaphore', readyFile],
    code: ({ functions: [createSemaphore = 0, createFile = 0, sleep = 0], texts: [name = 0, file = 0] }) => {
      let code = Buffer.alloc(0);
      const add = (bytes: Uint8Array): void => {
        code = Buffer.concat([code, bytes]);
      };
      const here = (): number => 0x1000 + code.length;
      const pointTo = (opcode: string, target: number): void => {
        const instruction = Buffer.from(`${opcode}00000000`, 'hex');
        instruction.writeInt32LE(target - (here() + instruction.length), instruction.length - 4);
        add(instruction);
      };
      // sub rsp, 48h
      add(Buffer.from('4883ec48', 'hex'));
      // CreateSemaphoreW(NULL, 1, 1, name): xor ecx, ecx; mov edx, 1; mov r8d, 1; lea r9, [name]
      add(Buffer.from('31c9ba0100000041b801000000', 'hex'));
      pointTo('4c8d0d', name);
      add(callImport(here(), createSemaphore));
      // CreateFileW(file, GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL):
      // lea rcx, [file]; mov edx, 40000000h; xor r8d, r8d; xor r9d, r9d; the rest on the stack
      pointTo('488d0d', file);
      add(Buffer.from('ba000000404531c04531c948c744242002000000', 'hex'));
      add(Buffer.from('48c74424280000000048c744243000000000', 'hex'));
      add(callImport(here(), createFile));
      // Sleep(INFINITE): mov ecx, -1
      add(Buffer.from('b9ffffffff', 'hex'));
      add(callImport(here(), sleep));
      return code;
    },
  });
}
