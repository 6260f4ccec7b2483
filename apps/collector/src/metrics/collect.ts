// What the metrics say: hosts as the store knows them, and what this process did since it began.
import { type RefusalCode, refusals } from '@mailflow-tls/contract';
import { coreVersion, hostStates } from '@mailflow-tls/core';
import { sql } from 'kysely';
import type { Collector } from '../collector.ts';
import type { Intake } from '../intake/intake.ts';
import type { HostStatus } from '../store/schema.ts';
import { collectorVersion } from '../version.ts';
import type { Metric } from './prometheus-text.ts';

export async function collectMetrics(collector: Collector, intake: Intake): Promise<Metric[]> {
  const { figures } = intake;
  return [
    {
      name: 'build_info',
      help: 'Versions of this collector.',
      type: 'gauge',
      samples: [
        {
          labels: { version: collectorVersion, core: coreVersion, database: collector.store.kind },
          value: 1,
        },
      ],
    },
    ...(await hostMetrics(collector)),
    {
      name: 'store_bytes',
      help: 'Size of the database.',
      type: 'gauge',
      samples: [{ value: await storeBytes(collector) }],
    },
    {
      name: 'reports_accepted_total',
      help: 'Reports stored by this process, by the way they came.',
      type: 'counter',
      samples: Object.entries(figures.acceptedByWay).map(([via, value]) => ({ labels: { via }, value })),
    },
    {
      name: 'reports_duplicate_total',
      help: 'Reports that were there already.',
      type: 'counter',
      samples: [{ value: figures.duplicates }],
    },
    {
      name: 'refused_total',
      help: 'Reports and enrolments refused by this process, by reason.',
      type: 'counter',
      samples: codes.map((code) => ({ labels: { code }, value: figures.refusedByCode.get(code) ?? 0 })),
    },
    {
      name: 'intake_requests',
      help: 'Deliveries being read, checked or written.',
      type: 'gauge',
      samples: [{ value: intake.admission.requests }],
    },
    {
      name: 'intake_bytes',
      help: 'Bytes of the deliveries being read, checked or written.',
      type: 'gauge',
      samples: [{ value: intake.admission.bytes }],
    },
    {
      name: 'commit_queue',
      help: 'Reports that wait for their transaction.',
      type: 'gauge',
      samples: [{ value: intake.queued }],
    },
    commitMetric(intake),
    {
      name: 'commit_reports_total',
      help: 'Reports in the transactions of commit_seconds.',
      type: 'counter',
      samples: [{ value: figures.committedReports }],
    },
  ];
}

const codes = Object.keys(refusals) as RefusalCode[]; // Object.keys forgets the names of the keys

function commitMetric({ figures }: Intake): Metric {
  return {
    name: 'commit_seconds',
    help: 'How long transactions of reports took.',
    type: 'histogram',
    samples: [
      ...figures.commits.map(({ upTo, count }) => ({
        suffix: '_bucket',
        labels: { le: String(upTo / 1000) },
        value: count,
      })),
      { suffix: '_bucket', labels: { le: '+Inf' }, value: figures.commitCount },
      { suffix: '_sum', value: figures.commitMs / 1000 },
      { suffix: '_count', value: figures.commitCount },
    ],
  };
}

async function hostMetrics({ db }: Collector): Promise<Metric[]> {
  const count = sql<number>`count(*)`.as('hosts');
  const byState = await db
    .selectFrom('hosts')
    .select(['state', count])
    .where('status', '=', 'active')
    .groupBy('state')
    .execute();
  const byStatus = await db.selectFrom('hosts').select(['status', count]).groupBy('status').execute();
  const { silent } = await db
    .selectFrom('hosts')
    .select(sql<number>`count(*)`.as('silent'))
    .where('silent_since', 'is not', null)
    .where('status', '=', 'active')
    .executeTakeFirstOrThrow();
  const states = new Map(byState.map(({ state, hosts }) => [state ?? 'noReport', hosts]));
  const statuses = new Map(byStatus.map(({ status, hosts }) => [status, hosts]));
  return [
    {
      name: 'hosts',
      help: 'Active hosts by state; noReport before the first report.',
      type: 'gauge',
      samples: [...hostStates, 'noReport' as const].map((state) => ({
        labels: { state },
        value: states.get(state) ?? 0,
      })),
    },
    {
      name: 'hosts_enrolled',
      help: 'Hosts by what was decided on them.',
      type: 'gauge',
      samples: (['waiting', 'active', 'revoked'] satisfies HostStatus[]).map((status) => ({
        labels: { status },
        value: statuses.get(status) ?? 0,
      })),
    },
    {
      name: 'hosts_silent',
      help: 'Active hosts that have not reported for too long.',
      type: 'gauge',
      samples: [{ value: silent }],
    },
  ];
}

async function storeBytes({ store, db }: Collector): Promise<number> {
  const query =
    store.kind === 'sqlite'
      ? sql<{
          bytes: number;
        }>`select page_count * page_size as bytes from pragma_page_count(), pragma_page_size()`
      : sql<{ bytes: number }>`select pg_database_size(current_database()) as bytes`;
  const { rows } = await query.execute(db);
  return rows[0]?.bytes ?? 0;
}
