// Takes in facts that nobody signed, on the word of whoever works at the collector's machine; their hosts are kept apart.
import { createHash, generateKeyPairSync } from 'node:crypto';
import {
  digestOf,
  exportPublicKey,
  keyIdOf,
  type ReportHeader,
  reportFormat,
  reportHeaderSchema,
  reportIdSchema,
  splitFacts,
} from '@mailflow-tls/contract';
import { coreVersion, evaluate, type HostFacts } from '@mailflow-tls/core';
import * as v from 'valibot';
import type { Collector } from '../collector.ts';
import { audit } from '../people/audit.ts';
import { searchText } from '../store/host-search.ts';
import { factsDigest, keptRunText } from '../store/kept-facts.ts';
import { recordReports } from '../store/record-reports.ts';
import { inTransaction } from '../store/transaction.ts';
import type { VerifiedReport } from './verified-report.ts';

/** On every host that exists only because its facts were imported. */
const importedTag = 'imported';
const importedBy = 'import';

export interface ImportedFacts {
  accepted: number;
  duplicates: number;
  refused: number;
}

/**
 * A host's imported facts go to a row of their own: never to that of a host with a key, whose history must not be
 * written by others. The row's key is one whose private half nobody has, so nothing can be delivered for it.
 */
export async function importFacts(collector: Collector, facts: readonly HostFacts[]): Promise<ImportedFacts> {
  const imported: ImportedFacts = { accepted: 0, duplicates: 0, refused: 0 };
  for (const one of facts) {
    const report = await asReport(collector, one);
    const [recorded] = report === null ? [] : await recordReports(collector, [report]);
    if (recorded === 'accepted') imported.accepted += 1;
    else if (recorded === 'duplicate') imported.duplicates += 1;
    else imported.refused += 1;
  }
  return imported;
}

async function asReport(collector: Collector, facts: HostFacts): Promise<VerifiedReport | null> {
  const { run, sections } = splitFacts(facts);
  const receivedAt = collector.now();
  const host = await importedHost(collector, facts.host.name, facts.host.domain);
  const header: ReportHeader = {
    format: reportFormat,
    id: v.is(reportIdSchema, run.id) ? run.id : idOf(facts),
    key: host.key,
    schemaVersion: run.schemaVersion,
    gatheredAt: run.gatheredAt,
    gatherer: run.gatherer,
    host: run.host,
    ...(run.label === undefined ? {} : { label: run.label }),
    clock: run.clock,
    tookMs: { ...run.tookMs },
    sections: Object.fromEntries(sections.map(({ name, text }) => [name, digestOf(Buffer.from(text))])),
    judged: { core: coreVersion, state: evaluate(facts, { now: new Date(receivedAt) }).state },
    lost: { dropped: { count: 0, bytes: 0, age: 0 }, unreadable: 0, notWritten: 0 },
  };
  if (!v.is(reportHeaderSchema, header)) return null;
  const texts = sections.map(({ name, text }) => ({ name, text: Buffer.from(text) }));
  const kept = keptRunText(header);
  const digest = factsDigest(kept, header.sections);
  return { hostId: host.id, header, run: kept, digest, sections: texts, receivedAt, via: 'file' };
}

async function importedHost(
  collector: Collector,
  name: string,
  domain: string | null,
): Promise<{ id: number; key: string }> {
  return inTransaction(collector.store, async ({ db }) => {
    const known = await db
      .selectFrom('hosts')
      .select(['id', 'key_id'])
      .where('name', '=', name)
      .where((eb) => (domain === null ? eb('domain', 'is', null) : eb('domain', '=', domain)))
      .where('decided_by', '=', importedBy)
      .executeTakeFirst();
    if (known !== undefined) return { id: known.id, key: known.key_id };
    const spki = exportPublicKey(generateKeyPairSync('ed25519').publicKey);
    const key = keyIdOf(spki);
    const now = collector.now();
    const names = { name, domain, label: null, windows: null, exchange: null };
    const { id } = await db
      .insertInto('hosts')
      .values({
        key_id: key,
        public_key: spki,
        name,
        domain,
        search: searchText(names, [importedTag]),
        status: 'active',
        enrolled_at: now,
        decided_at: now,
        decided_by: importedBy,
        rank: 99,
        open_problems: 0,
        waived_problems: 0,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await db.insertInto('host_tags').values({ host_id: id, tag: importedTag }).execute();
    await audit({ db, now: () => now }, 'system', 'host.import', `host:${id} ${name}`);
    return { id, key };
  });
}

/** The same facts always get the same id, so that they count once; it begins with the time as version 7 does. */
function idOf(facts: HostFacts): string {
  const bytes = createHash('sha256').update(JSON.stringify(facts)).digest().subarray(0, 16);
  const made = Date.parse(facts.gatheredAt);
  bytes.writeUIntBE(Number.isFinite(made) && made > 0 ? made : 0, 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
