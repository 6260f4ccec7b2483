// Exports hold exactly what is shown, whatever hosts are called, as other programs read it.
import { buffer as bufferOf, text as textOf } from 'node:stream/consumers';
import { inflateRawSync } from 'node:zlib';
import { visible } from '@mailflow-tls/core/formats';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostileStrings } from '../../../../../packages/core/test/hostile-strings.ts';
import { databaseKinds, type TestDatabase, testDatabase } from '../../../test/databases.ts';
import { insertFleet } from '../../../test/insert-fleet.ts';
import { randomFleet } from '../../../test/random-fleet.ts';
import { createWaivers } from '../../waivers/waivers.ts';
import type { Asking } from '../asking.ts';
import { everyHost, type HostFilter } from '../host-filter.ts';
import { listHosts } from '../host-list.ts';
import { sarifFile } from './sarif.ts';
import { csvStream, jsonLinesStream, xlsxStream } from './streams.ts';
import { hostTable, planTable, type Shown } from './tables.ts';

const now = Date.parse('2026-11-24T12:00:00Z');
const fleet = randomFleet({ hosts: 120, seed: 3, now, days: 5, strings: hostileStrings });
const filters: [string, HostFilter][] = [
  ['all', everyHost],
  ['some', { ...everyHost, state: ['failing', 'unknown'], silent: false }],
  ['none', { ...everyHost, text: ['no such host'] }],
];

