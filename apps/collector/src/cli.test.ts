// The command line as an administrator uses it: serve by TLS, tokens, users, import, doctor, and errors with a remedy.
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleFacts } from '../../../packages/core/test/example-facts.ts';
import { TestHost } from '../test/test-host.ts';
import { main } from './cli.ts';
import { openStore } from './store/store.ts';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mailflow-tls-cli-'));
  await run('migrate');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const data = () => ['--data-folder', folder, '--log-level', 'error'];

async function run(...args: string[]) {
  const printed: string[] = [];
  const told: string[] = [];
  const code = await main([...data(), ...args], {
    environment: {},
    workingFolder: folder,
    signal: new AbortController().signal,
    print: (line) => printed.push(line),
    tell: (line) => told.push(line),
  });
  return { code, printed: printed.join('\n'), told: told.join('\n') };
}

/** Runs `serve` until `use` is done. */
async function serving<T>(
  args: string[],
  use: (printed: string[]) => Promise<T>,
): Promise<{ code: number; result: T }> {
  const ending = new AbortController();
  const printed: string[] = [];
  const started = new EventTarget();
  const ended = main([...data(), ...args, 'serve'], {
    environment: {},
    workingFolder: folder,
    signal: ending.signal,
    print: (line) => {
      printed.push(line);
      if (line.startsWith('First administrator')) started.dispatchEvent(new Event('ready'));
    },
    tell: (line) => printed.push(line),
  });
  await Promise.race([once(started, 'ready'), ended]);
  try {
    const result = await use(printed);
    ending.abort();
    return { code: await ended, result };
  } finally {
    ending.abort();
    await ended;
  }
}

function fetchTrusting(url: string, ca: string): Promise<{ status: number | undefined; body: string }> {
  return new Promise((resolve, reject) => {
    get(url, { ca }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode, body }));
    }).on('error', reject);
  });
}

