// Reports over real HTTP with real signatures: what is accepted, and each way to be refused, on both databases.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { digestOf, refusals, reportContentType, reportLimits, signAs } from '@mailflow-tls/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { databaseKinds } from '../../test/databases.ts';
import { type ServingCollector, startServing } from '../../test/serving-collector.ts';
import { reportId, TestHost } from '../../test/test-host.ts';

const kinds = databaseKinds('taking in reports');

describe.each(kinds)('on %s', (kind) => {
  let running: ServingCollector;
  let host: TestHost;
  let hostId: number;
  let number = 0;
  const clock = { ahead: 0 };

  beforeAll(async () => {
    running = await startServing(kind, { now: () => Date.now() + clock.ahead });
  });
  afterAll(() => running.stop());
  beforeEach(async () => {
    number += 1;
    // What the test before did to this address is forgiven by now.
    clock.ahead += 120_000;
    host = new TestHost(`EX${number}`);
    hostId = await host.insert(running.collector.db);
  });

  const now = () => running.collector.now();

  async function deliver(body: Uint8Array | string, headers: Record<string, string> = {}) {
    const response = await fetch(`${running.url}/api/v1/reports`, {
      method: 'POST',
      body: new Blob([Buffer.from(body)]),
      headers: { 'content-type': reportContentType, ...headers },
    });
    const answer = (await response.json()) as Record<string, unknown>; // every answer of this route is an object
    return { status: response.status, answer, retryAfter: response.headers.get('retry-after') };
  }

  async function expectRefused(body: Uint8Array | string, code: keyof typeof refusals) {
    const before = running.intake.figures.refusedByCode.get(code) ?? 0;
    const { status, answer } = await deliver(body);
    expect(answer).toMatchObject({ code, status: refusals[code].status });
    expect(status).toBe(refusals[code].status);
    expect(running.intake.figures.refusedByCode.get(code)).toBe(before + 1);
    expect(await reportsOf(hostId)).toBe(0);
  }

  async function reportsOf(id: number): Promise<number> {
    const rows = await running.collector.db
      .selectFrom('reports')
      .select('id')
      .where('host_id', '=', id)
      .execute();
    return rows.length;
  }

  /** Takes a report apart, changes its lines, signs the header anew when asked, and packs it again. */
  function changed(
    report: Buffer,
    change: (lines: string[], header: Record<string, unknown>) => void,
    { signed = true } = {},
  ): Buffer {
    const lines = gunzipSync(report).toString().split('\n');
    const header = JSON.parse(lines[1] ?? '');
    const original = lines[1];
    change(lines, header);
    if (lines[1] === original) lines[1] = JSON.stringify(header);
    if (signed)
      lines[0] = signAs('report', Buffer.from(lines[1] ?? ''), host.privateKey).toString('base64url');
    return gzipSync(lines.join('\n'));
  }

  test('a signed report of a known host is stored, and its id echoed', async () => {
    const id = reportId(now());
    const { status, answer } = await deliver(host.report(now(), id));
    expect(status).toBe(200);
    expect(answer).toEqual({ id, duplicate: false });
    const row = await running.collector.db
      .selectFrom('hosts')
      .select(['state', 'last_report_at', 'name'])
      .where('id', '=', hostId)
      .executeTakeFirstOrThrow();
    expect(row.name).toBe(host.name);
    expect(row.state).not.toBeNull();
    expect(await reportsOf(hostId)).toBe(1);
  });

  test('the same report again, and at the same moment, is one report', async () => {
    const report = host.report(now());
    const answers = await Promise.all([deliver(report), deliver(report), deliver(report)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(answers.filter(({ answer }) => answer['duplicate'] === false)).toHaveLength(1);
    expect((await deliver(report)).answer).toMatchObject({ duplicate: true });
    expect(await reportsOf(hostId)).toBe(1);
  });

  test('a clock that is wrong is recorded; the time of receipt counts', async () => {
    const received = now();
    await deliver(host.report(received - 3 * 86_400_000));
    const row = await running.collector.db
      .selectFrom('hosts')
      .select(['clock_skew_ms', 'last_report_at'])
      .where('id', '=', hostId)
      .executeTakeFirstOrThrow();
    expect(Math.round((row.clock_skew_ms ?? 0) / 86_400_000)).toBe(-3);
    expect(row.last_report_at).toBeGreaterThanOrEqual(received);
  });

  test('a section that the core does not know is kept for a newer one', async () => {
    const report = changed(host.report(now()), (lines, header) => {
      const text = JSON.stringify({ status: 'read', data: { answer: 42 }, gaps: [] });
      header['sections'] = { ...Object(header['sections']), inTheFuture: digestOf(Buffer.from(text)) };
      lines.splice(lines.length - 1, 0, text);
    });
    expect(await deliver(report)).toMatchObject({ status: 200 });
    const row = await running.collector.db
      .selectFrom('sections')
      .select('name')
      .where('name', '=', 'inTheFuture')
      .executeTakeFirst();
    expect(row).toBeDefined();
  });

  describe('is refused:', () => {
    test('what is no gzip data', () => expectRefused('{"hello":1}', 'report-not-gzip'));
    test('a body cut short', () => expectRefused(host.report(now()).subarray(0, 900), 'report-not-gzip'));
    test('an empty body', () => expectRefused('', 'report-not-gzip'));
    test('gzip of something else', () => expectRefused(gzipSync('hello\n{}\n'), 'report-malformed'));
    test('too many bytes as sent', () =>
      expectRefused(randomBytes(reportLimits.compressed + 1), 'report-too-large'));
    test('a bomb', () =>
      expectRefused(gzipSync(Buffer.alloc(reportLimits.inflated + 1)), 'report-too-large'));
    test('a bomb within a bomb’s limits', () =>
      expectRefused(gzipSync(Buffer.alloc(reportLimits.inflated - 1)), 'report-malformed'));
    test('another version of the report', () =>
      expectRefused(
        changed(host.report(now()), (_lines, header) => {
          header['format'] = 2;
        }),
        'report-version-unsupported',
      ));
    test('another version of the facts', () =>
      expectRefused(
        changed(host.report(now()), (_lines, header) => {
          header['schemaVersion'] = 99;
        }),
        'report-version-unsupported',
      ));
    test.each([
      ['__proto__', '{"__proto__":{"format":1}}'],
      ['a list', '[]'],
      ['null', 'null'],
    ])('a header that is %s', async (_what, text) => {
      const body = gzipSync(
        `${signAs('report', Buffer.from(text), host.privateKey).toString('base64url')}\n${text}\n`,
      );
      expect([400, 422]).toContain((await deliver(body)).status);
    });
    test('a header with a name too much', () =>
      expectRefused(
        changed(host.report(now()), (_lines, header) => {
          header['extra'] = 1;
        }),
        'report-schema-invalid',
      ));
    test('a host nobody enrolled', () =>
      expectRefused(new TestHost('STRANGER').report(now()), 'host-unknown'));
    test('a forged signature', () =>
      expectRefused(
        changed(
          host.report(now()),
          (lines) => {
            lines[0] = signAs(
              'report',
              Buffer.from(lines[1] ?? ''),
              generateKeyPairSync('ed25519').privateKey,
            ).toString('base64url');
          },
          { signed: false },
        ),
        'signature-invalid',
      ));
    test('a header changed after signing', () =>
      expectRefused(
        changed(
          host.report(now()),
          (_lines, header) => {
            header['host'] = { name: 'OTHER', domain: null };
          },
          { signed: false },
        ),
        'signature-invalid',
      ));
    test('a signature made for another purpose', () =>
      expectRefused(
        changed(
          host.report(now()),
          (lines) => {
            lines[0] = signAs('enrolment', Buffer.from(lines[1] ?? ''), host.privateKey).toString(
              'base64url',
            );
          },
          { signed: false },
        ),
        'signature-invalid',
      ));
    test('another host’s report signed by this one’s key', async () => {
      const other = new TestHost('VICTIM');
      await other.insert(running.collector.db);
      await expectRefused(
        changed(host.report(now()), (_lines, header) => {
          header['key'] = other.key;
        }),
        'signature-invalid',
      );
    });
    test('a section that is not the signed one', () =>
      expectRefused(
        changed(host.report(now()), (lines) => {
          lines[2] = (lines[2] ?? '').replace('read', 'reed');
        }),
        'report-digest-mismatch',
      ));
    test('sections left out', () =>
      expectRefused(
        changed(host.report(now()), (lines) => {
          lines.splice(2, 1);
        }),
        'report-malformed',
      ));
    const withSection = (name: string, text: string) =>
      changed(host.report(now()), (lines, header) => {
        const sections = { ...Object(header['sections']) } as Record<string, string>; // it is such an object
        const at = Object.keys(sections).indexOf(name);
        sections[name] = digestOf(Buffer.from(text));
        header['sections'] = sections;
        if (at < 0) lines.splice(lines.length - 1, 0, text);
        else lines[2 + at] = text;
      });
    test('a section that does not fit the schema', () =>
      expectRefused(
        withSection('os', '{"status":"read","data":{"clock":1},"gaps":[]}'),
        'report-schema-invalid',
      ));
    test('a section that is not JSON', () =>
      expectRefused(withSection('os', '{"status":'), 'report-malformed'));
    test('a section that is not UTF-8', async () => {
      const lines = gunzipSync(withSection('later', '"x"')).toString('latin1').split('\n');
      const text = Buffer.from('{"a":"\xff"}', 'latin1');
      const header = JSON.parse(lines[1] ?? '');
      header.sections.later = digestOf(text);
      lines[1] = JSON.stringify(header);
      lines[0] = signAs('report', Buffer.from(lines[1]), host.privateKey).toString('base64url');
      lines[lines.length - 2] = text.toString('latin1');
      await expectRefused(gzipSync(Buffer.from(lines.join('\n'), 'latin1')), 'report-malformed');
    });
    test('a section that nests too deeply', () =>
      expectRefused(
        withSection('later', '['.repeat(100_000) + ']'.repeat(100_000)),
        'report-limits-exceeded',
      ));
    test('too many values', () =>
      expectRefused(
        withSection('later', `{"a":[${'1,'.repeat(reportLimits.values)}1]}`),
        'report-limits-exceeded',
      ));
    test('a host that waits, and it is taken in the moment it is approved', async () => {
      await running.collector.db
        .updateTable('hosts')
        .set({ status: 'waiting' })
        .where('id', '=', hostId)
        .execute();
      await expectRefused(host.report(now()), 'host-waiting');
      await running.collector.db
        .updateTable('hosts')
        .set({ status: 'active' })
        .where('id', '=', hostId)
        .execute();
      expect(await deliver(host.report(now()))).toMatchObject({ status: 200 });
    });
    test('an id that is another host’s', async () => {
      const id = reportId(now());
      const other = new TestHost('FIRST');
      await other.insert(running.collector.db);
      expect(await deliver(other.report(now(), id))).toMatchObject({ status: 200 });
      await expectRefused(host.report(now(), id), 'report-id-taken');
    });
    test('a host from the moment it is revoked, although it was just known', async () => {
      expect(await deliver(host.report(now()))).toMatchObject({ status: 200 });
      await running.collector.db
        .updateTable('hosts')
        .set({ status: 'revoked' })
        .where('id', '=', hostId)
        .execute();
      expect(await deliver(host.report(now()))).toMatchObject({
        status: 403,
        answer: { code: 'host-revoked' },
      });
      expect(await reportsOf(hostId)).toBe(1);
    });
  });

  test('hostile texts in every field are kept as they are and harm nothing', async () => {
    const hostile = `'; drop table hosts; --"<script>alert(1)</script>\u0000\u202E\uD800=cmd|' /C calc'!A0\r\n`;
    const report = host.report(now(), reportId(now()), (facts) => {
      facts.host = { name: hostile, domain: hostile };
      facts.label = hostile;
      facts.gatherer.name = hostile;
    });
    expect(await deliver(report)).toMatchObject({ status: 200 });
    expect(await reportsOf(hostId)).toBe(1);
    const row = await running.collector.db
      .selectFrom('hosts')
      .select('name')
      .where('id', '=', hostId)
      .executeTakeFirstOrThrow();
    expect(row.name).toBe(host.name);
  });

  test('a body over the limit that does not tell its length is refused and counted, and its room given back', async () => {
    const before = running.intake.figures.refusedByCode.get('report-too-large') ?? 0;
    const part = randomBytes(1024 * 1024);
    const response = await fetch(`${running.url}/api/v1/reports`, {
      method: 'POST',
      body: ReadableStream.from(Array.from({ length: 6 }, () => part)),
      duplex: 'half',
      headers: { 'content-type': reportContentType },
    });
    expect(response.status).toBe(413);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await response.json()).toMatchObject({ code: 'report-too-large' });
    expect(running.intake.figures.refusedByCode.get('report-too-large')).toBe(before + 1);
    await expect.poll(() => running.intake.admission.requests).toBe(0);
    expect(running.intake.admission.bytes).toBe(0);
  });

  test('a report may come in pieces without a length', async () => {
    const report = host.report(now());
    const response = await fetch(`${running.url}/api/v1/reports`, {
      method: 'POST',
      body: ReadableStream.from([report.subarray(0, 100), report.subarray(100)]),
      duplex: 'half',
      headers: { 'content-type': `${reportContentType}; charset=binary` },
    });
    expect(response.status).toBe(200);
    expect(await reportsOf(hostId)).toBe(1);
  });

  test.each([['application/json'], ['text/plain'], ['']])(
    'a body of type “%s” is refused and counted',
    async (type) => {
      const before = running.intake.figures.refusedByCode.get('media-type-unsupported') ?? 0;
      const { status, answer } = await deliver(host.report(now()), { 'content-type': type });
      expect(status).toBe(415);
      expect(answer).toMatchObject({ code: 'media-type-unsupported' });
      expect(running.intake.figures.refusedByCode.get('media-type-unsupported')).toBe(before + 1);
    },
  );

  test('refusals are counted by day, code and key, and a host refused over and over raises one alert', async () => {
    const bad = changed(host.report(now()), (lines) => {
      lines[2] = '{}';
    });
    for (let attempt = 0; attempt < 12; attempt += 1) {
      await deliver(bad);
      if (attempt % 5 === 0) await running.intake.flush();
    }
    await running.intake.flush();
    const rows = await running.collector.db
      .selectFrom('refusals')
      .selectAll()
      .where('key_id', '=', host.key)
      .execute();
    expect(rows).toMatchObject([{ code: 'report-digest-mismatch', count: 12, last_address: '127.0.0.1' }]);
    const alerts = await running.collector.db
      .selectFrom('alerts')
      .select('kind')
      .where('host_id', '=', hostId)
      .execute();
    expect(alerts).toEqual([{ kind: 'refusedRepeatedly' }]);
  });

  test('an address that floods with refused reports is slowed down, and free again later', async () => {
    let last = await deliver('x');
    for (let attempt = 0; attempt < 400 && last.status !== 429; attempt += 1) last = await deliver('x');
    expect(last).toMatchObject({ status: 429, answer: { code: 'rate-limited' } });
    expect(Number(last.retryAfter)).toBeGreaterThan(0);
    clock.ahead += 120_000;
    expect(await deliver(host.report(now()))).toMatchObject({ status: 200 });
  });

  test('an older report that comes late counts, and does not undo the newer one', async () => {
    const at = now();
    await deliver(host.report(at));
    const late = await deliver(host.report(at - 3_600_000));
    expect(late).toMatchObject({ status: 200, answer: { duplicate: false } });
    expect(await reportsOf(hostId)).toBe(2);
    const row = await running.collector.db
      .selectFrom('hosts')
      .select('last_made_at')
      .where('id', '=', hostId)
      .executeTakeFirstOrThrow();
    expect(row.last_made_at).toBe(at);
  });
});
