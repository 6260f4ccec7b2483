// The built program against what users, scripts and hostile files do to it.
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HostFacts, SendConnector } from '@mailflow-tls/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleFacts, withProtocols, withSection } from '../../../packages/core/test/example-facts.ts';
import { type RunAgentOptions, runAgent } from './run-agent.ts';
import type { Run } from './test-io.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mailflow-tls-scenario-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const broken = withProtocols({ 'TLS 1.2\\Client': { Enabled: 0, DisabledByDefault: 1 } });

function keep(name: string, content: unknown): string {
  const file = join(folder, name);
  writeFileSync(
    file,
    typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content),
  );
  return file;
}

/** With a home of its own, so that neither settings nor logs of this machine matter. */
function run(args: readonly string[], options: RunAgentOptions = {}): Promise<Run> {
  return runAgent(args, { ...options, env: { HOME: folder, LANG: 'C', ...options.env } });
}

describe('streams and exit codes', () => {
  test('a broken host: the report on standard output, code 1', async () => {
    const { code, stdout, stderr } = await run(['judge', keep('broken.json', broken)]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toContain('EX01');
  });

  test('facts on standard input, as PowerShell pipes them', async () => {
    const input = Buffer.from(`\uFEFF${JSON.stringify(broken)}`, 'utf16le');
    const { code, stdout } = await run(['judge', '-', '--format', 'json'], { input });
    expect(code).toBe(1);
    expect(() => JSON.parse(stdout)).not.toThrow();
  });

  test('check on another system than Windows says where to go', async () => {
    const { code, stdout, stderr } = await run(['check']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('mailflow-tls judge FILE');
  });

  test.each([
    [{ FORCE_COLOR: '1' }, [], true],
    [{ FORCE_COLOR: '1' }, ['--no-color'], false],
    [{}, [], false],
    [{ NO_COLOR: '1' }, [], false],
  ])('colour with %j %j: %s', async (env, args, colored) => {
    const { stdout } = await run(['judge', keep('broken.json', broken), ...args], { env });
    expect(stdout.includes('\u001b[')).toBe(colored);
  });

  test('a reader that goes away is no fault', async () => {
    const many = Array.from({ length: 200 }, (_, index) => ({ ...broken, id: `host-${index}` }));
    const { code, stderr } = await run(['judge', keep('many.json', many), '--format', 'json'], {
      onStart: (_, closeStdout) => closeStdout(),
    });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  });

  test('Ctrl+C ends a waiting program at once', async () => {
    // How long this machine takes now for a start and an end.
    const started = performance.now();
    await run(['rules']);
    const whole = performance.now() - started;
    let killed = 0;
    const { code, stdout, stderr } = await run(['judge', '-'], {
      input: 'open',
      onStart: async (kill) => {
        await sleep(1000 + 3 * whole);
        killed = performance.now();
        kill('SIGINT');
      },
    });
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
    expect(stderr).toContain('Interrupted');
    expect(performance.now() - killed).toBeLessThan(2000 + 3 * whole);
  });
});

describe('bad input', () => {
  test.each([
    ['100 MB of nothing', Buffer.alloc(100_000_000, 0x20), 'larger (100000000) than facts are allowed'],
    ['100 MB in one text', Buffer.concat([Buffer.from('{"a":"'), Buffer.alloc(100_000_000, 0x61)]), 'larger'],
    ['60 MB, cut off', Buffer.concat([Buffer.from('["'), Buffer.alloc(60_000_000, 0x61)]), 'ends too early'],
    ['500 MB', Buffer.alloc(500_000_000), 'larger (500000000)'],
    ['50 million brackets', Buffer.alloc(50_000_000, 0x5b), '64 levels deep'],
    [
      '50 million backslashes',
      Buffer.concat([Buffer.from('"'), Buffer.alloc(50_000_000, 0x5c)]),
      'ends too early',
    ],
    ['a program', Buffer.from([0x4d, 0x5a, 0x90, 0x00, 0x03, 0xff, 0xfe]), 'not text in UTF-8 or UTF-16'],
    [
      'a prototype',
      Buffer.from('{"__proto__": {"schemaVersion": 1, "sections": {}}}'),
      'neither facts nor a report',
    ],
  ])('%s', async (name, content, expected) => {
    const file = keep(`${name}.json`, content);
    const started = performance.now();
    const { code, stdout, stderr } = await run(['judge', file]);
    rmSync(file);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(expected);
    expect(stderr).toContain('What to do: ');
    expect(stderr.split('\n')).toHaveLength(3);
    // Hours, were it not read in one go.
    expect(performance.now() - started).toBeLessThan(90_000);
  });

  test('hostile names of hosts and connectors change no output and run nowhere', async () => {
    const name = "=cmd|' /C calc'!A1\u202E\u001b]0;x\u0007\r\n\"</script><script>alert(1)</script>$(calc)`n";
    const connectors = broken.sections.connectors;
    if (connectors.status !== 'read') throw new Error('the example has connectors');
    const [connector] = connectors.data.send;
    const hostile: HostFacts = {
      ...withSection(
        'connectors',
        { send: [{ ...connector, name, requireTls: false, tlsDomain: name } as SendConnector] }, // spread of a known connector
        [],
        broken,
      ),
      host: { name, domain: name },
    };
    const file = keep('hostile.json', hostile);
    for (const format of ['text', 'csv', 'html', 'json', 'sarif', 'junit', 'prometheus']) {
      const { stdout } = await run(['judge', file, '--format', format]);
      expect(stdout.length, format).toBeGreaterThan(50);
      expect(stdout.replace(/[\r\n\t]/g, ''), format).not.toMatch(/\p{Cc}/u);
      if (format === 'html' || format === 'junit') expect(stdout, format).not.toContain('<script>alert');
      if (format === 'csv') expect(stdout).not.toMatch(/(?:^|,)"?=cmd/m);
    }
  }, 30_000);
});

describe('the log', () => {
  test('of a folder that cannot be written costs one warning and nothing else', async () => {
    const settings = join(folder, 'config', 'mailflow-tls');
    const blocked = keep('blocked', '');
    const { mkdirSync } = await import('node:fs');
    mkdirSync(settings, { recursive: true });
    writeFileSync(join(settings, 'settings.json'), JSON.stringify({ logFolder: join(blocked, 'logs') }));
    const { code, stdout, stderr } = await run(['judge', keep('broken.json', broken)], {
      env: { XDG_CONFIG_HOME: join(folder, 'config') },
    });
    expect(code).toBe(1);
    expect(stdout).toContain('EX01');
    expect(stderr).toMatch(/^Warning: The log cannot be written to .*\n$/);
  });

  test('is complete when the program has ended', async () => {
    const state = join(folder, 'state');
    await run(['judge', keep('broken.json', broken)], { env: { XDG_STATE_HOME: state } });
    const file = join(state, 'mailflow-tls', 'logs', 'mailflow-tls.log');
    const messages = readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).message);
    expect(messages).toEqual(['judge', 'host judged']);
  });
});

test('an output that cannot be written is named before any work, and nothing is left behind', async () => {
  const locked = join(folder, 'locked');
  const { mkdirSync, readdirSync } = await import('node:fs');
  mkdirSync(locked);
  chmodSync(locked, 0o500);
  const file = join(locked, 'missing', 'report.html');
  const { code, stderr } = await run([
    'judge',
    keep('broken.json', broken),
    '--format',
    'html',
    '--output',
    file,
  ]);
  expect(code).toBe(2);
  expect(stderr).toContain('does not exist');
  expect(existsSync(file)).toBe(false);
  expect(readdirSync(locked)).toEqual([]);
});

test('the healthy example stays healthy in every format', async () => {
  const file = keep('healthy.json', exampleFacts());
  for (const format of ['text', 'json', 'csv', 'html', 'sarif', 'junit', 'prometheus'])
    expect((await run(['judge', file, '--format', format])).code, format).toBe(0);
}, 30_000);
