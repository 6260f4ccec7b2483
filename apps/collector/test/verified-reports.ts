// Hosts and reports as intake hands them to the store, for tests and benchmarks of what lies behind it.
import { randomBytes } from 'node:crypto';
import { digestOf, splitFacts } from '@mailflow-tls/contract';
import type { HostFacts } from '@mailflow-tls/core';
import { exampleFacts } from '../../../packages/core/test/example-facts.ts';
import type { VerifiedReport } from '../src/intake/verified-report.ts';
import { factsDigest, keptRunText } from '../src/store/kept-facts.ts';
import type { RecordingCollector } from '../src/store/record-reports.ts';
import type { Db, Store } from '../src/store/store.ts';

export const start: number = Date.parse('2026-11-24T00:00:00Z');
export const hour = 3_600_000;
export const nothingLost: VerifiedReport['header']['lost'] = {
  dropped: { count: 0, bytes: 0, age: 0 },
  unreadable: 0,
  notWritten: 0,
};

/** What recordReports and the jobs need of a collector, at a time that the test sets. */
export function recordingCollector(
  store: Store,
  clock: { now: number },
): RecordingCollector & { db: Store['db'] } {
  // Of the settings only these are looked at behind the store.
  const settings = {
    silentAfterHours: 26,
    retention: { reportDays: 400, rollupDays: 1100 },
  } as unknown as RecordingCollector['settings'];
  return { store, db: store.db, settings, now: () => clock.now };
}

export async function enrolHosts(db: Db, count: number, first = 1): Promise<number[]> {
  const ids: number[] = [];
  for (let from = 0; from < count; from += 500) {
    const rows = Array.from({ length: Math.min(500, count - from) }, (_, index) =>
      hostRow(first + from + index),
    );
    const inserted = await db.insertInto('hosts').values(rows).returning('id').execute();
    ids.push(...inserted.map((row) => row.id));
  }
  return ids;
}

function hostRow(number: number) {
  const name = hostName(number);
  return {
    key_id: randomBytes(16).toString('base64url'),
    public_key: randomBytes(44),
    name,
    domain: 'contoso.com',
    search: name.toLowerCase(),
    status: 'active' as const,
    enrolled_at: start,
    rank: 99,
    open_problems: 0,
    waived_problems: 0,
  };
}

function hostName(number: number): string {
  return `EX${String(number).padStart(5, '0')}`;
}

/** Healthy facts of one host; the settings of no two hosts are the same text, as with real hosts. */
export function factsOfHost(number: number, change: (facts: HostFacts) => void = () => {}): HostFacts {
  const facts = structuredClone(exampleFacts());
  facts.host = { name: hostName(number), domain: 'contoso.com' };
  const { os } = facts.sections;
  if (os.status === 'read') os.data.hostName = hostName(number);
  change(facts);
  return facts;
}

/** No TLS 1.2 for outgoing mail: `failing`. */
export function withoutTls12(facts: HostFacts): void {
  const { schannel } = facts.sections;
  if (schannel.status !== 'read') return;
  for (const key of schannel.data.protocols)
    if (key.path.endsWith('TLS 1.2\\Client'))
      for (const value of key.values) value.data = value.name === 'Enabled' ? 0 : 1;
}

export interface ReportOptions {
  /** By the collector's clock. */
  at: number;
  /** By the host's clock; the same without it. */
  madeAt?: number;
  id?: string;
  lost?: VerifiedReport['header']['lost'];
  via?: VerifiedReport['via'];
}

/** Splits and hashes once, so that many reports of the same facts cost nothing. */
export function reporter(hostId: number, facts: HostFacts): (options: ReportOptions) => VerifiedReport {
  const { run, sections } = splitFacts(facts);
  const texts = sections.map(({ name, text }) => ({ name, text: Buffer.from(text) }));
  const kept = keptRunText(run);
  const digests = Object.fromEntries(texts.map(({ name, text }) => [name, digestOf(text)]));
  return ({ at, madeAt = at, id = timeId(madeAt), lost = nothingLost, via = 'https' }) => ({
    hostId,
    receivedAt: at,
    via,
    sections: texts,
    run: kept,
    digest: factsDigest(kept, digests),
    header: {
      format: 1,
      id,
      key: 'A'.repeat(22),
      schemaVersion: run.schemaVersion,
      gatheredAt: new Date(madeAt).toISOString(),
      gatherer: run.gatherer,
      host: run.host,
      clock: new Date(madeAt).toISOString(),
      tookMs: {},
      sections: digests,
      judged: { core: '0.1.0', state: 'ready' },
      lost,
    },
  });
}

/** UUID version 7. */
export function timeId(time: number): string {
  const hex = `${time.toString(16).padStart(12, '0')}7${randomBytes(2).toString('hex').slice(1)}a${randomBytes(8).toString('hex').slice(1)}`;
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
