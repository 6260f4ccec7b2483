// Which sections of a host's facts are not what they were, and whether Windows was restarted between them.
import { selectByKeys } from './bulk.ts';
import { unpackSection } from './kept-facts.ts';
import type { ChangeRow } from './shapes.ts';
import type { Tx } from './transaction.ts';

export interface OldSections {
  /** Digest by name, base64url. */
  digests: ReadonlyMap<string, string>;
  bootTime: string | null;
}

/** These count and measure; that they differ from report to report is no change of the host. */
const measured: ReadonlySet<string> = new Set(['mailLogs', 'queues', 'events']);

/** A computed time of the last start wavers by less. */
const restartedAfterMs = 120_000;

export async function readOldSections(
  tx: Tx,
  factsIds: readonly (number | null)[],
): Promise<Map<number, OldSections>> {
  const ids = [...new Set(factsIds.filter((id) => id !== null))];
  const select = `select fs.facts_id, fs.name, s.digest, case when fs.name = 'os' then s.content end as content
    from facts_sections fs join sections s on s.id = fs.section_id where fs.facts_id`;
  const rows = await selectByKeys<{
    facts_id: number;
    name: string;
    digest: Uint8Array;
    content: Uint8Array | null;
  }>(tx, { sqlite: `${select} = ?`, postgres: `${select} = any($1::bigint[])` }, ids);
  const old = new Map<number, OldSections>();
  for (const [id, sections] of Map.groupBy(rows, (row) => row.facts_id)) {
    const os = sections.find(({ content }) => content !== null)?.content ?? null;
    old.set(id, {
      digests: new Map(sections.map(({ name, digest }) => [name, Buffer.from(digest).toString('base64url')])),
      bootTime: os === null ? null : bootTimeOf(unpackSection(os)),
    });
  }
  return old;
}

export interface ChangedSections {
  /** All of them, also those that only measure. */
  names: ReadonlySet<string>;
  changes: Pick<ChangeRow, 'kind' | 'subject' | 'before' | 'after'>[];
}

/** `before`: null for the first facts of a host, whose sections are all new and none a change. */
export function changedSections(
  before: OldSections | null,
  now: Readonly<Record<string, string>>,
  bootTime: string | null,
): ChangedSections {
  const names = new Set<string>();
  for (const [name, digest] of Object.entries(now)) if (before?.digests.get(name) !== digest) names.add(name);
  if (before === null) return { names, changes: [] };
  for (const name of before.digests.keys()) if (!(name in now)) names.add(name);
  const changes: ChangedSections['changes'] = [];
  for (const name of names)
    if (!measured.has(name)) changes.push({ kind: 'facts', subject: name, before: null, after: null });
  if (bootTime !== null && before.bootTime !== null) {
    const later = Date.parse(bootTime) - Date.parse(before.bootTime);
    if (later > restartedAfterMs)
      changes.push({ kind: 'restarted', subject: null, before: before.bootTime, after: bootTime });
  }
  return { names, changes };
}

function bootTimeOf(text: string): string | null {
  // Any JSON: the section may be of another version.
  const section = JSON.parse(text) as { data?: { bootTime?: unknown } } | null;
  const bootTime = section?.data?.bootTime;
  return typeof bootTime === 'string' ? bootTime : null;
}
