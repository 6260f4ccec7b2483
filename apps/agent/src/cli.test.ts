// The command line as a user meets it, without a host: what goes where, and the exit codes.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type HostFacts, rules } from '@mailflow-tls/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exampleFacts, withProtocols, withUnread } from '../../../packages/core/test/example-facts.ts';
import { createTestHost, type TestHost } from '../test/test-io.ts';

let host: TestHost;
beforeEach(() => {
  host = createTestHost();
});
afterEach(() => host.dispose());

const healthy = exampleFacts();
const broken = withProtocols({ 'TLS 1.2\\Client': { Enabled: 0, DisabledByDefault: 1 } });

function keep(name: string, content: unknown): string {
  const file = join(host.folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

function named(facts: HostFacts, name: string, id: string): HostFacts {
  return { ...facts, id, host: { ...facts.host, name } };
}

describe('judge', () => {
  const only = ['--only', 'schannel/tls12-client-enabled'];

  test('prints the report on standard output and nothing else anywhere', async () => {
    const { code, stdout, stderr } = await host.run(['judge', keep('ok.json', healthy), ...only]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('EX01');
    expect(stdout).not.toContain('\u001b');
  });

  test.each([
    [[], 1],
    [['--fail-on', 'fail'], 1],
    [['--fail-on', 'never'], 0],
  ])('a broken host with %j ends with %i', async (options, expected) => {
    const { code } = await host.run(['judge', keep('b.json', broken), ...only, ...options]);
    expect(code).toBe(expected);
  });

  test('what could not be read ends with 3, and with 1 when that is asked for', async () => {
    const file = keep('u.json', withUnread('schannel'));
    expect((await host.run(['judge', file, ...only])).code).toBe(3);
    expect((await host.run(['judge', file, ...only, '--fail-on', 'notchecked'])).code).toBe(1);
  });

  test('a section that the host does not have is not missing', async () => {
    const file = keep('n.json', withUnread('winhttp', { reason: 'notPresent', code: 'x' }));
    expect((await host.run(['judge', file, ...only])).code).toBe(0);
    const denied = keep('d.json', withUnread('winhttp', { reason: 'denied', code: '0x80070005' }));
    expect((await host.run(['judge', denied, ...only])).code).toBe(3);
  });

  test('standard input, and many files in one report', async () => {
    const stdin = Readable.from([Buffer.from(JSON.stringify(named(healthy, 'EX02', 'b')))]);
    const { code, stdout } = await host.run(['judge', keep('a.json', broken), '-', ...only], { stdin });
    expect(code).toBe(1);
    expect(stdout).toContain('EX01');
    expect(stdout).toContain('EX02');
  });

  test('the same facts twice are one host, and that is said', async () => {
    const files = [keep('a.json', healthy), keep('b.json', healthy)];
    const { stdout, stderr } = await host.run(['judge', ...files, '--format', 'json', ...only]);
    expect(stderr).toContain('b.json holds the facts');
    expect(stdout.match(/"judgedAt"/g)).toHaveLength(1);
    expect((await host.run(['judge', ...files, '--quiet', ...only])).stderr).toBe('');
  });

  test('a JSON report can be judged again with the same outcome', async () => {
    for (const facts of [[broken], [broken, named(healthy, 'EX02', 'b')]]) {
      const first = await host.run(['judge', keep('f.json', facts), '--format', 'json']);
      const second = await host.run(['judge', keep('r.json', first.stdout), '--format', 'json']);
      expect(second).toEqual(first);
    }
  });

  test('every format goes to its file, whole', async () => {
    const args = ['text', 'json', 'csv', 'html', 'sarif', 'junit', 'prometheus'].flatMap((format) => [
      '--format',
      format,
      '--output',
      join(host.folder, `report.${format}`),
    ]);
    const { code, stdout, stderr } = await host.run(['judge', keep('a.json', broken), ...args, ...only]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr.match(/^Written: /gm)).toHaveLength(7);
    for (const format of ['text', 'json', 'csv', 'html', 'sarif', 'junit', 'prometheus'])
      expect(readFileSync(join(host.folder, `report.${format}`), 'utf8')).toContain('EX01');
    expect(readFileSync(join(host.folder, 'report.csv'), 'utf8').charCodeAt(0)).toBe(0xfeff);
  });

  test('in Hebrew', async () => {
    const { stdout } = await host.run(['judge', keep('a.json', broken), '--lang', 'he', ...only]);
    expect(stdout).toMatch(/[א-ת]/);
    const missing = await host.run(['judge', 'none.json', '--lang', 'he']);
    expect(missing.stderr).toContain('אין קובץ none.json');
  });
});

describe('facts that cannot be judged', () => {
  test.each([
    ['truncated', JSON.stringify(healthy).slice(0, 500), 'ends too early, at line 1, column 501'],
    ['newer', { ...healthy, schemaVersion: 7 }, 'have version 7; this program understands version 1'],
    ['older', { ...healthy, schemaVersion: 0 }, 'have version 0; this program understands version 1'],
    ['deep', '['.repeat(100_000), 'more than 64 levels deep'],
    ['empty', '', 'holds no text'],
    ['other', '{"hello": 1}', 'neither facts nor a report: $ is {hello}'],
    ['wrong', { ...healthy, host: { name: 5, domain: null } }, 'host.name should be string and is 5'],
    ['script', 'console.log(1)', 'not JSON: line 1, column 1 does not fit (c)'],
    [
      'hostile',
      { ...healthy, sections: { ...healthy.sections, os: { status: '\u001b[31m\u202E' } } },
      'sections.os.status should be ("read" | "unread") and is "<U+001B>[31m<U+202E>"',
    ],
  ])('%s', async (name, content, expected) => {
    const file = keep(`${name}.json`, content);
    const { code, stdout, stderr } = await host.run(['judge', file]);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(`Error: ${file} cannot be judged.`);
    expect(stderr).toContain(expected);
    expect(stderr).toMatch(/^What to do: .{20}/m);
    expect(stderr.replaceAll('\n', '')).not.toMatch(/\p{Cc}|[\u202A-\u202E]/u);
  });

  test('one bad file among good ones does not cost the others', async () => {
    const files = [keep('bad.json', '{'), keep('good.json', healthy), join(host.folder, 'g?od.json')];
    const { code, stdout, stderr } = await host.run([
      'judge',
      ...files,
      '--only',
      'schannel/tls12-client-enabled',
    ]);
    expect(code).toBe(3);
    expect(stdout).toContain('EX01');
    expect(stderr).toContain('bad.json cannot be judged');
  });
});

describe('wrong usage', () => {
  test.each([
    [['judge'], 'facts'],
    [['chekc'], 'Did you mean check?'],
    [['check', '--fromat', 'json'], 'Did you mean --format?'],
    [['check', '--format', 'jsno'], 'Did you mean json?'],
    [['check', '--timeout', '1'], '5 to 3600'],
    [['check', '--powershell', 'pwsh'], 'full path'],
    [['check', '--skip-section', 'schanel'], 'Did you mean schannel?'],
    [['check', '--only', 'schanel'], 'Did you mean schannel?'],
    [['check', '--output', '/nowhere/report.txt'], 'the folder /nowhere does not exist'],
    [['judge', 'none.json'], 'There is no file none.json'],
    [['rules', 'schannel/tls12-cleint-enabled'], 'Did you mean schannel/tls12-client-enabled?'],
    [['check'], 'not a Windows host'],
    [[], 'Usage:'],
  ])('%j', async (args, expected) => {
    const { code, stdout, stderr } = await host.run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(expected);
  });

  test('no rule left', async () => {
    const areas = [...new Set(rules.map((rule) => rule.id.split('/')[0]))].join(',');
    const { code, stderr } = await host.run(['judge', keep('a.json', healthy), '--skip', areas]);
    expect(code).toBe(2);
    expect(stderr).toContain('No rule is left');
  });
});

describe('check on Windows', () => {
  // Registry settings need reg.exe; without it the file and the defaults hold, which is said.
  const windows = (): { platform: 'win32'; env: NodeJS.ProcessEnv } => ({
    platform: 'win32',
    env: { SystemRoot: host.folder },
  });

  test('hands the wishes on, judges and saves what was read', async () => {
    let wishes: unknown;
    const file = join(host.folder, 'facts.json');
    const { code, stderr } = await host.run(
      [
        'check',
        '--save-facts',
        file,
        '--timeout',
        '30',
        '--skip-section',
        'updates',
        '--powershell',
        'C:\\p.exe',
      ],
      windows(),
      {
        gather: async (asked) => {
          const { signal: _signal, log: _log, warm: _warm, ...rest } = asked;
          wishes = rest;
          return broken;
        },
      },
    );
    expect(code).toBe(1);
    expect(wishes).toEqual({
      mailLogState: join(host.folder, 'mail-logs.json'),
      timeoutMs: 30_000,
      skip: ['updates'],
      powershell: 'C:\\p.exe',
    });
    expect(stderr).toContain('Reading this host, 30 seconds at most');
    expect(stderr).toContain('settings in the registry could not be read (ENOENT)');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(broken);
  });

  test('a PowerShell that was started for nothing is ended, whatever goes wrong', async () => {
    const asked: (string | null)[] = [];
    let dropped = 0;
    const warmUp = (powershell: string | null) => {
      asked.push(powershell);
      return {
        take: () => null,
        drop: async () => {
          dropped += 1;
        },
      };
    };
    writeFileSync(join(host.folder, 'settings.json'), '{');
    expect((await host.run(['check'], windows(), { warmUp })).code).toBe(2);
    expect((await host.run(['check', '--powershell', 'C:\\p.exe'], windows(), { warmUp })).code).toBe(2);
    expect({ asked, dropped }).toEqual({ asked: [null, 'C:\\p.exe'], dropped: 2 });
  });

  test('an interrupted run says so and writes nothing', async () => {
    const controller = new AbortController();
    const file = join(host.folder, 'report.html');
    const { code, stdout, stderr } = await host.run(
      ['check', '--format', 'html', '--output', file],
      { ...windows(), signal: controller.signal },
      {
        gather: async ({ signal }) => {
          controller.abort();
          signal.throwIfAborted();
          return broken;
        },
      },
    );
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
    expect(stderr).toContain('Interrupted');
    expect(existsSync(file)).toBe(false);
  });

  test('a fault of the program ends with 4 and asks for a report', async () => {
    const { code, stderr } = await host.run(['check'], windows(), {
      gather: async () => {
        throw new TypeError('nonsense');
      },
    });
    expect(code).toBe(4);
    expect(stderr).toContain('a fault of its own: TypeError: nonsense');
  });
});

test('settings of the file hold, and a broken file stops judge with its place', async () => {
  const settings = join(host.folder, 'settings.json');
  writeFileSync(settings, '{"language": "he", "failOn": "never", "logLevel": "loud"}');
  const run = await host.run(['judge', keep('a.json', broken), '--only', 'schannel/tls12-client-enabled']);
  expect(run.code).toBe(0);
  expect(run.stdout).toMatch(/[א-ת]/);
  expect(run.stderr).toContain('error | warn | info | debug');
  const hebrew = await host.run(['judge', keep('bad.json', '{')]);
  expect(hebrew.stderr).toContain('שגיאה:');
  const areas = [...new Set(rules.map((rule) => rule.id.split('/')[0]))].join(',');
  const nothingLeft = await host.run(['judge', keep('a.json', broken), '--skip', areas]);
  expect(nothingLeft.stderr).toContain('לא נותר אף כלל');
  writeFileSync(settings, '{"language": }');
  const stopped = await host.run(['judge', keep('a.json', broken)]);
  expect(stopped).toMatchObject({ code: 2, stdout: '' });
  expect(stopped.stderr).toContain('it is not JSON (line 1, column 14)');
});

test('rules lists every rule and explains one with its references', async () => {
  const { code, stdout } = await host.run(['rules']);
  expect(code).toBe(0);
  expect(stdout.trimEnd().split('\n')).toHaveLength(rules.length);
  const one = await host.run(['rules', 'schannel/tls12-client-enabled']);
  expect(one.stdout).toContain('https://');
  const json = await host.run(['rules', 'schannel/tls12-client-enabled', '--format', 'json', '--lang', 'he']);
  expect(JSON.parse(json.stdout)).toMatchObject({ id: 'schannel/tls12-client-enabled', essential: true });
  expect((await host.run(['rules', 'schannel', '--format', 'json'])).stdout).toContain(
    'tls12-client-enabled',
  );
});

test('help and version go to standard output', async () => {
  expect((await host.run(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  const help = await host.run(['check', '--help']);
  expect(help).toMatchObject({ code: 0, stderr: '' });
  expect(help.stdout).toContain('--save-facts');
  expect(help.stdout).toContain('--lang');
});

test('the log keeps what happened, and no name of the host', async () => {
  await host.run(['judge', keep('a.json', broken), '--only', 'schannel/tls12-client-enabled']);
  const folder = join(host.folder, 'logs');
  const text = readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('');
  expect(text).toContain('"message":"host judged"');
  expect(text).not.toContain('EX01');
});
