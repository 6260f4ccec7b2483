// Counts error texts: few distinct ones stay of millions of records, each with where it was seen.
import type { Direction, Where } from '../evidence.ts';
import { isoTime } from '../log-time.ts';

export type ErrorCount = {
  /** Without personal data. */
  readonly text: string;
  readonly direction: Direction | null;
  readonly connector: string;
  readonly count: number;
  /** The peers that it was seen with most. */
  readonly peers: readonly { readonly peer: string; readonly count: number }[];
  /** How many of `count` are with none of `peers`. */
  readonly otherPeers: number;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  /** The first record that holds it. */
  readonly where: Where;
};

type PeerCount = { peer: string; count: number };

type Entry = {
  readonly text: string;
  readonly direction: Direction | null;
  readonly connector: string;
  readonly where: Where;
  readonly peers: PeerCount[];
  otherPeers: number;
  count: number;
  first: number | null;
  last: number | null;
};

export type ErrorTallyState = readonly Entry[];

/** Peers of one text that are shown, and that are counted: parts of a log begin with different ones. */
const shownPeers = 8;
const maxPeers = 1024;
/** Peers of all texts together. */
const maxPeersOfAll = 16_384;
const maxEntries = 4096;

export class ErrorTally {
  readonly #entries: Map<string, Entry> = new Map();
  /** The peers of each entry, by address. */
  readonly #peers: Map<Entry, Map<string, PeerCount>> = new Map();
  #peerCount = 0;

  /** `ms` may be NaN, for a record without a time. */
  add(
    text: string,
    direction: Direction | null,
    connector: string,
    peer: string,
    ms: number,
    where: () => Where,
    count = 1,
  ): void {
    const entry = this.#entry(text, direction, connector, where);
    entry.count += count;
    this.#addPeer(entry, peer, count);
    if (Number.isFinite(ms)) spanTo(entry, ms, ms);
  }

  merge(state: ErrorTallyState): void {
    for (const from of state) {
      const to = this.#entry(from.text, from.direction, from.connector, () => from.where);
      to.count += from.count;
      for (const { peer, count } of from.peers) this.#addPeer(to, peer, count);
      to.otherPeers += from.otherPeers;
      if (from.first !== null && from.last !== null) spanTo(to, from.first, from.last);
    }
  }

  save(): ErrorTallyState {
    return [...this.#entries.values()].map((entry) => ({
      ...entry,
      peers: entry.peers.map((peer) => ({ ...peer })),
    }));
  }

  /** The most frequent first. */
  report(): ErrorCount[] {
    return [...this.#entries.values()]
      .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
      .map(({ first, last, peers, otherPeers, ...entry }) => {
        const most = [...peers].sort((a, b) => b.count - a.count || (a.peer < b.peer ? -1 : 1));
        return {
          ...entry,
          peers: most.slice(0, shownPeers).map((peer) => ({ ...peer })),
          otherPeers: most.slice(shownPeers).reduce((sum, peer) => sum + peer.count, otherPeers),
          firstSeen: first === null ? null : isoTime(first),
          lastSeen: last === null ? null : isoTime(last),
        };
      });
  }

  #addPeer(entry: Entry, peer: string, count: number): void {
    let peers = this.#peers.get(entry);
    if (peers === undefined) {
      peers = new Map();
      this.#peers.set(entry, peers);
    }
    const known = peers.get(peer);
    if (known !== undefined) {
      known.count += count;
    } else if (entry.peers.length < maxPeers && this.#peerCount < maxPeersOfAll) {
      const added = { peer, count };
      entry.peers.push(added);
      peers.set(peer, added);
      this.#peerCount++;
    } else {
      entry.otherPeers += count;
    }
  }

  /** When texts are too many, those of one reply code are counted together under the code alone. */
  #entry(text: string, direction: Direction | null, connector: string, where: () => Where): Entry {
    const key = `${direction}\n${connector}\n${text}`;
    let entry = this.#entries.get(key);
    if (entry !== undefined) return entry;
    if (this.#entries.size >= maxEntries) {
      const code = codeOf(text);
      if (code !== text) return this.#entry(code, direction, connector, where);
    }
    entry = {
      text,
      direction,
      connector,
      where: where(),
      peers: [],
      otherPeers: 0,
      count: 0,
      first: null,
      last: null,
    };
    this.#entries.set(key, entry);
    return entry;
  }
}

/** `550 5.1.1` of a reply; the first words of anything else. */
function codeOf(text: string): string {
  return (
    /^[2-5]\d\d(?:[ -][245]\.\d{1,3}\.\d{1,3})?/.exec(text)?.[0] ?? text.split(' ', 2).join(' ').slice(0, 32)
  );
}

function spanTo(entry: Entry, first: number, last: number): void {
  entry.first = entry.first === null ? first : Math.min(entry.first, first);
  entry.last = entry.last === null ? last : Math.max(entry.last, last);
}
