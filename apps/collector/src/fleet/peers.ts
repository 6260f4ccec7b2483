// Usage by peer over the fleet: who still speaks old versions or clear text, and who would be cut off without TLS 1.0 and 1.1.
import { type SqlBool, sql } from 'kysely';
import * as v from 'valibot';
import { decodeCursor, encodeCursor } from '../api/cursor.ts';
import type { FleetPeersTable } from '../store/schema.ts';
import { type Asking, batches, contains } from './asking.ts';
import { everyHost, type HostFilter } from './host-filter.ts';
import { countHosts, someHostIds } from './host-list.ts';
import { namesSchema, PeerTally, type PeerUsage, protocolsSchema } from './peer-tally.ts';
import { madeAt } from './rollup-time.ts';

export interface PeersWanted {
  filter: HostFilter;
  direction?: 'send' | 'receive' | undefined;
  office365?: boolean | undefined;
  /** Only peers of which something would be cut off without TLS 1.0 and 1.1. */
  cutOff?: boolean | undefined;
  /** Only peers with mail in clear text. */
  clear?: boolean | undefined;
  text?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

export interface PeerList {
  peers: PeerUsage[];
  next: string | null;
  /** When the sums over the fleet were made; null when they were made for this answer. */
  countedAt: number | null;
  /** Hosts of the filter, and of how many of them peers were counted. */
  hosts: number;
  counted: number;
}

/** More than this many hosts of a narrower filter are not added up while somebody waits. */
const mostHosts = 2000;

/** Most sessions first. */
export async function listPeers(asking: Asking, wanted: PeersWanted): Promise<PeerList> {
  const isWhole = JSON.stringify(wanted.filter) === JSON.stringify(everyHost);
  return isWhole ? ofFleet(asking, wanted) : ofHosts(asking, wanted);
}

const cursorSchema = v.tuple([v.number(), v.string(), v.picklist(['send', 'receive'])]);
const scope = 'peers';

async function ofFleet(asking: Asking, wanted: PeersWanted): Promise<PeerList> {
  const { direction, office365, cutOff, clear, text, limit, cursor } = wanted;
  let query = asking.store.reader
    .selectFrom('fleet_peers')
    .selectAll()
    .orderBy('sessions', 'desc')
    .orderBy('peer', 'desc')
    .orderBy('direction', 'desc')
    .limit(limit + 1);
  if (direction !== undefined) query = query.where('direction', '=', direction);
  if (office365 !== undefined) query = query.where('office365', '=', office365 ? 1 : 0);
  if (cutOff === true) query = query.where(sql<SqlBool>`cut_off_all + cut_off_some > 0`);
  if (clear === true) query = query.where('clear', '>', 0);
  if (text !== undefined) {
    const word = text.toLowerCase();
    query = query.where((eb) =>
      eb.or([
        contains(asking, 'peer', word),
        sql<SqlBool>`lower(names) like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`,
      ]),
    );
  }
  if (cursor !== undefined) {
    const [sessions, peer, way] = decodeCursor(scope, cursor, cursorSchema);
    query = query.where((eb) =>
      eb(eb.refTuple('sessions', 'peer', 'direction'), '<', eb.tuple(sessions, peer, way)),
    );
  }
  const [rows, countedAt, hosts] = await Promise.all([
    query.execute(),
    madeAt(asking, 'peers'),
    countHosts(asking, everyHost),
  ]);
  const shown = rows.slice(0, limit).map(toUsage);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    peers: shown,
    next: last ? encodeCursor(scope, [last.sessions, last.peer, last.direction]) : null,
    countedAt,
    hosts,
    counted: hosts,
  };
}

function toUsage(row: FleetPeersTable): PeerUsage {
  return {
    peer: row.peer,
    direction: row.direction,
    names: v.parse(namesSchema, JSON.parse(row.names)),
    office365: row.office365 === 1,
    hosts: row.hosts,
    sessions: row.sessions,
    protocols: v.parse(protocolsSchema, JSON.parse(row.protocols)),
    encrypted: row.encrypted,
    clear: row.clear,
    refused: row.refused,
    cutOffAll: row.cut_off_all,
    cutOffSome: row.cut_off_some,
    firstSeen: row.first_seen,
    lastSeen: row.last_seen,
  };
}

