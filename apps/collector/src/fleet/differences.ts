// What differs between the hosts of a filter: each difference with the majority and those that stand out, TLS first.
import { type Compared, type ComparedValue, compareReports } from '@mailflow-tls/core/formats';
import { sql } from 'kysely';
import type { Asking } from './asking.ts';
import { fits, type HostFilter } from './host-filter.ts';
import { countHosts } from './host-list.ts';
import { reportsNow } from './host-report.ts';

export interface DifferenceGroup {
  value: ComparedValue;
  count: number;
  /** Only the first of a majority. */
  hosts: { id: number; name: string }[];
}

export interface Differences {
  /** Hosts of the filter that have a report, and how many of them were compared. */
  hosts: number;
  compared: number;
  /** True when not all could be: then a sample that is spread evenly over the filter was taken. */
  sampled: boolean;
  differences: { compared: Compared; majority: boolean; groups: DifferenceGroup[] }[];
}

/** Judging this many anew takes a good tenth of a second. */
const mostCompared = 100;
const mostNamed = 50;

export async function differences(asking: Asking, filter: HostFilter): Promise<Differences> {
  const withFacts: HostFilter = { ...filter, state: filter.state.length > 0 ? filter.state : allStates };
  const hosts = await countHosts(asking, withFacts);
  const step = Math.max(1, Math.ceil(hosts / mostCompared));
  // Every nth by id, so that the same hosts are taken each time.
  const numbered = asking.store.reader
    .selectFrom('hosts')
    .select(['hosts.id', 'hosts.name', sql<number>`row_number() over (order by hosts.id)`.as('place')])
    .where((eb) => fits(eb, asking, withFacts))
    .as('numbered');
  const chosen = await asking.store.reader
    .selectFrom(numbered)
    .select(['id', 'name'])
    .where(sql<boolean>`place % ${sql.lit(step)} = 0`)
    .orderBy('id')
    .limit(mostCompared)
    .execute();
  const reports = await reportsNow(
    asking,
    chosen.map((host) => host.id),
  );
  const judged = chosen.flatMap((host) => {
    const report = reports.get(host.id);
    return report ? [{ host, report }] : [];
  });
  const found = compareReports(judged.map(({ report }) => report));
  return {
    hosts,
    compared: judged.length,
    sampled: hosts > judged.length,
    differences: found.map(({ compared, majority, groups }) => ({
      compared,
      majority,
      groups: groups.map(({ value, hosts: indexes }) => ({
        value,
        count: indexes.length,
        hosts: indexes.slice(0, mostNamed).flatMap((index) => {
          const host = judged[index]?.host;
          return host ? [{ id: host.id, name: host.name }] : [];
        }),
      })),
    })),
  };
}

const allStates = ['failing', 'restartNeeded', 'unknown', 'atRisk', 'ready'] as const;
