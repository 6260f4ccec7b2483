// Waivers: somebody answers for a rule's finding on a host or on all hosts of a tag, for a time. Never hidden, always counted apart.
import { rules } from '@mailflow-tls/core';
import { sql } from 'kysely';
import * as v from 'valibot';
import { decodeCursor, encodeCursor } from '../api/cursor.ts';
import { Problem } from '../api/problems.ts';
import type { Collector } from '../collector.ts';
import { type Asking, batches, dayMs, numberOf } from '../fleet/asking.ts';
import { type Actor, actorName, audit, changing, type Ground } from '../people/audit.ts';
import type { WaiversTable } from '../store/schema.ts';
import { applyWaivers } from './apply-waivers.ts';

export interface NewWaiver {
  rule: string;
  /** One waiver for each, or one for all hosts that bear the tag, now or later. */
  for: { hosts: readonly number[] } | { tag: string };
  reason: string;
  owner: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/** Whoever waives for longer should look again in between. */
const longest = 2 * 366 * dayMs;

export async function createWaivers(
  collector: Pick<Collector, 'store' | 'now'>,
  actor: Actor,
  wanted: NewWaiver,
): Promise<number[]> {
  const now = collector.now();
  if (!rules.some((rule) => rule.id === wanted.rule)) throw invalid('/rule', 'There is no such rule.');
  if (wanted.expiresAt <= now || wanted.expiresAt > now + longest)
    throw invalid('/expiresAt', 'Expected a time to come, at most two years ahead.');
  return changing(collector, async (ground) => {
    const places: { host_id: number | null; tag: string | null }[] =
      'tag' in wanted.for
        ? [{ host_id: null, tag: wanted.for.tag }]
        : [...new Set(wanted.for.hosts)].map((host) => ({ host_id: host, tag: null }));
    const hosts = await hostsOf(ground, wanted);
    const ids: number[] = [];
    for (const place of places) {
      const { id } = await ground.db
        .insertInto('waivers')
        .values({
          ...place,
          rule_id: wanted.rule,
          reason: wanted.reason,
          owner: wanted.owner,
          created_at: now,
          created_by: actorName(actor),
          expires_at: wanted.expiresAt,
          ended_at: null,
          ended_by: null,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      ids.push(id);
      await audit(ground, actor, 'waiver.create', `waiver:${id}`, {
        rule: wanted.rule,
        ...(place.tag === null ? { host: place.host_id } : { tag: place.tag }),
        reason: wanted.reason,
        owner: wanted.owner,
        expiresAt: wanted.expiresAt,
      });
    }
    await applyWaivers(ground.db, now, hosts);
    return ids;
  });
}

async function hostsOf({ db }: Ground, wanted: NewWaiver): Promise<number[]> {
  if ('tag' in wanted.for) return hostsOfTag(db, wanted.for.tag);
  const found: number[] = [];
  for (const some of batches([...new Set(wanted.for.hosts)])) {
    const rows = await db.selectFrom('hosts').select('id').where('id', 'in', some).execute();
    found.push(...rows.map((row) => row.id));
  }
  const missing = wanted.for.hosts.find((id) => !found.includes(id));
  if (missing !== undefined) throw invalid('/hosts', `There is no host ${missing}.`);
  return found;
}

async function hostsOfTag(db: Ground['db'], tag: string): Promise<number[]> {
  const rows = await db.selectFrom('host_tags').select('host_id').where('tag', '=', tag).execute();
  return rows.map((row) => row.host_id);
}

function invalid(pointer: string, detail: string): Problem {
  const errors = [{ in: 'body', pointer: `#${pointer}`, detail }] as const;
  return new Problem('request-invalid', 'The body does not fit the schema.', { errors });
}

/** What it covered counts again at once. */
export async function endWaiver(
  collector: Pick<Collector, 'store' | 'now'>,
  actor: Actor,
  id: number,
): Promise<void> {
  const now = collector.now();
  await changing(collector, async (ground) => {
    const waiver = await ground.db
      .updateTable('waivers')
      .set({ ended_at: now, ended_by: actorName(actor) })
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .returningAll()
      .executeTakeFirst();
    if (waiver === undefined) {
      const known = await ground.db
        .selectFrom('waivers')
        .select('id')
        .where('id', '=', id)
        .executeTakeFirst();
      if (known === undefined) throw new Problem('not-found', 'There is no such waiver.');
      throw new Problem('conflict', 'The waiver has ended already.');
    }
    const hosts = waiver.host_id === null ? await hostsOfTag(ground.db, waiver.tag ?? '') : [waiver.host_id];
    await applyWaivers(ground.db, now, hosts);
    await audit(ground, actor, 'waiver.end', `waiver:${id}`, { rule: waiver.rule_id });
  });
}

export type WaiverState = 'active' | 'expired' | 'ended';

export interface Waiver {
  id: number;
  rule: string;
  hostId: number | null;
  host: string | null;
  tag: string | null;
  reason: string;
  owner: string;
  createdAt: number;
  createdBy: string;
  expiresAt: number;
  endedAt: number | null;
  endedBy: string | null;
  state: WaiverState;
  /** Findings that it covers now. */
  covers: number;
}

export interface WaiversWanted {
  state?: WaiverState | undefined;
  rule?: string | undefined;
  hostId?: number | undefined;
  tag?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

const cursorSchema = v.tuple([v.number(), v.number()]);
const scope = 'waivers';

/** Those that end soonest first; a host's own and those of its tags with `hostId`. */
export async function listWaivers(
  asking: Asking,
  wanted: WaiversWanted,
): Promise<{ waivers: Waiver[]; next: string | null }> {
  const now = asking.now();
  let query = asking.db
    .selectFrom('waivers')
    .leftJoin('hosts', 'hosts.id', 'waivers.host_id')
    .selectAll('waivers')
    .select('hosts.name as host')
    .select((eb) =>
      eb
        .selectFrom('host_findings')
        .select(sql<string | number>`count(*)`.as('covers'))
        .whereRef('host_findings.waiver_id', '=', 'waivers.id')
        .as('covers'),
    )
    .orderBy('waivers.expires_at')
    .orderBy('waivers.id')
    .limit(wanted.limit + 1);
  const { state, rule, hostId, tag, cursor } = wanted;
  if (state === 'active') query = query.where('waivers.ended_at', 'is', null).where('expires_at', '>', now);
  if (state === 'expired') query = query.where('expires_at', '<=', now).where(isExpired);
  if (state === 'ended')
    query = query.where('waivers.ended_at', 'is not', null).where(sql<boolean>`not ${isExpired}`);
  if (rule !== undefined) query = query.where('rule_id', '=', rule);
  if (tag !== undefined) query = query.where('tag', '=', tag);
  if (hostId !== undefined) {
    query = query.where((eb) =>
      eb.or([
        eb('waivers.host_id', '=', hostId),
        eb(
          'waivers.tag',
          'in',
          eb.selectFrom('host_tags').select('host_tags.tag').where('host_id', '=', hostId),
        ),
      ]),
    );
  }
  if (cursor !== undefined) {
    const [at, id] = decodeCursor(scope, cursor, cursorSchema);
    query = query.where((eb) => eb(eb.refTuple('waivers.expires_at', 'waivers.id'), '>', eb.tuple(at, id)));
  }
  const rows = await query.execute();
  const shown = rows.slice(0, wanted.limit);
  const last = rows.length > wanted.limit ? shown.at(-1) : undefined;
  return {
    waivers: shown.map((row) => ({
      id: row.id,
      rule: row.rule_id,
      hostId: row.host_id,
      host: row.host,
      tag: row.tag,
      reason: row.reason,
      owner: row.owner,
      createdAt: row.created_at,
      createdBy: row.created_by,
      expiresAt: row.expires_at,
      endedAt: row.ended_at,
      endedBy: row.ended_by,
      state: stateOf(row, now),
      covers: numberOf(row.covers),
    })),
    next: last ? encodeCursor(scope, [last.expires_at, last.id]) : null,
  };
}

/** Ended by its time, not by a person before it. */
const isExpired = sql<boolean>`(waivers.ended_at is null or waivers.ended_at >= waivers.expires_at)`;

function stateOf(
  { ended_at, expires_at }: Pick<WaiversTable, 'ended_at' | 'expires_at'>,
  now: number,
): WaiverState {
  if (ended_at !== null && ended_at < expires_at) return 'ended';
  return expires_at <= now ? 'expired' : 'active';
}
