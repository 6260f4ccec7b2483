// Adds up usage by peer over hosts.
import * as v from 'valibot';
import type { HostPeersTable } from '../store/schema.ts';

export interface PeerUsage {
  peer: string;
  direction: 'send' | 'receive';
  /** What it calls itself; the first few. */
  names: string[];
  office365: boolean;
  hosts: number;
  sessions: number;
  /** `TLS 1.2`, `clear text`, … → sessions. */
  protocols: Record<string, number>;
  encrypted: number;
  clear: number;
  refused: number;
  /** Hosts on which all, or some, of its sessions would be cut off without TLS 1.0 and 1.1. */
  cutOffAll: number;
  cutOffSome: number;
  firstSeen: number | null;
  lastSeen: number | null;
}

export type PeerRow = Omit<HostPeersTable, 'connector'>;

const mostNames = 8;
export const namesSchema = v.array(v.string());
export const protocolsSchema = v.record(v.string(), v.number());

export class PeerTally {
  readonly #peers = new Map<string, PeerUsage & { lastHost: number }>();

  /** Rows of one host must come one after the other, for it to count once. */
  add(row: PeerRow): void {
    const key = `${row.direction}\n${row.peer}`;
    let usage = this.#peers.get(key);
    if (usage === undefined) {
      usage = emptyUsage(row);
      this.#peers.set(key, usage);
    }
    if (usage.lastHost !== row.host_id) {
      usage.lastHost = row.host_id;
      usage.hosts++;
    }
    if (usage.names.length < mostNames) {
      for (const name of v.parse(namesSchema, JSON.parse(row.names))) {
        if (usage.names.length < mostNames && !usage.names.includes(name)) usage.names.push(name);
      }
    }
    for (const [protocol, sessions] of Object.entries(v.parse(protocolsSchema, JSON.parse(row.protocols)))) {
      usage.protocols[protocol] = (usage.protocols[protocol] ?? 0) + sessions;
    }
    if (row.office365 === 1) usage.office365 = true;
    usage.sessions += row.sessions;
    usage.encrypted += row.encrypted;
    usage.clear += row.clear;
    usage.refused += row.refused;
    if (row.cut_off === 'all') usage.cutOffAll++;
    if (row.cut_off === 'some') usage.cutOffSome++;
    if (row.first_seen !== null && (usage.firstSeen === null || row.first_seen < usage.firstSeen))
      usage.firstSeen = row.first_seen;
    if (row.last_seen !== null && (usage.lastSeen === null || row.last_seen > usage.lastSeen))
      usage.lastSeen = row.last_seen;
  }

  /** In no order. */
  report(): PeerUsage[] {
    return [...this.#peers.values()].map(({ lastHost: _, ...usage }) => usage);
  }
}

function emptyUsage({ peer, direction }: PeerRow): PeerUsage & { lastHost: number } {
  return {
    peer,
    direction,
    names: [],
    office365: false,
    hosts: 0,
    sessions: 0,
    protocols: {},
    encrypted: 0,
    clear: 0,
    refused: 0,
    cutOffAll: 0,
    cutOffSome: 0,
    firstSeen: null,
    lastSeen: null,
    lastHost: -1,
  };
}
