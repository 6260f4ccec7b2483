// Keeps sections and sets of sections once per content and gives their ids.
import { insertRows, selectByKeys } from './bulk.ts';
import { packSection } from './kept-facts.ts';
import {
  type FactsRow,
  type FactsSectionRow,
  factsSectionShape,
  factsShape,
  type SectionRow,
  sectionShape,
} from './shapes.ts';
import type { Tx } from './transaction.ts';

export interface FactsToKeep {
  digest: Buffer;
  run: string;
  sections: readonly { name: string; text: Uint8Array }[];
  /** Digest by name, base64url. */
  digests: Readonly<Record<string, string>>;
}

/** Ids in the order of `all`. */
export async function internFacts(tx: Tx, all: readonly FactsToKeep[], now: number): Promise<number[]> {
  await shareWithCollectors(tx);
  const byDigest = new Map(all.map((facts) => [facts.digest.toString('base64url'), facts]));
  let ids = await idsByDigest(tx, 'facts', [...byDigest.keys()]);
  const missing = [...byDigest].filter(([digest]) => !ids.has(digest)).map(([, facts]) => facts);
  if (missing.length > 0) {
    const sectionIds = await internSections(tx, missing);
    const rows = missing.map(
      (facts): FactsRow => ({ digest: facts.digest, run: facts.run, created_at: now }),
    );
    await insertRows(tx, factsShape, rows, 'ignore');
    ids = await idsByDigest(tx, 'facts', [...byDigest.keys()]);
    await insertRows(
      tx,
      factsSectionShape,
      missing.flatMap((facts) => sectionRows(facts, ids, sectionIds)),
      'ignore',
    );
  }
  return all.map((facts) => idOf(ids, facts.digest.toString('base64url')));
}

/**
 * What is about to be referred to must not be collected as garbage at the same time by the collector that leads that
 * work. On SQLite the write lock already sees to it.
 */
async function shareWithCollectors(tx: Tx): Promise<void> {
  await lockFacts(tx, 'shared');
}

export async function lockFacts(tx: Tx, mode: 'shared' | 'exclusive'): Promise<void> {
  if (tx.store.kind === 'sqlite') return;
  const lock = mode === 'shared' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock';
  await selectByKeys(tx, { sqlite: '', postgres: `select ${lock}(n) from unnest($1::bigint[]) as n` }, [
    factsLock,
  ]);
}

/** Any number that no other lock of the program has. */
const factsLock = 7_203_001;

async function internSections(tx: Tx, all: readonly FactsToKeep[]): Promise<Map<string, number>> {
  const texts = new Map<string, { name: string; text: Uint8Array }>();
  for (const { sections, digests } of all)
    for (const section of sections) {
      const digest = digests[section.name];
      if (digest !== undefined) texts.set(digest, section);
    }
  const digests = [...texts.keys()];
  const ids = await idsByDigest(tx, 'sections', digests);
  const rows: SectionRow[] = [];
  for (const [digest, { name, text }] of texts) {
    if (ids.has(digest)) continue;
    const content = packSection(text);
    rows.push({ digest: Buffer.from(digest, 'base64url'), name, content, size: text.length });
  }
  if (rows.length === 0) return ids;
  // By digest, so that two transactions that bring the same sections cannot wait for each other.
  rows.sort((a, b) => Buffer.compare(a.digest, b.digest));
  await insertRows(tx, sectionShape, rows, 'ignore');
  return idsByDigest(tx, 'sections', digests);
}

function sectionRows(
  facts: FactsToKeep,
  factsIds: ReadonlyMap<string, number>,
  sectionIds: ReadonlyMap<string, number>,
): FactsSectionRow[] {
  const facts_id = idOf(factsIds, facts.digest.toString('base64url'));
  return Object.entries(facts.digests).map(([name, digest]) => ({
    facts_id,
    name,
    section_id: idOf(sectionIds, digest),
  }));
}

function idOf(ids: ReadonlyMap<string, number>, digest: string): number {
  const id = ids.get(digest);
  if (id === undefined) throw new Error(`No row with digest ${digest}, although it was just written.`);
  return id;
}

async function idsByDigest(
  tx: Tx,
  table: 'facts' | 'sections',
  digests: readonly string[],
): Promise<Map<string, number>> {
  const select = `select id, digest from ${table} where digest`;
  const rows = await selectByKeys<{ id: number; digest: Uint8Array }>(
    tx,
    { sqlite: `${select} = ?`, postgres: `${select} = any($1::bytea[])` },
    digests.map((digest) => Buffer.from(digest, 'base64url')),
  );
  return new Map(rows.map(({ id, digest }) => [Buffer.from(digest).toString('base64url'), id]));
}
