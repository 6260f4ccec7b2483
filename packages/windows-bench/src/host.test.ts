// That a host runs programs as Windows does, keeps to itself, and leaves nothing behind.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { benchReady } from './availability.ts';
import { createHost, type WindowsHost } from './host.ts';

const bench = await benchReady('programs on a Windows host');

describe.runIf(bench)('a host', () => {
  let host: WindowsHost;
  let folder: string;
  const script = (name: string, text: string): string => {
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  };

  beforeAll(async () => {
    host = await createHost({ computerName: 'MX07', domain: 'fabrikam.example' });
    folder = mkdtempSync(join(tmpdir(), 'bench-host-'));
  });
  afterAll(async () => {
    await host.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  test('runs Windows Node with arguments, environment, standard input and exit code', async () => {
    const file = script(
      'echo.cjs',
      `console.log(JSON.stringify([process.platform, process.argv.slice(2), process.env.WORD, process.env.COMPUTERNAME]));
       console.error('בעיה'); process.exitCode = 7;`,
    );
    const result = await host.runNode(file, ['a b', '"q"', 'שלום', ''], { env: { WORD: 'größe' } });
    expect(result).toEqual({
      stdout: `${JSON.stringify(['win32', ['a b', '"q"', 'שלום', ''], 'größe', 'MX07'])}\n`,
      stderr: 'בעיה\n',
      exitCode: 7,
      timedOut: false,
    });
  });

  test('runs PowerShell text and files, with and without standard input', async () => {
    const text = await host.runPowerShell(`"é א $env:COMPUTERNAME"; [Console]::Error.WriteLine('ß'); exit 9`);
    expect(text).toEqual({ stdout: 'é א MX07\r\n', stderr: 'ß\r\n', exitCode: 9, timedOut: false });
    const file = script("it's.ps1", `param($a) "$a|$([Console]::In.ReadToEnd())"`);
    const read = await host.runPowerShell({ file, args: ['x y'] }, { stdin: 'in א' });
    expect(read).toEqual({ stdout: 'x y|in א\r\n', stderr: '', exitCode: 0, timedOut: false });
  });

  test('a script that throws ends with code 1 and says why on standard error', async () => {
    const result = await host.runPowerShell(`throw 'no luck'`);
    expect(result).toMatchObject({ stdout: '', exitCode: 1 });
    expect(result.stderr).toContain('no luck');
  });

  test('a Node that waits for the end of its PowerShell ends with it', async () => {
    const file = script(
      'parent.cjs',
      `const child = require('node:child_process').spawn(process.argv[2], ['-NoProfile', '-Command', '-'], { windowsHide: true });
       child.stdin.end('"from PowerShell $env:DOTNET_EnableWriteXorExecute"\\n');
       child.stdout.pipe(process.stdout);
       child.on('close', () => console.log('closed'));`,
    );
    // Wine's desktop ends when nobody has used it for a second; the next one would hold the pipes open.
    await sleep(4000);
    const result = await host.runNode(file, [host.powershell], { timeoutMs: 50_000 });
    expect(result).toMatchObject({ stdout: 'from PowerShell 0\r\nclosed\n', stderr: '', exitCode: 0 });
  });

  test('a time-out and an abort kill the whole tree', async () => {
    const beat = host.toLocalPath('C:\\beat.txt');
    const file = script(
      'tree.cjs',
      `const command = "while (1) { Set-Content C:\\\\beat.txt x; Start-Sleep -Milliseconds 100 }";
       require('node:child_process').spawn(process.argv[2], ['-NoProfile', '-Command', command], { windowsHide: true });
       setInterval(() => {}, 1000);`,
    );
    const started = async (): Promise<void> => {
      while (!existsSync(beat)) await sleep(20);
    };
    const stopped = async (): Promise<boolean> => {
      rmSync(beat);
      await sleep(1000);
      return !existsSync(beat);
    };
    const abort = new AbortController();
    const began = performance.now();
    const aborted = host.runNode(file, [host.powershell], { signal: abort.signal });
    await started();
    // As long as this machine takes now, and more.
    const timeoutMs = 5000 + 3 * (performance.now() - began);
    abort.abort();
    expect(await aborted).toMatchObject({ exitCode: null, timedOut: false });
    expect(await stopped()).toBe(true);

    const timed = await host.runNode(file, [host.powershell], { timeoutMs });
    expect(timed).toMatchObject({ exitCode: null, timedOut: true });
    expect(await stopped()).toBe(true);
  });

  test('sees nothing of the environment of this process', async () => {
    process.env['BENCH_SECRET'] = 'x';
    const result = await host.run('cmd', ['/c', 'set']);
    delete process.env['BENCH_SECRET'];
    expect(result.stdout).toContain('ProgramData=C:\\ProgramData');
    expect(result.stdout).not.toContain('BENCH_SECRET');
  });

  test('finds programs in folders that are put before its path', async () => {
    writeFileSync(host.toLocalPath('C:\\hello.cmd'), '@echo hello %1\r\n');
    const result = await host.run('cmd', ['/c', 'hello', 'you'], { env: { PATH: 'C:\\' }, cwd: folder });
    expect(result.stdout).toBe('hello you\r\n');
  });

  test('a program that is not there is an error that names it', async () => {
    const result = await host.run('C:\\nowhere.exe');
    expect(result.exitCode).not.toBe(0);
    expect(result.stderr).toContain('nowhere.exe');
  });
});

describe.runIf(bench)('hosts', () => {
  test('run side by side, each with a registry of its own', async () => {
    await using one = await createHost();
    await using two = await createHost();
    const both = [one, two].map(async (host, index) => {
      await host.setRegistry({ 'HKLM\\SOFTWARE\\Test': { Number: index } });
      return (await host.run('reg', ['query', 'HKLM\\SOFTWARE\\Test'])).stdout;
    });
    const [first, second] = await Promise.all(both);
    expect(first).toContain('0x0');
    expect(second).toContain('0x1');
  });

  test('are gone when they are disposed of, and say so', async () => {
    const host = await createHost();
    await host.run('cmd', ['/c', 'exit']);
    await host.dispose();
    await host.dispose();
    expect(existsSync(host.folder)).toBe(false);
    await expect(host.run('cmd', ['/c', 'exit'])).rejects.toThrow('disposed');
  });

  test('are gone when the process that made them is killed', async () => {
    const program = `
      import { createHost } from ${JSON.stringify(new URL('./index.ts', import.meta.url).href)};
      const host = await createHost();
      await host.run('cmd', ['/c', 'exit']);
      console.log(host.folder);
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const folder = await new Promise<string>((resolve) =>
      child.stdout.setEncoding('utf8').once('data', (text: string) => resolve(text.trim())),
    );
    expect(existsSync(folder)).toBe(true);
    child.kill('SIGKILL');
    for (let waited = 0; existsSync(folder) && waited < 10_000; waited += 50) await sleep(50);
    expect(existsSync(folder)).toBe(false);
  });
});
