// The unattended run, from the facts to the collector's store, and all that can come between.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exampleFacts } from '../../../../packages/core/test/example-facts.ts';
import { takeRunLock } from '../../src/delivery/run-lock.ts';
import { uuidV7 } from '../../src/uuid-v7.ts';
import { createTestHost, type Run, type TestHost } from '../test-io.ts';
import { type Receiver, startReceiver } from './receiver.ts';

let host: TestHost;
let receiver: Receiver;
beforeEach(async () => {
  host = createTestHost();
  receiver = await startReceiver();
});
afterEach(async () => {
  host.dispose();
  await receiver.stop();
});

/** Settings as they would come from the registry, which this machine does not have. */
function configure(settings: Record<string, unknown>): void {
  writeFileSync(join(host.folder, 'settings.json'), JSON.stringify({ randomDelaySeconds: 0, ...settings }));
}

const toReceiver = (more: object = {}) =>
  configure({
    collectorUrl: receiver.url,
    collectorCaFile: receiver.caFile,
    enrolmentToken: 'right',
    ...more,
  });

let made: string[] = [];
beforeEach(() => {
  made = [];
});

async function run(args: readonly string[] = ['run']): Promise<Run> {
  return host.run(
    args,
    { now: () => new Date() },
    {
      readsThisHost: true,
      gather: async () => {
        const facts = exampleFacts();
        const id = uuidV7();
        made.push(id);
        return { ...facts, id };
      },
    },
  );
}

const taken = (): string[] => receiver.taken.map(({ id }) => id);
const spooled = (): string[] =>
  readdirSync(join(host.folder, 'delivery', 'spool')).filter((name) => name.endsWith('.report.gz'));

describe('over HTTPS', () => {
  test('a host asks to be taken in at its first run, and every report arrives once', async () => {
    toReceiver();
    expect(await run()).toMatchObject({ code: 0 });
    expect(await run()).toMatchObject({ code: 0 });
    expect(taken()).toEqual(made);
    expect(receiver.enrolled).toHaveLength(1);
    expect(spooled()).toEqual([]);
    const status = JSON.parse((await run(['status', '--format', 'json'])).stdout);
    expect(status).toMatchObject({
      enrolment: { status: 'active' },
      obstacle: null,
      waiting: { reports: 0 },
    });
  });

  test('a collector that is away costs nothing but spool space', async () => {
    toReceiver({ runSeconds: 30 });
    expect((await run()).code).toBe(0);
    const { port } = receiver;
    await receiver.stop();
    configure({
      collectorUrl: `https://localhost:${port}`,
      collectorCaFile: receiver.caFile,
      runSeconds: 30,
    });
    const away = await run();
    expect(away.code).toBe(3);
    expect(away.stderr).toMatch(/was not reached \((?:ENOENT|ECONNREFUSED)\)/);
    expect(spooled()).toHaveLength(1);
    receiver = await startReceiver();
    toReceiver();
    expect((await run()).code).toBe(0);
    expect(taken()).toEqual(made.slice(1));
  }, 60_000);

  test.each(['drop', 'dropAfter', 'overloaded', 'html'] as const)(
    'after %s it tries again',
    async (trouble) => {
      toReceiver();
      await run();
      receiver.answers.push(trouble, trouble);
      expect((await run()).code).toBe(0);
      expect(taken()).toEqual(made);
    },
    30_000,
  );

  test('Retry-After is honoured, by the next run too', async () => {
    toReceiver({ runSeconds: 30 });
    await run();
    receiver.answers.push('rate-limited');
    receiver.retryAfter = '3600';
    const refused = await run();
    expect(refused.code).toBe(3);
    expect(refused.stderr).toContain('asked to be left alone until');
    expect((await run()).code).toBe(3);
    expect(taken()).toHaveLength(1);
    expect(spooled()).toHaveLength(2);
  });

  test('a report that will never be taken is set aside, the others go on', async () => {
    toReceiver();
    await run();
    receiver.answers.push('report-schema-invalid');
    const refused = await run();
    expect(refused.stderr).toContain('Set aside, because the collector will never take them: 1');
    expect(readdirSync(join(host.folder, 'delivery', 'spool', 'aside'))).toEqual([`${made[1]}.report.gz`]);
    await run();
    expect(taken()).toEqual([made[0], made[2]]);
  });

  test.each([
    ['host-waiting', /has to approve this host/],
    ['host-revoked', /refuses this host \(host-revoked\).*\n.*shut out/],
  ] as const)('%s keeps the reports', async (code, message) => {
    toReceiver();
    receiver.answers.push(code);
    const refused = await run();
    expect(refused.code).toBe(3);
    expect(refused.stderr).toMatch(message);
    expect(spooled()).toHaveLength(1);
    await run();
    expect(taken()).toEqual(made);
  });

  test('a wrong token is said with its remedy', async () => {
    toReceiver({ enrolmentToken: 'wrong' });
    const refused = await run();
    expect(refused.code).toBe(3);
    expect(refused.stderr).toContain('enrolment token is wrong, used up, expired or revoked');
    expect(refused.stderr + refused.stdout).not.toContain("'wrong'");
  });
});

