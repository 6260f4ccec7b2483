// The log loses nothing: not at rotation, not at the end, not among several processes.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import winston from 'winston';
import { openLog, redactAddresses } from './log.ts';
import { RotatingFile } from './rotating-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mailflow-tls-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function unexpected(error: Error): void {
  throw error;
}

function lines(file: string): string[] {
  return readFileSync(join(folder, file), 'utf8').trimEnd().split('\n');
}

test('100,000 lines through many rotations are 100,000 lines, whole and in order', async () => {
  const count = 100_000;
  const maxBytes = 200_000;
  const transport = new RotatingFile({ folder, name: 'x', maxBytes, keep: 100, onUnwritable: unexpected });
  const logger = winston.createLogger({ format: winston.format.json(), transports: [transport] });
  for (let number = 0; number < count; number += 1) logger.info('line', { number });
  await new Promise((resolve) => logger.once('finish', resolve).end());

  const files = readdirSync(folder).sort((a, b) => age(b) - age(a));
  expect(files.length).toBeGreaterThan(20);
  const numbers = files.flatMap(lines).map((line) => JSON.parse(line).number);
  expect(numbers).toEqual(Array.from({ length: count }, (_, number) => number));
  for (const file of files) expect(readFileSync(join(folder, file)).length).toBeLessThanOrEqual(maxBytes);
}, 60_000);

function age(file: string): number {
  return Number(/\.(\d+)\.log$/.exec(file)?.[1] ?? 0);
}

test('only as many older files are kept as asked for', () => {
  const transport = new RotatingFile({ folder, name: 'x', maxBytes: 40, keep: 2, onUnwritable: unexpected });
  for (let number = 0; number < 40; number += 1)
    transport.log({ [Symbol.for('message')]: `a line of some length ${number}` }, () => {});
  transport.close();
  expect(readdirSync(folder).sort()).toEqual(['x.1.log', 'x.2.log', 'x.log']);
  expect(lines('x.log')).toEqual(['a line of some length 39']);
});

test('a line longer than a file goes in whole', () => {
  const transport = new RotatingFile({ folder, name: 'x', maxBytes: 50, keep: 3, onUnwritable: unexpected });
  for (const line of ['short', 'x'.repeat(500), 'after'])
    transport.log({ [Symbol.for('message')]: line }, () => {});
  expect([lines('x.2.log'), lines('x.1.log'), lines('x.log')].flat()).toEqual([
    'short',
    'x'.repeat(500),
    'after',
  ]);
});

test('four processes that share the log lose no line', async () => {
  const module = JSON.stringify(new URL('./rotating-file.ts', import.meta.url).href);
  const script = `import { RotatingFile } from ${module};
    const t = new RotatingFile({ folder: ${JSON.stringify(folder)}, name: 'x', maxBytes: 100000, keep: 500, onUnwritable: (e) => { throw e; } });
    for (let n = 0; n < 5000; n += 1) t.log({ [Symbol.for('message')]: process.argv[1] + ' ' + n + ' ' + 'x'.repeat(50) }, () => {});
    t.close();`;
  const args = ['--no-warnings', '--experimental-strip-types', '--input-type=module', '-e', script];
  await Promise.all(
    ['a', 'b', 'c', 'd'].map((name) =>
      promisify(execFile)(process.execPath, [...args, name], { cwd: join(import.meta.dirname, '..', '..') }),
    ),
  );
  const all = readdirSync(folder).flatMap(lines);
  expect(all.filter((line) => !/^[abcd] \d+ x{50}$/.test(line))).toEqual([]);
  expect(new Set(all).size).toBe(20_000);
  expect(all.length).toBe(20_000);
}, 60_000);

describe('openLog', () => {
  test('writes JSON lines of its level, and everything to whoever listens', async () => {
    const heard: string[] = [];
    const log = openLog({
      folder,
      level: 'info',
      onLine: (line) => heard.push(line),
      onUnwritable: (_, error) => unexpected(error),
    });
    log.debug('detail');
    log.info('section read', { section: 'os', tookMs: 12 });
    log.error('refused by admin@contoso.com');
    await log.end();
    expect(log.file).toBe(join(folder, 'mailflow-tls.log'));
    expect(lines('mailflow-tls.log').map((line) => JSON.parse(line))).toEqual([
      { level: 'info', message: 'section read', section: 'os', tookMs: 12, timestamp: expect.any(String) },
      { level: 'error', message: 'refused by …@contoso.com', timestamp: expect.any(String) },
    ]);
    expect(heard).toEqual([
      'debug: detail',
      'info: section read section="os" tookMs=12',
      'error: refused by …@contoso.com',
    ]);
  });

  test('an unwritable folder is told once, and the program goes on', async () => {
    const file = join(folder, 'in-the-way');
    writeFileSync(file, '');
    const told: string[] = [];
    const log = openLog({
      folder: join(file, 'logs'),
      level: 'info',
      onUnwritable: (where) => told.push(where),
    });
    log.info('one');
    log.info('two');
    await log.end();
    expect(told).toEqual([join(file, 'logs')]);
    expect(log.file).toBeNull();
  });

  test('a file that turns unwritable later is told once too', async () => {
    const told: string[] = [];
    const transport = new RotatingFile({
      folder,
      name: 'x',
      maxBytes: 10,
      keep: 1,
      onUnwritable: () => told.push('told'),
    });
    transport.log({ [Symbol.for('message')]: 'first line' }, () => {});
    rmSync(folder, { recursive: true });
    writeFileSync(folder, 'now a file');
    transport.log({ [Symbol.for('message')]: 'second line' }, () => {});
    transport.log({ [Symbol.for('message')]: 'third line' }, () => {});
    expect(told).toEqual(['told']);
    rmSync(folder);
    mkdirSync(folder);
  });
});

test('of an address only the domain is kept', () => {
  expect(redactAddresses("from <jane.doe@contoso.com> to o'hara@fabrikam.com;x@y.z")).toBe(
    "from <…@contoso.com> to o'…@fabrikam.com;…@y.z",
  );
});
