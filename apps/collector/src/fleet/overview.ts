// The first page: how many hosts would lose mail, how many only need a restart, what changed, and what to do next.
import { type HostState, hostStates } from '@mailflow-tls/core';
import { type RawBuilder, sql } from 'kysely';
import { type Asking, numberOf } from './asking.ts';
import { everyHost, fits, type HostFilter } from './host-filter.ts';
import { type NextStep, nextSteps } from './next-steps.ts';

export interface Overview {
  /** Active hosts. */
  hosts: number;
  /** Every state, those of hosts that waivers cover apart. `none`: no report yet. */
  states: Record<HostState | 'none', { open: number; waived: number }>;
  /** `failing` without those that waivers cover. */
  wouldLoseMail: number;
  onlyNeedRestart: number;
  silent: number;
  waiting: number;
  revoked: number;
  /** By the collector's clock; the oldest and newest of the last reports of hosts that are not silent. */
  oldestReportAt: number | null;
  newestReportAt: number | null;
  next: NextStep[];
  /** Hosts since the time that was asked for; null without one. */
  since: Changed | null;
}

export interface Changed {
  at: number;
  /** Hosts that reported for the first time. */
  new: number;
  worsened: number;
  improved: number;
}

export async function overview(asking: Asking, filter: HostFilter, since?: number): Promise<Overview> {
  const all: HostFilter = { ...filter, status: [] };
  const [groups, oldest, newest, next, changed] = await Promise.all([
    groupsOf(asking, all),
    lastReport(asking, filter, 'asc'),
    lastReport(asking, filter, 'desc'),
    nextSteps(asking, { ...filter, status: everyHost.status }),
    since === undefined ? null : changedSince(asking, filter, since),
  ]);
  const states = Object.fromEntries(
    [...hostStates, 'none' as const].map((state) => [state, { open: 0, waived: 0 }]),
  ) as Overview['states']; // fromEntries forgets the keys
  const sums = { hosts: 0, silent: 0, waiting: 0, revoked: 0 };
  for (const group of groups) {
    const hosts = numberOf(group.hosts);
    if (group.status !== 'active') {
      sums[group.status] += hosts;
      continue;
    }
    const waived = numberOf(group.waived);
    sums.hosts += hosts;
    sums.silent += numberOf(group.silent);
    states[group.state ?? 'none'].waived += waived;
    states[group.state ?? 'none'].open += hosts - waived;
  }
  return {
    ...sums,
    states,
    wouldLoseMail: states.failing.open,
    onlyNeedRestart: states.restartNeeded.open,
    oldestReportAt: oldest,
    newestReportAt: newest,
    next,
    since: changed,
  };
}

function groupsOf(asking: Asking, filter: HostFilter) {
  const countOf = (condition: RawBuilder<unknown>) =>
    sql<string | number>`sum(case when ${condition} then 1 else 0 end)`;
  return asking.store.reader
    .selectFrom('hosts')
    .select([
      'status',
      'state',
      sql<string | number>`count(*)`.as('hosts'),
      countOf(sql`silent_since is not null`).as('silent'),
      countOf(sql`open_problems = 0 and waived_problems > 0`).as('waived'),
    ])
    .where((eb) => fits(eb, asking, filter))
    .groupBy(['status', 'state'])
    .execute();
}

async function lastReport(asking: Asking, filter: HostFilter, way: 'asc' | 'desc'): Promise<number | null> {
  const row = await asking.store.reader
    .selectFrom('hosts')
    .select('last_report_at')
    .where('last_report_at', 'is not', null)
    .where((eb) => fits(eb, asking, { ...filter, status: everyHost.status, silent: false }))
    .orderBy('last_report_at', way)
    .orderBy('id', way)
    .limit(1)
    .executeTakeFirst();
  return row?.last_report_at ?? null;
}

/** Compares the state of each host before its first change of state since then with its state now. */
async function changedSince(asking: Asking, filter: HostFilter, at: number): Promise<Changed> {
  const { reader } = asking.store;
  const [fresh, moved] = await Promise.all([
    reader
      .selectFrom('hosts')
      .select(sql<string | number>`count(*)`.as('hosts'))
      .where('first_report_at', '>', at)
      .where((eb) => fits(eb, asking, filter))
      .executeTakeFirstOrThrow(),
    statesSince(asking, filter, at),
  ]);
  // Kept states are texts to the database, one of an older core perhaps.
  const states: readonly (string | null)[] = hostStates;
  let worsened = 0;
  let improved = 0;
  for (const { before, rank } of moved) {
    const then = states.indexOf(before);
    if (then === -1) continue;
    if (rank < then) worsened++;
    else if (rank > then) improved++;
  }
  return { at, new: numberOf(fresh.hosts), worsened, improved };
}

export interface Moved {
  id: number;
  name: string;
  domain: string | null;
  before: string | null;
  state: HostState | null;
  rank: number;
}

/** Hosts of the filter whose state changed since then, with the state they had. */
async function statesSince(asking: Asking, filter: HostFilter, at: number): Promise<Moved[]> {
  const first = asking.store.reader
    .selectFrom('host_changes')
    .select(['host_id', sql<number>`min(id)`.as('id')])
    .where('kind', '=', 'state')
    .where('at', '>', at)
    .groupBy('host_id')
    .as('firsts');
  const rows = await asking.store.reader
    .selectFrom(first)
    .innerJoin('host_changes', 'host_changes.id', 'firsts.id')
    .innerJoin('hosts', 'hosts.id', 'firsts.host_id')
    .select(['hosts.id', 'hosts.name', 'hosts.domain', 'host_changes.before', 'hosts.state', 'hosts.rank'])
    // The joins only add the change.
    .where((eb) => fits(eb as never, asking, filter))
    .execute();
  return rows;
}