describe.each(databaseKinds('exports'))('on %s', (kind) => {
  let database: TestDatabase;
  let asking: Asking;
  beforeAll(async () => {
    database = await testDatabase(kind);
    asking = { db: database.store.db, store: database.store, now: () => now };
    await insertFleet(database.store, fleet, now);
  });
  afterAll(() => database.remove());
  const shown = (filter: HostFilter): Shown => ({ filter, order: 'name', reversed: true });
  const listed = async (filter: HostFilter) =>
    (await listHosts(asking, filter, { order: 'name', reversed: true, limit: 1000 })).hosts;

  test.each(filters)('CSV of %s', async (_, filter) => {
    const text = await textOf(csvStream(hostTable(asking, shown(filter))));
    const rows: Record<string, string>[] = parse(text, { bom: true, columns: true });
    const hosts = await listed(filter);
    expect(rows.map((row) => Number(row['id']))).toEqual(hosts.map((host) => host.id));
    for (const row of rows)
      for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
    expect(rows.map((row) => row['name']?.replace(/^'/, ''))).toEqual(
      hosts.map((host) => visible(host.name).replace(/^'/, '')),
    );
  });

  test.each(filters)('XLSX of %s', async (_, filter) => {
    const bytes = await bufferOf(xlsxStream('Hosts', hostTable(asking, shown(filter))));
    const book = new ExcelJS.Workbook();
    // Its types are of an older Node, whose buffers had no type parameter.
    await book.xlsx.load(bytes as never);
    const rows: string[][] = [];
    book.getWorksheet('Hosts')?.eachRow((row) => rows.push((row.values as unknown[]).slice(1).map(String)));
    const hosts = await listed(filter);
    expect(rows.slice(1).map((row) => row[0])).toEqual(hosts.map((host) => visible(host.name)));
    // As bytes: no cell is a formula, whatever reads it.
    expect(sheetOf(bytes)).not.toContain('<f>');
  });

  test.each(filters)('JSON lines of %s', async (_, filter) => {
    const text = await textOf(jsonLinesStream(asking, shown(filter)));
    const lines = text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
    const hosts = await listed(filter);
    expect(lines.map(({ findings: __, ...host }) => host)).toEqual(hosts);
    for (const line of lines) {
      const own = fleet.host_findings.filter((row) => row.host_id === line.id).map((row) => row.rule_id);
      expect(line.findings.map((finding: { rule: string }) => finding.rule)).toEqual(own.sort());
    }
  });

  test('a plan has what is open, and room for owner and date', async () => {
    const filter: HostFilter = { ...everyHost, id: fleet.hosts.map((host) => host.id ?? 0) };
    const rows: Record<string, string>[] = parse(await textOf(csvStream(planTable(asking, shown(filter)))), {
      bom: true,
      columns: true,
    });
    expect(rows.length).toBeGreaterThan(10);
    expect(
      rows.every(
        (row) => row['owner'] === '' && row['date'] === '' && ['fail', 'warn'].includes(row['verdict'] ?? ''),
      ),
    ).toBe(true);
    const tls = rows.filter((row) => row['rule'] === 'schannel/tls12-client-enabled');
    const off = (await listed(filter)).filter((host) => host.id % 3 === 1 && host.state !== null);
    expect(tls.map((row) => row['host']?.replace(/^'/, ''))).toEqual(
      off.map((host) => visible(host.name).replace(/^'/, '')),
    );
    expect(tls[0]?.['commands']).toContain('TLS 1.2');
  });

  test('a plan and SARIF leave out what is waived', async () => {
    const host =
      fleet.hosts.find((one) => one.status === 'active' && one.state !== null && (one.id ?? 0) % 3 === 1)
        ?.id ?? 0;
    const rule = 'schannel/tls12-client-enabled';
    await database.store.db.deleteFrom('host_findings').where('host_id', '=', host).execute();
    await database.store.db
      .insertInto('host_findings')
      .values({ host_id: host, rule_id: rule, verdict: 'fail', counts: 1, since: now, waiver_id: null })
      .execute();
    const filter = { ...everyHost, id: [host] };
    const rulesOf = async (): Promise<string[]> => {
      const log = JSON.parse(await sarifFile(asking, shown(filter)));
      return log.runs[0].results.map((result: { ruleId: string }) => result.ruleId);
    };
    expect(await rulesOf()).toContain(rule);
    await createWaivers({ store: database.store, now: () => now }, 'system', {
      rule,
      for: { hosts: [host] },
      reason: 'r',
      owner: 'o',
      expiresAt: now + 1000,
    });
    expect(await rulesOf()).not.toContain(rule);
    const text = await textOf(csvStream(planTable(asking, shown(filter))));
    expect(text).not.toContain(rule);
  });

  test('SARIF comes in files that hold no more than is allowed, none twice', async () => {
    const whole = JSON.parse(await sarifFile(asking, shown(everyHost)));
    expect(whole.runs[0].properties.next).toBeNull();
    const parts: unknown[] = [];
    let cursor: string | undefined;
    let files = 0;
    do {
      const log = JSON.parse(await sarifFile(asking, shown(everyHost), cursor, 20));
      expect(log.version).toBe('2.1.0');
      expect(log.runs[0].results.length).toBeLessThanOrEqual(20);
      parts.push(
        ...log.runs[0].results.map((result: { partialFingerprints: unknown }) => result.partialFingerprints),
      );
      cursor = log.runs[0].properties.next ?? undefined;
      files++;
    } while (cursor !== undefined);
    expect(files).toBeGreaterThan(1);
    expect(parts).toEqual(
      whole.runs[0].results.map((result: { partialFingerprints: unknown }) => result.partialFingerprints),
    );
    expect(whole.runs[0].properties.hosts).toBe((await listed(everyHost)).length);
  });
});

/** The sheet out of the archive, by its local headers (APPNOTE.TXT, 4.3.7), whose sizes stand in the central directory. */
function sheetOf(zip: Buffer): string {
  for (let at = zip.indexOf('PK\u0001\u0002'); at !== -1; at = zip.indexOf('PK\u0001\u0002', at + 4)) {
    const [size, nameLength, offset] = [
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt32LE(at + 42),
    ];
    if (zip.toString('utf8', at + 46, at + 46 + nameLength) !== 'xl/worksheets/sheet1.xml') continue;
    const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
    return inflateRawSync(zip.subarray(start, start + size)).toString('utf8');
  }
  throw new Error('There is no sheet in the archive.');
}