describe('trust', () => {
  test('a pinned key is enough, and only that key', async () => {
    configure({
      collectorUrl: receiver.url,
      collectorPin: `sha256/${receiver.pin}`,
      enrolmentToken: 'right',
    });
    expect((await run()).code).toBe(0);
    const other = `A${receiver.pin.slice(1)}`;
    configure({ collectorUrl: receiver.url, collectorPin: other, enrolmentToken: 'right', runSeconds: 30 });
    const refused = await run();
    expect(refused.code).toBe(3);
    expect(refused.stderr).toContain('(pinMismatch)');
    expect(taken()).toHaveLength(1);
  }, 60_000);

  test.each([
    ['a certificate that nobody vouches for', 'localhost', {}, false, /DEPTH_ZERO_SELF_SIGNED_CERT/],
    ['another name, pinned', 'elsewhere.example', {}, true, /ERR_TLS_CERT_ALTNAME_INVALID/],
    [
      'TLS 1.1',
      'localhost',
      { maxVersion: 'TLSv1.1', minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' },
      true,
      /reached \(E/,
    ],
  ] as const)(
    '%s is refused',
    async (_, name, options, pinned, message) => {
      const bad = await startReceiver(name, options);
      try {
        configure({
          collectorUrl: bad.url,
          enrolmentToken: 'right',
          runSeconds: 30,
          ...(pinned ? { collectorPin: bad.pin } : {}),
        });
        const refused = await run();
        expect(refused.code).toBe(3);
        expect(refused.stderr).toMatch(message);
        expect(bad.taken).toEqual([]);
        expect(bad.enrolled).toEqual([]);
      } finally {
        await bad.stop();
      }
    },
    60_000,
  );
});

describe('by way of a share', () => {
  const folder = (): string => join(host.folder, 'share');
  const own = (): string => join(folder(), readdirSync(folder())[0] ?? '');

  test('a report leaves the spool when the collector says that it is stored', async () => {
    mkdirSync(folder());
    configure({ shareFolder: folder(), enrolmentToken: 'right' });
    expect((await run()).code).toBe(0);
    expect(readdirSync(own()).sort()).toEqual([`${made[0]}.report.gz`, 'enrolment.json'].sort());
    expect(spooled()).toHaveLength(1);
    writeFileSync(join(own(), `${made[0]}.received`), '');
    await run();
    expect(spooled()).toEqual([`${made[1]}.report.gz`]);
    expect(readdirSync(own())).not.toContain(`${made[0]}.received`);
    writeFileSync(join(own(), `${made[1]}.refused`), '{}');
    await run();
    expect(readdirSync(join(host.folder, 'delivery', 'spool', 'aside'))).toEqual([`${made[1]}.report.gz`]);
  });

  test('a share that is away costs nothing', async () => {
    writeFileSync(folder(), 'a file where a folder should be');
    configure({ shareFolder: folder() });
    const away = await run();
    expect(away.code).toBe(3);
    expect(away.stderr).toMatch(/not reached \((?:ENOTDIR|EEXIST)\)/);
    expect(spooled()).toHaveLength(1);
  });

  test('both ways: what HTTPS does not take goes to the share', async () => {
    mkdirSync(folder());
    toReceiver({ shareFolder: folder(), runSeconds: 30 });
    receiver.answers.push('host-revoked');
    await run();
    expect(readFileSync(join(own(), `${made[0]}.report.gz`)).length).toBeGreaterThan(100);
    await run();
    expect(taken()).toEqual(made);
    expect(spooled()).toEqual([]);
  });
});

test('two runs at once: the second has nothing to do', async () => {
  toReceiver();
  mkdirSync(join(host.folder, 'delivery'));
  const release = takeRunLock(join(host.folder, 'delivery'));
  const second = await run();
  expect(second).toMatchObject({ code: 0 });
  expect(second.stderr).toContain('Another run is under way');
  expect(made).toEqual([]);
  release?.();
  expect((await run()).code).toBe(0);
});

test('what the spool had to give up is told by the next report', async () => {
  toReceiver({ spoolReports: 2, enrolmentToken: null });
  for (let index = 0; index < 4; index++) {
    await run();
    await delay(2);
  }
  expect(spooled()).toHaveLength(2);
  const before = JSON.parse((await run(['status', '--format', 'json'])).stdout);
  expect(before.waiting.reports).toBe(2);
  toReceiver({ spoolReports: 2 });
  await run();
  const told = receiver.taken.reduce((sum, { lost }) => sum + lost.dropped.count, 0);
  expect(told + receiver.taken.length).toBe(made.length);
});

test('nothing set, nothing run', async () => {
  configure({});
  const { code, stderr } = await run();
  expect(code).toBe(2);
  expect(stderr).toContain('No collector is set');
  expect(made).toEqual([]);
});

test('enroll takes the token from standard input and tells the key', async () => {
  const { Readable } = await import('node:stream');
  configure({ collectorUrl: receiver.url, collectorCaFile: receiver.caFile });
  const missing = await run(['enroll']);
  expect(missing.code).toBe(2);
  const { code, stderr } = await host.run(['enroll', '--token-stdin'], {
    stdin: Readable.from(['right\n']),
    env: { COMPUTERNAME: 'EX07' },
  });
  expect(code).toBe(0);
  expect(stderr).toMatch(/taken in\. Key: [\w-]{22}/);
  expect(receiver.enrolled).toEqual(['EX07']);
});
