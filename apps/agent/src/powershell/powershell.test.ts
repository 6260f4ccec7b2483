// Tests what becomes of the other probes when PowerShell itself fails, with a stand-in for it that fails as ordered.
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Log } from '../log/log.ts';
import { PowerShellUnavailable } from './errors.ts';
import { createPowerShell } from './powershell.ts';
import type { Answer, Probe } from './probe.ts';

/** Takes the next word of a list each time it starts: what to do then. Answers every probe but those named `hang`. */
const standIn = `#!${process.execPath}
const { readFileSync, writeFileSync } = require('node:fs');
const list = __filename + '.starts';
const [now = 'work', ...later] = readFileSync(list, 'utf8').split(' ').filter(Boolean);
writeFileSync(list, later.join(' '));
if (now.startsWith('exit')) process.exit(Number(now.slice(4)));
if (now === 'kill') process.kill(process.pid, 'SIGKILL');
const text = (value) => '<S N="Value">' + value + '</S>';
const entry = (name, value) => '<En><S N="Key">' + name + '</S>' + value + '</En>';
const send = (token, name, entries) => {
  const xml = '<Objs><Obj><DCT>' + entries + '</DCT></Obj></Objs>';
  const payload = Buffer.from(xml).toString('base64');
  process.stdout.write('\\n' + [token, name, payload.length, payload].join(' ') + '#\\n');
};
let input = '';
process.stdin.on('data', (piece) => {
  input += piece;
  const [line, token] = /^.*'(#mf[0-9a-f]+)'.*\\n/m.exec(input) ?? [];
  if (now === 'mute' || token === undefined) return;
  input = '';
  send(token, 'powershell', entry('version', text('5.1')) + entry('edition', text('Desktop')) +
    entry('languageMode', text('FullLanguage')) + entry('is64Bit', '<B N="Value">true</B>') +
    entry('elevated', '<Nil N="Value" />'));
  for (const [, name] of line.slice(line.indexOf('@(')).matchAll(/'([A-Za-z]+)','[^']*','[^']*'/g)) {
    if (name.startsWith('hang')) return setInterval(() => {}, 1000);
    if (name.startsWith('exit')) {
      process.stderr.write('avi.cohen@contoso.com C:\\\\Users\\\\avi.cohen');
      process.exit(7);
    }
    send(token, name, entry('data', text(name)) + entry('gaps', '<Obj N="Value"><LST /></Obj>'));
  }
});
`;

// A program on Windows is no script, and there the real PowerShell is disturbed in the same ways.
describe.skipIf(process.platform === 'win32')(
  'probes in a PowerShell that fails to start',
  {
    timeout: 60_000,
  },
  () => {
    let folder: string;
    let executable: string;
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'mailflow-tls-'));
      executable = join(folder, 'powershell');
      writeFileSync(executable, standIn);
      chmodSync(executable, 0o755);
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    const logged: string[] = [];
    const line: Log['info'] = (message, fields) => logged.push(`${message} ${JSON.stringify(fields ?? {})}`);
    const log: Log = { error: line, warn: line, info: line, debug: line };

    async function run(
      starts: string,
      names: readonly string[],
      { budgetMs = 60_000, startTimeoutMs = 30_000 } = {},
    ) {
      writeFileSync(`${executable}.starts`, starts);
      logged.length = 0;
      const powershell = createPowerShell({ executable, log, startTimeoutMs });
      const probes: Probe[] = names.map((name) => ({
        name,
        script: '',
        timeoutMs: name.startsWith('hang') ? 50 : 30_000,
      }));
      const deadline = performance.now() + budgetMs;
      try {
        return await powershell.run(probes, { deadline, signal: new AbortController().signal });
      } finally {
        powershell.close();
      }
    }

    const read = (name: string) => [name, { data: name, gaps: [], tookMs: expect.any(Number) }];
    const unread = (name: string, reason: string, code: string, detail?: string) => [
      name,
      { unread: { reason, code, ...(detail === undefined ? {} : { detail }) }, tookMs: 0 },
    ];
    const told = (answers: Map<string, Answer>) => [...answers].sort(([a], [b]) => (a < b ? -1 : 1));

    test('are asked again when the process after a hung one ends before its first word', async () => {
      expect(told(await run('work exit0 exit3221225794', ['a', 'hang', 'z']))).toEqual([
        read('a'),
        unread('hang', 'timedOut', 'limit'),
        read('z'),
      ]);
      expect(logged).toEqual([
        'a probe failed {"probe":"hang","reason":"timedOut","code":"limit"}',
        'PowerShell ended before its first word and is started again {"code":"silentExit"}',
        // An exit code has eight bits outside Windows.
        'PowerShell ended before its first word and is started again {"code":"exited66"}',
      ]);
    });

    test('are asked again when the very first process ends so', async () => {
      expect(told(await run('exit0 exit1', ['a', 'z']))).toEqual([read('a'), read('z')]);
    });

    test('are answered for when none starts any more, with the ones before kept', async () => {
      const none = (name: string) => unread(name, 'failed', 'powershell:silentExit', executable);
      expect(told(await run('work exit0 exit0 exit0', ['a', 'hang', 'y', 'z']))).toEqual([
        read('a'),
        unread('hang', 'timedOut', 'limit'),
        none('y'),
        none('z'),
      ]);
      expect(readFileSync(`${executable}.starts`, 'utf8')).toBe('');
    });

    test('count failed starts in a row only', async () => {
      const starts = 'exit0 exit0 work exit0 exit0 work exit0 exit0 work';
      expect(told(await run(starts, ['a', 'exitOne', 'exitTwo', 'z']))).toEqual([
        read('a'),
        unread('exitOne', 'failed', 'processEnded', 'exit code 7\n*@contoso.com C:\\Users\\*'),
        unread('exitTwo', 'failed', 'processEnded', 'exit code 7\n*@contoso.com C:\\Users\\*'),
        read('z'),
      ]);
    });

    test('are refused as one when none ever started', async () => {
      await expect(run('exit0 exit0 exit0', ['a'])).rejects.toMatchObject({ code: 'silentExit', executable });
      await expect(run('kill', ['a'])).rejects.toMatchObject({ code: 'SIGKILL' });
      await expect(run('mute', ['a'], { startTimeoutMs: 50 })).rejects.toBeInstanceOf(PowerShellUnavailable);
    });

    test('are out of time, and nothing else, when the time for all ends a start', async () => {
      expect(told(await run('work mute', ['a', 'hang', 'y'], { budgetMs: 4000 }))).toEqual([
        read('a'),
        unread('hang', 'timedOut', 'limit'),
        unread('y', 'timedOut', 'budget'),
      ]);
    });
  },
);
