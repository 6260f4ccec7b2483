// Sums over the fleet that cannot be made while somebody waits: usage by peer, errors by day. Run as jobs, in small steps.
import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { type Asking, batches, dayMs, dayOf } from './asking.ts';
import { PeerTally, type PeerUsage } from './peer-tally.ts';
import { noteMade } from './rollup-time.ts';

const hostsAtOnce = 500;

/** Adds up the peers of all active hosts. Readers see the old sums until a peer's new ones are written. */
export async function rollUpPeers(asking: Asking, signal: AbortSignal): Promise<void> {
  const began = asking.now();
  const tally = new PeerTally();
  let last = 0;
  for (;;) {
    signal.throwIfAborted();
    const hosts = await asking.store.reader
      .selectFrom('hosts')
      .select('id')
      .where('id', '>', last)
      .where('status', '=', 'active')
      .orderBy('id')
      .limit(hostsAtOnce)
      .execute();
    last = hosts.at(-1)?.id ?? last;
    if (hosts.length === 0) break;
    const rows = await asking.store.reader
      .selectFrom('host_peers')
      .selectAll()
      .where(
        'host_id',
        'in',
        hosts.map((host) => host.id),
      )
      .orderBy('host_id')
      .execute();
    for (const row of rows) tally.add(row);
    await setImmediate();
  }
  await writePeers(asking, tally.report(), signal);
  await noteMade(asking, 'peers', began);
}

async function writePeers({ db }: Asking, peers: readonly PeerUsage[], signal: AbortSignal): Promise<void> {
  const before = await db.selectFrom('fleet_peers').select(['peer', 'direction']).execute();
  const gone = new Map(before.map((row) => [`${row.direction}\n${row.peer}`, row]));
  for (const some of batches(peers, 200)) {
    signal.throwIfAborted();
    const values = some.map((usage) => {
      gone.delete(`${usage.direction}\n${usage.peer}`);
      return {
        peer: usage.peer,
        direction: usage.direction,
        names: JSON.stringify(usage.names),
        office365: usage.office365 ? (1 as const) : (0 as const),
        hosts: usage.hosts,
        sessions: usage.sessions,
        protocols: JSON.stringify(usage.protocols),
        encrypted: usage.encrypted,
        clear: usage.clear,
        refused: usage.refused,
        cut_off_all: usage.cutOffAll,
        cut_off_some: usage.cutOffSome,
        first_seen: usage.firstSeen,
        last_seen: usage.lastSeen,
      };
    });
    await db
      .insertInto('fleet_peers')
      .values(values)
      .onConflict((conflict) =>
        conflict.columns(['peer', 'direction']).doUpdateSet((eb) => ({
          names: eb.ref('excluded.names'),
          office365: eb.ref('excluded.office365'),
          hosts: eb.ref('excluded.hosts'),
          sessions: eb.ref('excluded.sessions'),
          protocols: eb.ref('excluded.protocols'),
          encrypted: eb.ref('excluded.encrypted'),
          clear: eb.ref('excluded.clear'),
          refused: eb.ref('excluded.refused'),
          cut_off_all: eb.ref('excluded.cut_off_all'),
          cut_off_some: eb.ref('excluded.cut_off_some'),
          first_seen: eb.ref('excluded.first_seen'),
          last_seen: eb.ref('excluded.last_seen'),
        })),
      )
      .execute();
  }
  for (const { peer, direction } of gone.values()) {
    await db.deleteFrom('fleet_peers').where('peer', '=', peer).where('direction', '=', direction).execute();
  }
}

/** Adds up the errors of today and yesterday, and of any other day of the last 400 that has no sum yet. */
export async function rollUpErrors(asking: Asking, signal: AbortSignal): Promise<void> {
  const { db, store } = asking;
  const began = asking.now();
  const oldest = dayOf(began - 400 * dayMs);
  const fresh = [dayOf(began), dayOf(began - dayMs)];
  const daysOf = async (table: 'host_errors' | 'fleet_errors'): Promise<string[]> => {
    const rows = await store.reader
      .selectFrom(table)
      .select('day')
      .distinct()
      .where('day', '>=', oldest)
      .execute();
    return rows.map((row) => row.day);
  };
  const done = new Set(await daysOf('fleet_errors'));
  const days = new Set([...fresh, ...(await daysOf('host_errors')).filter((day) => !done.has(day))]);
  for (const day of days) {
    signal.throwIfAborted();
    const sums = await store.reader
      .selectFrom('host_errors')
      .innerJoin('hosts', 'hosts.id', 'host_errors.host_id')
      .select([
        'day',
        'error_id',
        'cause',
        'direction',
        'connector',
        'peer',
        sql<number>`count(distinct host_id)`.as('hosts'),
        sql<number>`sum(${sql.ref('count')})`.as('count'),
        sql<string>`min(example)`.as('example'),
      ])
      .where('day', '=', day)
      .where('hosts.status', '=', 'active')
      .groupBy(['day', 'error_id', 'cause', 'direction', 'connector', 'peer'])
      .execute();
    await db.transaction().execute(async (trx) => {
      await trx.deleteFrom('fleet_errors').where('day', '=', day).execute();
      for (const some of batches(sums, 200)) await trx.insertInto('fleet_errors').values(some).execute();
    });
  }
  await noteMade(asking, 'errors', began);
}