test('serve answers by TLS with the certificate whose fingerprint it printed, and ends cleanly', async () => {
  const { code, result } = await serving(['--listen', '127.0.0.1:0'], async (printed) => {
    const url = /^Listening: (https:\S+)$/m.exec(printed.join('\n'))?.[1] ?? '';
    const certificate = readFileSync(join(folder, 'tls', 'certificate.pem'), 'utf8');
    return {
      printed,
      health: await fetchTrusting(`${url}/healthz`, certificate),
      ready: await fetchTrusting(`${url}/readyz`, certificate),
    };
  });
  expect(result.health).toEqual({ status: 200, body: 'ok\n' });
  expect(result.ready).toEqual({ status: 200, body: 'ready\n' });
  expect(result.printed.join('\n')).toMatch(/^Public key, for pinning: sha256\/[\w+/]{43}=$/m);
  expect(result.printed.join('\n')).toMatch(/^First administrator, once, .*#\S{40,}$/m);
  expect(code).toBe(0);
});

test('serve does not start with a certificate that cannot be used', async () => {
  writeFileSync(join(folder, 'bad.pem'), 'nothing');
  const { code, told } = await run(
    'serve',
    '--listen',
    '127.0.0.1:0',
    '--tls-certificate',
    'bad.pem',
    '--tls-key',
    'bad.pem',
  );
  expect(code).toBe(2);
  expect(told).toContain('What to do:');
});

test('doctor tells settings with their origin and what is wrong', async () => {
  const fine = await run('doctor');
  expect(fine.code).toBe(0);
  expect(fine.printed).toContain(`dataFolder: ${folder} (--data-folder)`);
  const broken = await run('doctor', '--format', 'json', '--share-folder', join(folder, 'nowhere'));
  expect(broken.code).toBe(3);
  const { checks } = JSON.parse(broken.printed);
  expect(checks.filter(({ ok }: { ok: boolean }) => !ok).map(({ name }: { name: string }) => name)).toEqual([
    'share',
  ]);
});

test('tokens are made, shown without their secret, and revoked', async () => {
  const made = await run(
    'token',
    'create',
    '--name',
    'site A',
    '--max-uses',
    '5',
    '--tag',
    'a',
    '--tag',
    'b',
    '--days',
    '7',
  );
  expect(made.printed).toMatch(/^mftls_enrol_\S+$/);
  const listed = await run('token', 'list');
  expect(listed.printed).not.toContain(made.printed);
  expect(JSON.parse(listed.printed)).toMatchObject({
    name: 'site A',
    max_uses: 5,
    tags: '["a","b"]',
    created_by: 'system',
  });
  expect((await run('token', 'revoke', '1')).code).toBe(0);
  expect(JSON.parse((await run('token', 'list')).printed).revoked_at).toBeGreaterThan(0);
  expect(await run('token', 'revoke', '99')).toMatchObject({
    code: 2,
    told: 'Error: There is no such enrolment token.',
  });
});

test('people are added, changed and removed', async () => {
  expect((await run('user', 'add', 'Alice', '--role', 'administrator')).printed).toContain('/set-password#');
  expect((await run('user', 'add', 'Bob')).code).toBe(0);
  expect((await run('user', 'change', 'bob', '--role', 'operator', '--disable')).code).toBe(0);
  const lines = (await run('user', 'list')).printed.split('\n').map((line) => JSON.parse(line));
  expect(lines).toMatchObject([
    { name: 'alice', role: 'administrator' },
    { name: 'bob', role: 'operator' },
  ]);
  expect(lines[1].disabled_at).toBeGreaterThan(0);
  expect((await run('user', 'remove', 'bob')).code).toBe(0);
  expect((await run('user', 'link', 'bob')).code).toBe(2);
});

describe('import', () => {
  async function hosts() {
    const store = await openStore({ kind: 'sqlite', file: join(folder, 'collector.db') });
    const rows = await store.db
      .selectFrom('hosts')
      .select(['id', 'name', 'decided_by', 'state', 'search'])
      .execute();
    const reports = await store.db.selectFrom('reports').select(['host_id', 'via']).execute();
    await store.close();
    return { rows, reports };
  }

  test('takes facts that nobody signed once, for a host of its own that is marked', async () => {
    const file = join(folder, 'facts.json');
    const facts = exampleFacts();
    writeFileSync(
      file,
      JSON.stringify([facts, { ...facts, id: 'not-a-uuid', host: { name: 'EX99', domain: null } }]),
    );
    expect(JSON.parse((await run('import', file)).printed)).toEqual({
      accepted: 2,
      duplicates: 0,
      refused: 0,
    });
    expect(JSON.parse((await run('import', file)).printed)).toEqual({
      accepted: 0,
      duplicates: 2,
      refused: 0,
    });
    const { rows, reports } = await hosts();
    expect(rows.map(({ decided_by }) => decided_by)).toEqual(['import', 'import']);
    expect(rows.every(({ state, search }) => state !== null && search.includes('imported'))).toBe(true);
    expect(reports.map(({ via }) => via)).toEqual(['file', 'file']);
  });

  test('holds signed reports to their signature', async () => {
    writeFileSync(join(folder, 'x.report.gz'), new TestHost('STRANGER').report(Date.now()));
    const { code, printed, told } = await run('import', join(folder, 'x.report.gz'));
    expect(code).toBe(3);
    expect(JSON.parse(printed)).toEqual({ accepted: 0, duplicates: 0, refused: 1 });
    expect(told).toContain('host-unknown');
  });

  test('says what is no facts file', async () => {
    writeFileSync(join(folder, 'other.json'), '{"hello":1}');
    expect(await run('import', join(folder, 'other.json'))).toMatchObject({ code: 3 });
    expect(await run('import', join(folder, 'nowhere'))).toMatchObject({ code: 2 });
  });
});

test('a backup is made while others use the database, and restored only over nothing or when told to', async () => {
  const file = join(folder, 'backup.db');
  expect((await run('backup', file)).code).toBe(0);
  expect(await run('backup', file)).toMatchObject({ code: 2 });
  const refused = await run('restore', file);
  expect(refused.code).toBe(2);
  expect(refused.told).toContain('--replace');
  const users = (await run('user', 'list')).printed;
  await run('user', 'add', 'Later');
  expect((await run('restore', file, '--replace')).code).toBe(0);
  expect((await run('user', 'list')).printed).toBe(users);
  expect(await run('move', 'nowhere')).toMatchObject({ code: 2 });
});

test.each([
  [['nonsense'], 2],
  [['serve', '--listen', 'x:y'], 2],
  [['serve', '--tls', 'none', '--listen', '0.0.0.0:0'], 2],
  [['serve', '--database', 'postgres://nobody@127.0.0.1:1/x'], 2],
  [['--version'], 0],
  [['--help'], 0],
])('%j ends with %i', async (args, code) => {
  expect((await run(...args)).code).toBe(code);
});
