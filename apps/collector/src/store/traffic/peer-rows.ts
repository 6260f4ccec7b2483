// Rows of usage by peer from the facts of a host.
import type { MailLogPeer } from '@mailflow-tls/core';
import type { RowShape } from '../bulk.ts';
import { clip, count, timeOrNull } from '../clip.ts';
import type { HostPeersTable } from '../schema.ts';

export const peerShape: RowShape<HostPeersTable> = {
  table: 'host_peers',
  columns: {
    host_id: 'bigint',
    direction: 'text',
    connector: 'text',
    peer: 'text',
    names: 'text',
    office365: 'smallint',
    sessions: 'bigint',
    protocols: 'text',
    encrypted: 'bigint',
    clear: 'bigint',
    refused: 'bigint',
    cut_off: 'text',
    first_seen: 'bigint',
    last_seen: 'bigint',
  },
};

/** The agent sends the weightiest some hundred; nobody may fill the table with more than this. */
const mostPeers = 2000;
const mostNames = 20;
const mostProtocols = 20;

export function peerRows(hostId: number, peers: readonly MailLogPeer[]): HostPeersTable[] {
  const rows = new Map<string, HostPeersTable>();
  for (const peer of peers.slice(0, mostPeers)) {
    const row = peerRow(hostId, peer);
    // Clipped names may meet; the first, weightier one stands.
    const key = `${row.direction}\n${row.connector}\n${row.peer}`;
    if (!rows.has(key)) rows.set(key, row);
  }
  return [...rows.values()];
}

function peerRow(hostId: number, peer: MailLogPeer): HostPeersTable {
  const protocols = Object.entries(peer.protocols).slice(0, mostProtocols);
  return {
    host_id: hostId,
    direction: peer.direction,
    connector: clip(peer.connector),
    peer: clip(peer.peer),
    names: JSON.stringify(peer.names.slice(0, mostNames).map((name) => clip(name))),
    office365: peer.office365 ? 1 : 0,
    sessions: count(peer.sessions),
    protocols: JSON.stringify(Object.fromEntries(protocols.map(([name, n]) => [clip(name, 40), count(n)]))),
    encrypted: count(peer.messages.encrypted),
    clear: count(peer.messages.clear),
    refused: count(peer.messages.refused),
    cut_off: peer.cutOff,
    first_seen: timeOrNull(peer.firstSeen),
    last_seen: timeOrNull(peer.lastSeen),
  };
}
