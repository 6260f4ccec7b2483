// Two dates compared: the fleet by counts and by hosts that moved, one host by its facts and verdicts of then and now.
import { evaluate, type HostState, type Report, type Verdict } from '@mailflow-tls/core';
import { type Compared, type ComparedValue, compareReports } from '@mailflow-tls/core/formats';
import { sql } from 'kysely';
import { Problem } from '../api/problems.ts';
import { reportIdText } from '../store/report-id.ts';
import { type Asking, dayMs, dayOf, numberOf } from './asking.ts';
import { fits, type HostFilter } from './host-filter.ts';
import { factsReader } from './kept-facts.ts';

export interface FleetDates {
  from: string;
  to: string;
  /** Hosts by state at the end of each day; null where no count of that day is kept. */
  states: { from: Partial<Record<HostState, number>> | null; to: Partial<Record<HostState, number>> | null };
  rules: { rule: string; verdict: Verdict; from: number; to: number }[];
  /** Hosts of the filter whose state at the end of the one day is not that of the other. */
  moved: { id: number; name: string; domain: string | null; before: string | null; after: string | null }[];
  /** How many moved from one state to the other. */
  moves: { before: string | null; after: string | null; hosts: number }[];
  /** Set when there are more hosts than are listed. */
  more: number;
}

const mostMoved = 1000;

/** Days as `2026-11-24`, `from` before `to`. */
export async function compareDays(
  asking: Asking,
  filter: HostFilter,
  from: string,
  to: string,
): Promise<FleetDates> {
  const { reader } = asking.store;
  const [stateRows, ruleRows, moved] = await Promise.all([
    reader.selectFrom('fleet_days').selectAll().where('day', 'in', [from, to]).execute(),
    reader.selectFrom('rule_days').selectAll().where('day', 'in', [from, to]).execute(),
    movedBetween(asking, filter, endOf(from), endOf(to)),
  ]);
  const statesOf = (day: string) => {
    const rows = stateRows.filter((row) => row.day === day);
    return rows.length === 0 ? null : Object.fromEntries(rows.map((row) => [row.state, row.hosts]));
  };
  const rules = new Map<string, { rule: string; verdict: Verdict; from: number; to: number }>();
  for (const { day, rule_id, verdict, hosts } of ruleRows) {
    const key = `${rule_id}\n${verdict}`;
    const line = rules.get(key) ?? { rule: rule_id, verdict, from: 0, to: 0 };
    if (day === from) line.from = hosts;
    if (day === to) line.to = hosts;
    rules.set(key, line);
  }
  const moves = new Map<string, FleetDates['moves'][number]>();
  for (const { before, after } of moved) {
    const key = `${before}\n${after}`;
    const move = moves.get(key) ?? { before, after, hosts: 0 };
    move.hosts++;
    moves.set(key, move);
  }
  return {
    from,
    to,
    states: { from: statesOf(from), to: statesOf(to) },
    rules: [...rules.values()].filter((line) => line.from !== line.to),
    moved: moved.slice(0, mostMoved),
    moves: [...moves.values()].sort((a, b) => b.hosts - a.hosts),
    more: Math.max(0, moved.length - mostMoved),
  };
}

function endOf(day: string): number {
  return Date.parse(`${day}T00:00:00.000Z`) + dayMs;
}

/** The state before the first change and after the last one between two times, where they are not the same. */
async function movedBetween(
  asking: Asking,
  filter: HostFilter,
  from: number,
  to: number,
): Promise<FleetDates['moved']> {
  const spans = asking.store.reader
    .selectFrom('host_changes')
    .select(['host_id', sql<number>`min(id)`.as('first'), sql<number>`max(id)`.as('last')])
    .where('kind', '=', 'state')
    .where('at', '>=', from)
    .where('at', '<', to)
    .groupBy('host_id')
    .as('spans');
  const rows = await asking.store.reader
    .selectFrom(spans)
    .innerJoin('host_changes as early', 'early.id', 'spans.first')
    .innerJoin('host_changes as late', 'late.id', 'spans.last')
    .innerJoin('hosts', 'hosts.id', 'spans.host_id')
    .select(['hosts.id', 'hosts.name', 'hosts.domain', 'early.before', 'late.after'])
    // The joins only add the changes.
    .where((eb) => fits(eb as never, asking, filter))
    .orderBy('hosts.name')
    .orderBy('hosts.id')
    .execute();
  return rows.filter((row) => row.before !== row.after);
}

