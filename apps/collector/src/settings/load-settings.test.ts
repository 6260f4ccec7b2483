// Each setting comes from the strongest place that has it; what cannot be used is refused with its place.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isLoopback, loadSettings } from './load-settings.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mailflow-tls-settings-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function load(
  file: unknown = null,
  environment: Record<string, string> = {},
  commandLine: Record<string, string> = {},
) {
  if (file !== null)
    writeFileSync(join(folder, 'collector.json'), typeof file === 'string' ? file : JSON.stringify(file));
  return loadSettings({
    commandLine: { dataFolder: folder, ...commandLine },
    environment,
    workingFolder: folder,
  });
}

test('defaults serve by TLS from an embedded database', () => {
  const { settings } = load();
  expect(settings.tls).toEqual({ kind: 'own' });
  expect(settings.database).toEqual({ kind: 'sqlite', file: join(folder, 'collector.db') });
  expect(settings.listen).toEqual({ host: '0.0.0.0', port: 8443 });
});

test('command line goes over environment, environment over file, and each tells where from', () => {
  const { settings, origins } = load(
    { listen: '127.0.0.1:1', silentAfterHours: 1, reportDays: 1 },
    { MAILFLOW_TLS_COLLECTOR_SILENT_AFTER_HOURS: '2', MAILFLOW_TLS_COLLECTOR_REPORT_DAYS: '2' },
    { reportDays: '3' },
  );
  expect(settings.listen.port).toBe(1);
  expect(settings.silentAfterHours).toBe(2);
  expect(settings.retention.reportDays).toBe(3);
  const origin = (name: string) => origins.find((one) => one.name === name)?.origin;
  expect(origin('listen')).toBe(join(folder, 'collector.json'));
  expect(origin('silentAfterHours')).toBe('MAILFLOW_TLS_COLLECTOR_SILENT_AFTER_HOURS');
  expect(origin('reportDays')).toBe('--report-days');
  expect(origin('rollupDays')).toBe('default');
});

test('the password of a database is used and not shown', () => {
  const url = 'postgres://mailflow:s3cr3t@db.corp.example:5432/mailflow';
  const { settings, origins } = load({ database: url });
  expect(settings.database).toEqual({ kind: 'postgres', url });
  expect(JSON.stringify(origins)).not.toContain('s3cr3t');
});

describe('what cannot be used is refused:', () => {
  test.each([
    ['{', 'not JSON'],
    ['[]', 'no object'],
    [{ lisen: '1' }, 'no setting'],
    [{ listen: '0.0.0.0:70000' }, 'listen'],
    [{ listen: 'a b:1' }, 'listen'],
    [{ reportDays: 0 }, 'reportDays'],
    [{ database: 'mysql://x' }, 'database'],
    [{ trustedProxies: 'proxy.example' }, 'trustedProxies'],
    [{ publicUrl: 'ftp://x' }, 'publicUrl'],
    [{ mail: { host: 'x' } }, 'mail'],
    [{ tls: 'given' }, 'two files'],
    [{ tls: 'none' }, 'does not listen on 0.0.0.0'],
    [{ tls: 'none', listen: '192.0.2.1:80' }, 'does not listen'],
  ])('%j', (file, told) => {
    expect(() => load(file)).toThrow(told);
  });
});

test.each([
  [{ tls: 'none', listen: '127.0.0.1:80' }],
  [{ tls: 'none', listen: '[::1]:80' }],
  [{ tls: 'none', trustedProxies: ['10.0.0.1'] }],
])('without TLS only on loopback or behind a proxy: %j', (file) => {
  expect(load(file).settings.tls).toEqual({ kind: 'none' });
});

test.each([
  ['127.0.0.1', true],
  ['127.9.9.9', true],
  ['::1', true],
  ['localhost', true],
  ['0.0.0.0', false],
  ['localhost.example', false],
])('%s is loopback: %s', (host, is) => {
  expect(isLoopback(host)).toBe(is);
});
