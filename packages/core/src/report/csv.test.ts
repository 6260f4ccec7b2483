// Reads the CSV back with an independent reader, for healthy and for hostile hosts.
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { hostileStrings } from '../../test/hostile-strings.ts';
import { failingReport, fleetReports, reportWith } from '../../test/sample-reports.ts';
import { unseenCharacters } from '../../test/unseen-characters.ts';
import { en } from '../../test/whole-locales.ts';
import { formatCsv } from './csv.ts';

function read(text: string): Record<string, string>[] {
  return parse(text, { columns: true, record_delimiter: '\r\n', bom: true });
}

test('one row a finding, the worst first, with keys that programs can rely on', () => {
  const report = failingReport();
  const rows = read(formatCsv([report], { locale: en }));
  expect(rows).toHaveLength(report.findings.length);
  expect(rows[0]).toMatchObject({
    host: 'EX02.contoso.com',
    state: 'failing',
    verdict: 'fail',
    rule: 'schannel/tls12-client-enabled',
    restartNeeded: 'true',
  });
  expect(rows[0]?.evidence).toContain('\\TLS 1.2\\Client\\Enabled = 0 (REG_DWORD)');
  expect(rows[0]?.commands).toContain("-Name 'Enabled' -Value 1");
});

test('several hosts share one table', () => {
  const reports = fleetReports();
  const rows = read(formatCsv(reports, { locale: en }));
  expect(new Set(rows.map((row) => row.host)).size).toBe(5);
  expect(rows).toHaveLength(reports.reduce((sum, report) => sum + report.findings.length, 0));
});

test('no hosts leave the heading', () => {
  expect(formatCsv([], { locale: en })).toMatch(/^host,state,verdict,[^\n]*\r\n$/);
});

test('the byte order mark comes only when asked for', () => {
  expect(formatCsv([], { locale: en, byteOrderMark: true }).startsWith('\ufeffhost,')).toBe(true);
  expect(formatCsv([], { locale: en }).startsWith('host,')).toBe(true);
});

describe('hostile data', () => {
  test.each(hostileStrings)('%j', (text) => {
    const report = reportWith(text);
    const csv = formatCsv([report], { locale: en });
    expect(unseenCharacters(csv)).toEqual([]);
    // Every line break is the end of a row, and every row has all cells: the reader refuses others.
    expect(csv.split('\r\n')).toHaveLength(report.findings.length + 2);
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const rows = read(csv);
    expect(rows).toHaveLength(report.findings.length);
    for (const cell of rows.flatMap((row) => Object.values(row)))
      expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
  });
});