export interface HostAt {
  /** When the report that holds the facts was received. */
  at: number;
  report: Report;
  /** What the core of that time said; null where it is no longer kept. */
  judgedThen: { core: string; state: HostState; verdicts: Record<string, Verdict> } | null;
}

export interface HostDates {
  from: HostAt;
  to: HostAt;
  differences: { compared: Compared; before: ComparedValue; after: ComparedValue }[];
}

/** Both times' facts are judged by the rules of this core, each as of its own time: a certificate may have expired between them. */
export async function compareHostTimes(
  asking: Asking,
  hostId: number,
  from: number,
  to: number,
): Promise<HostDates> {
  const [before, after] = await Promise.all([hostAt(asking, hostId, from), hostAt(asking, hostId, to)]);
  const differences = compareReports([before.report, after.report]).map(({ compared, groups }) => ({
    compared,
    before: sideOf(groups, 0),
    after: sideOf(groups, 1),
  }));
  return { from: before, to: after, differences };
}

function sideOf(
  groups: readonly { value: ComparedValue; hosts: readonly number[] }[],
  index: number,
): ComparedValue {
  return groups.find(({ hosts }) => hosts.includes(index))?.value ?? { kind: 'unknown' };
}

/** The newest facts of the host that were received up to that time, judged as of then by the rules of this core. */
export async function hostAt(asking: Asking, hostId: number, time: number): Promise<HostAt> {
  const { reader } = asking.store;
  const report = await reader
    .selectFrom('reports')
    .select(['id', 'received_at', 'made_at', 'facts_id'])
    .where('host_id', '=', hostId)
    .where('received_at', '<=', time)
    .orderBy('received_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  const place = report ?? (await dayBefore(asking, hostId, time));
  if (!place) throw new Problem('not-found', 'Nothing is kept of this host up to that time.');
  const kept = await factsReader(asking).read([place.facts_id]);
  const facts = kept.get(place.facts_id)?.(reportIdText(place.id), place.made_at);
  if (!facts) throw new Problem('not-found', 'The facts of that time are no longer kept.');
  const judgement = await reader
    .selectFrom('judgements')
    .selectAll()
    .where('facts_id', '=', place.facts_id)
    .where('judged_at', '<=', Math.max(time, place.received_at))
    .orderBy('judged_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return {
    at: place.received_at,
    report: evaluate(facts, { now: new Date(Math.min(time, asking.now())) }),
    judgedThen: judgement
      ? { core: judgement.core, state: judgement.state, verdicts: JSON.parse(judgement.verdicts) }
      : null,
  };
}

/** Once reports are too old to be kept one by one, the line of the day tells. */
async function dayBefore({ store: { reader } }: Asking, hostId: number, time: number) {
  const line = await reader
    .selectFrom('host_days')
    .select(['day', 'facts_id'])
    .where('host_id', '=', hostId)
    .where('day', '<=', dayOf(time))
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!line) return undefined;
  const at = Date.parse(`${line.day}T00:00:00.000Z`);
  return { id: new Uint8Array(16), received_at: at, made_at: at, facts_id: line.facts_id };
}

/** Hosts by state, day by day. */
export async function statesOverTime(
  { store: { reader } }: Asking,
  from: string,
  to: string,
): Promise<{ day: string; state: HostState; hosts: number }[]> {
  return reader
    .selectFrom('fleet_days')
    .selectAll()
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day')
    .execute();
}

/** One rule's verdicts, day by day. */
export async function ruleOverTime(
  { store: { reader } }: Asking,
  rule: string,
  from: string,
  to: string,
): Promise<{ day: string; verdict: Verdict; hosts: number }[]> {
  const rows = await reader
    .selectFrom('rule_days')
    .selectAll()
    .where('rule_id', '=', rule)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day')
    .execute();
  return rows.map((row) => ({ day: row.day, verdict: row.verdict, hosts: numberOf(row.hosts) }));
}