async function ofHosts(asking: Asking, wanted: PeersWanted): Promise<PeerList> {
  const [hosts, ids] = await Promise.all([
    countHosts(asking, wanted.filter),
    someHostIds(asking, wanted.filter, mostHosts),
  ]);
  const tally = new PeerTally();
  for (const some of batches(ids)) {
    const rows = await asking.store.reader
      .selectFrom('host_peers')
      .selectAll()
      .where('host_id', 'in', some)
      .orderBy('host_id')
      .execute();
    for (const row of rows) tally.add(row);
  }
  const all = tally.report().filter((usage) => isWanted(usage, wanted));
  all.sort(bySessions);
  let rest = all;
  if (wanted.cursor !== undefined) {
    const [sessions, peer, direction] = decodeCursor(scope, wanted.cursor, cursorSchema);
    rest = all.filter((usage) => bySessions(usage, { sessions, peer, direction }) > 0);
  }
  const shown = rest.slice(0, wanted.limit);
  const last = rest.length > wanted.limit ? shown.at(-1) : undefined;
  return {
    peers: shown,
    next: last ? encodeCursor(scope, [last.sessions, last.peer, last.direction]) : null,
    countedAt: null,
    hosts,
    counted: ids.length,
  };
}

function isWanted(usage: PeerUsage, { direction, office365, cutOff, clear, text }: PeersWanted): boolean {
  if (direction !== undefined && usage.direction !== direction) return false;
  if (office365 !== undefined && usage.office365 !== office365) return false;
  if (cutOff === true && usage.cutOffAll + usage.cutOffSome === 0) return false;
  if (clear === true && usage.clear === 0) return false;
  if (text === undefined) return true;
  const word = text.toLowerCase();
  return usage.peer.includes(word) || usage.names.some((name) => name.toLowerCase().includes(word));
}

type Sorted = Pick<PeerUsage, 'sessions' | 'peer' | 'direction'>;

function bySessions(a: Sorted, b: Sorted): number {
  return b.sessions - a.sessions || compareDown(a.peer, b.peer) || compareDown(a.direction, b.direction);
}

function compareDown(a: string, b: string): number {
  return a === b ? 0 : a < b ? 1 : -1;
}

export interface PeerHost {
  hostId: number;
  host: string;
  connector: string;
  direction: 'send' | 'receive';
  sessions: number;
  protocols: Record<string, number>;
  clear: number;
  cutOff: 'all' | 'some' | null;
  lastSeen: number | null;
}

/** The hosts on which a peer was seen, most sessions first. */
export async function hostsOfPeer(
  { store: { reader } }: Asking,
  peer: string,
  limit: number,
): Promise<PeerHost[]> {
  const rows = await reader
    .selectFrom('host_peers')
    .innerJoin('hosts', 'hosts.id', 'host_peers.host_id')
    .select([
      'host_peers.host_id',
      'hosts.name',
      'host_peers.connector',
      'host_peers.direction',
      'host_peers.sessions',
      'host_peers.protocols',
      'host_peers.clear',
      'host_peers.cut_off',
      'host_peers.last_seen',
    ])
    .where('host_peers.peer', '=', peer)
    .where('hosts.status', '=', 'active')
    .orderBy('host_peers.sessions', 'desc')
    .orderBy('host_peers.host_id')
    .orderBy('host_peers.connector')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    hostId: row.host_id,
    host: row.name,
    connector: row.connector,
    direction: row.direction,
    sessions: row.sessions,
    protocols: v.parse(protocolsSchema, JSON.parse(row.protocols)),
    clear: row.clear,
    cutOff: row.cut_off,
    lastSeen: row.last_seen,
  }));
}
