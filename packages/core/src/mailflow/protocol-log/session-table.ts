// Holds the sessions that are open, found by the bytes of their connector and id; evicts the oldest when full.
import { copyBytes, sameBytes } from '../byte-text.ts';
import { hashOf } from '../interner.ts';
import { OpenSession } from './open-session.ts';

/** Bytes a session has in the arena: the longest connector name and id, and two endpoints. */
const slotSize = 512;
const firstSlots = 64;
/** For words that run over the last slot. */
const margin = 8;
/** Sixteen hexadecimal digits. */
const usualId = 16;
/** The longest IPv4 address with a port. */
const comparedOfEndpoints = 24;
const comma = 0x2c;
const maxIdPlaces = 8;
export const maxPrefix = 320;
export const maxEndpoints = slotSize - maxPrefix;

export class SessionTable {
  readonly #heads: (OpenSession | null)[];
  readonly #mask: number;
  readonly #free: OpenSession[] = [];
  #arena: Uint8Array;
  #view: DataView;
  readonly #sessions: OpenSession[] = [];
  readonly #most: number;
  /** Where ids begin after connectors of the lengths seen lately. */
  readonly #idPlaces: number[] = [];
  count = 0;

  constructor(most: number) {
    this.#most = most;
    let size = 16;
    while (size < most * 2) size *= 2;
    this.#heads = new Array(size).fill(null);
    this.#mask = size - 1;
    this.#arena = new Uint8Array(Math.min(most, firstSlots) * slotSize + margin);
    this.#view = new DataView(this.#arena.buffer);
  }

  get isFull(): boolean {
    return this.count >= this.#most;
  }

  /** Whether the bytes at `at` are this session's connector and id. */
  hasPrefix(session: OpenSession, view: DataView, at: number): boolean {
    return this.#equals(session.base, session.prefixLength, view, at);
  }

  /**
   * Whether the bytes at `at` are this session's endpoints. Only their last bytes are compared, which hold the remote
   * address: within a session it changes when another one is tried, and nothing else does without it.
   */
  hasEndpoints(session: OpenSession, view: DataView, at: number): boolean {
    const skipped = Math.max(0, session.endpointsLength - comparedOfEndpoints);
    const from = session.base + maxPrefix + skipped;
    return this.#equals(from, session.endpointsLength - skipped, view, at + skipped);
  }

  /** The session of a record whose connector is as long as one seen lately, and whose id is as long as usual. */
  findLike(view: DataView, at: number): OpenSession | null {
    const places = this.#idPlaces;
    for (let i = 0; i < places.length; i++) {
      const idAt = places[i] ?? 0;
      const id = at + idAt;
      if (view.getUint8(id - 1) !== comma || view.getUint8(id + usualId) !== comma) continue;
      let session = this.#heads[hashOfId(view, id, usualId) & this.#mask] ?? null;
      while (session !== null) {
        const isLike = session.idLength === usualId && session.idAt === idAt;
        if (isLike && this.hasPrefix(session, view, at)) return session;
        session = session.next;
      }
    }
    return null;
  }

  /** The open session whose connector and id stand at `at`. `id` is where its id begins. */
  find(view: DataView, at: number, id: number, idLength: number): OpenSession | null {
    let session = this.#heads[hashOfId(view, id, idLength) & this.#mask] ?? null;
    while (session !== null) {
      const isLike = session.idLength === idLength && session.idAt === id - at;
      if (isLike && this.hasPrefix(session, view, at)) return session;
      session = session.next;
    }
    return null;
  }

  /** Takes a free session; the caller has made room. */
  open(view: DataView, at: number, id: number, idLength: number): OpenSession {
    const session = this.#free.pop() ?? this.#make();
    session.reset();
    session.isOpen = true;
    session.idAt = id - at;
    if (!this.#idPlaces.includes(session.idAt)) {
      this.#idPlaces.unshift(session.idAt);
      this.#idPlaces.length = Math.min(this.#idPlaces.length, maxIdPlaces);
    }
    session.idLength = idLength;
    session.prefixLength = id - at + idLength + 1;
    copyBytes(this.#view, session.base, view, at, session.prefixLength);
    session.hash = hashOfId(view, id, idLength);
    const head = session.hash & this.#mask;
    session.next = this.#heads[head] ?? null;
    this.#heads[head] = session;
    this.count++;
    return session;
  }

  setEndpoints(session: OpenSession, view: DataView, from: number, to: number, localLength: number): void {
    session.endpointsLength = to - from;
    session.localLength = localLength;
    copyBytes(this.#view, session.base + maxPrefix, view, from, to - from);
  }

  close(session: OpenSession): void {
    const head = session.hash & this.#mask;
    let at = this.#heads[head] ?? null;
    if (at === session) {
      this.#heads[head] = session.next;
    } else {
      while (at !== null && at.next !== session) at = at.next;
      if (at !== null) at.next = session.next;
    }
    session.next = null;
    session.isOpen = false;
    this.#free.push(session);
    this.count--;
  }

  /** The sessions that are open, the least recently used first. */
  byAge(): OpenSession[] {
    return this.#sessions.filter((session) => session.isOpen).sort((a, b) => a.lastUse - b.lastUse);
  }

  /** Connector and id, with the commas after them, as logged. */
  prefix(session: OpenSession): Uint8Array {
    return this.#arena.subarray(session.base, session.base + session.prefixLength);
  }

  /** Both endpoints with their commas, as logged. */
  endpoints(session: OpenSession): Uint8Array {
    const from = session.base + maxPrefix;
    return this.#arena.subarray(from, from + session.endpointsLength);
  }

  #make(): OpenSession {
    const base = this.#sessions.length * slotSize;
    if (base + slotSize + margin > this.#arena.length) this.#grow();
    const session = new OpenSession(base);
    this.#sessions.push(session);
    return session;
  }

  #grow(): void {
    const arena = new Uint8Array(Math.min(this.#most, this.#sessions.length * 2) * slotSize + margin);
    arena.set(this.#arena);
    this.#arena = arena;
    this.#view = new DataView(arena.buffer);
  }

  #equals(from: number, length: number, view: DataView, at: number): boolean {
    return sameBytes(this.#view, from, view, at, length);
  }
}

/**
 * Exchange counts ids up, so their last digits tell them apart, and those that are open at one time lie side by side in
 * the table.
 */
function hashOfId(view: DataView, id: number, length: number): number {
  if (length < 4) return hashOf(view, id, length);
  const letters = view.getInt32(id + length - 4, true);
  // The value of each hexadecimal digit in a byte of its own, then side by side.
  const digits = (letters & 0x0f0f0f0f) + ((letters >>> 6) & 0x01010101) * 9;
  return ((digits >>> 24) & 0xff) ^ ((digits >>> 12) & 0xff0) ^ (digits & 0xff00) ^ ((digits & 0xff) << 12);
}
