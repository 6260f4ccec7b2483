// Lets waivers take effect: which findings they cover, how many problems stay open, and the set that a host's findings make.
import type { Kysely, Selectable } from 'kysely';
import { batches } from '../fleet/asking.ts';
import { internSets, type SetEntry, setContent } from '../fleet/finding-sets.ts';
import type { Database, HostsTable } from '../store/schema.ts';

type Db = Kysely<Database>;

/**
 * Brings `waiver_id` of findings and the counts and finding sets of hosts up to date. To be called in the transaction
 * that writes findings or tags, for those hosts; without ids for all of them.
 */
export async function applyWaivers(db: Db, now: number, hostIds?: readonly number[]): Promise<void> {
  const waivers = await activeWaivers(db, now);
  if (hostIds !== undefined) {
    for (const some of batches(hostIds, 400)) await settle(db, waivers, some);
    return;
  }
  let last = 0;
  for (;;) {
    const rows = await db
      .selectFrom('hosts')
      .select('id')
      .where('id', '>', last)
      .orderBy('id')
      .limit(400)
      .execute();
    if (rows.length === 0) return;
    await settle(
      db,
      waivers,
      rows.map((row) => row.id),
    );
    last = rows.at(-1)?.id ?? last;
  }
}

interface Waivers {
  /** Key: rule and host, or rule and tag. */
  byHost: ReadonlyMap<string, number>;
  byTag: ReadonlyMap<string, number>;
}

async function activeWaivers(db: Db, now: number): Promise<Waivers> {
  const rows = await db
    .selectFrom('waivers')
    .select(['id', 'rule_id', 'host_id', 'tag'])
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('expires_at')
    .execute();
  const byHost = new Map<string, number>();
  const byTag = new Map<string, number>();
  // Of several that cover the same, the one that lasts longest, so that the finding does not come back in between.
  for (const { id, rule_id, host_id, tag } of rows) {
    if (host_id !== null) byHost.set(`${rule_id}\n${host_id}`, id);
    else if (tag !== null) byTag.set(`${rule_id}\n${tag}`, id);
  }
  return { byHost, byTag };
}

async function settle(db: Db, { byHost, byTag }: Waivers, hostIds: readonly number[]): Promise<void> {
  const [findings, hosts, tagRows] = await Promise.all([
    db
      .selectFrom('host_findings')
      .select(['host_id', 'rule_id', 'verdict', 'counts', 'waiver_id'])
      .where('host_id', 'in', hostIds)
      .execute(),
    db
      .selectFrom('hosts')
      .select(['id', 'open_problems', 'waived_problems', 'finding_set_id'])
      .where('id', 'in', hostIds)
      .execute(),
    byTag.size === 0 ? [] : db.selectFrom('host_tags').selectAll().where('host_id', 'in', hostIds).execute(),
  ]);
  const tags = Map.groupBy(tagRows, (row) => row.host_id);
  const byHostId = Map.groupBy(findings, (row) => row.host_id);
  const changed: { host: number; rule: string; waiver: number | null }[] = [];
  const settled = hosts.map((host) => {
    let open = 0;
    let waived = 0;
    const entries = (byHostId.get(host.id) ?? []).map((finding): SetEntry => {
      const { rule_id, verdict, counts } = finding;
      const waiver =
        byHost.get(`${rule_id}\n${host.id}`) ??
        tags
          .get(host.id)
          ?.map(({ tag }) => byTag.get(`${rule_id}\n${tag}`))
          .find((id) => id !== undefined) ??
        null;
      if (counts === 1) waiver === null ? open++ : waived++;
      if (waiver !== finding.waiver_id) changed.push({ host: host.id, rule: rule_id, waiver });
      return [rule_id, verdict, counts, waiver === null ? 0 : 1];
    });
    return { host, open, waived, content: entries.length === 0 ? null : setContent(entries) };
  });
  for (const { host, rule, waiver } of changed) {
    await db
      .updateTable('host_findings')
      .set({ waiver_id: waiver })
      .where('host_id', '=', host)
      .where('rule_id', '=', rule)
      .execute();
  }
  const sets = await internSets(
    db,
    settled.flatMap(({ content }) => (content === null ? [] : [content])),
  );
  // Hosts of a fleet resemble each other: those that get the same are written together.
  const same = new Map<string, { values: Settled; hosts: number[] }>();
  for (const { host, open, waived, content } of settled) {
    const finding_set_id = content === null ? null : (sets.get(content) ?? null);
    const { open_problems, waived_problems } = host;
    if (open_problems === open && waived_problems === waived && host.finding_set_id === finding_set_id)
      continue;
    const key = `${open} ${waived} ${finding_set_id}`;
    const group = same.get(key);
    if (group) group.hosts.push(host.id);
    else {
      const values = { open_problems: open, waived_problems: waived, finding_set_id };
      same.set(key, { values, hosts: [host.id] });
    }
  }
  for (const { values, hosts: alike } of same.values())
    await db.updateTable('hosts').set(values).where('id', 'in', alike).execute();
}

type Settled = Pick<Selectable<HostsTable>, 'open_problems' | 'waived_problems' | 'finding_set_id'>;
