// Finds mail that went in clear text because TLS had just failed with the same peer: nothing bounces, nobody is told.
import type { Direction } from '../evidence.ts';
import { isoTime, never } from '../log-time.ts';

/** How long after a failed negotiation a session in clear text counts as its consequence; queues retry in minutes. */
const window = 30 * 60_000;
const maxFailures = 4096;
/** Sessions overlap: one in clear text may have begun before the failure that was seen last, and after an earlier one. */
const failuresOfKey = 8;
const maxFound = 1024;
const maxEarly = 4096;

export type SilentClear = {
  readonly direction: Direction;
  readonly connector: string;
  readonly peer: string;
  readonly name: string | null;
  readonly office365: boolean;
  /** The sentence of the failed negotiation. */
  readonly failure: string;
  readonly sessions: number;
  /** Messages in clear text. */
  readonly messages: number;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
};

type Found = {
  readonly direction: Direction;
  readonly connector: string;
  readonly peer: string;
  readonly name: string | null;
  readonly office365: boolean;
  readonly failure: string;
  sessions: number;
  messages: number;
  first: number;
  last: number;
};

export type ClearSession = {
  readonly direction: Direction;
  readonly connector: string;
  readonly peer: string;
  readonly name: string | null;
  readonly office365: boolean;
  readonly messages: number;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
};

/** `at`: when the session ended; what follows it begins after that. */
type Failure = { readonly key: string; readonly at: number; readonly text: string };

export type SilentClearState = {
  readonly failures: readonly Failure[];
  readonly found: readonly Found[];
  readonly early: readonly ClearSession[];
  readonly begin: number | null;
};

export class SilentClearFinder {
  /** The latest last, and so are those of one key. */
  #failures: Map<string, Failure[]> = new Map();
  readonly #found: Map<string, Found> = new Map();
  /** Clear sessions at the very beginning: the failure before them may be in the part of the log before this one. */
  #early: ClearSession[] = [];
  #begin: number | null = null;

  /** Exchange Online answers from many addresses, so a failure counts for its name's domain as well. */
  failed(session: Omit<ClearSession, 'messages'>, endedAt: number, text: string): void {
    this.#begin ??= session.startedAt;
    for (const key of keysOf(session)) this.#remember({ key, at: endedAt, text });
  }

  /** The failure that this session in clear text follows; null when there is none. */
  clear(session: ClearSession): string | null {
    this.#begin ??= session.startedAt;
    const failure = this.#failureBefore(session);
    if (failure !== null) {
      this.#add(session, failure);
      return failure;
    }
    const isEarly = session.startedAt - this.#begin <= window && this.#early.length < maxEarly;
    if (isEarly) this.#early.push({ ...session });
    return null;
  }

  /** Takes in what was found in a later part of the same log. */
  merge(state: SilentClearState): void {
    for (const session of state.early) this.clear(session);
    for (const from of state.found) {
      const to = this.#foundFor(from, from.failure);
      to.sessions += from.sessions;
      to.messages += from.messages;
      to.first = Math.min(to.first, from.first);
      to.last = Math.max(to.last, from.last);
    }
    for (const failure of state.failures) this.#remember(failure);
    this.#begin ??= state.begin;
  }

  save(): SilentClearState {
    return {
      failures: [...this.#failures.values()].flat(),
      found: [...this.#found.values()].map((found) => ({ ...found })),
      early: this.#early.map((session) => ({ ...session })),
      begin: this.#begin,
    };
  }

  report(): SilentClear[] {
    return [...this.#found.values()]
      .sort((a, b) => Number(b.office365) - Number(a.office365) || b.messages - a.messages)
      .map(({ first, last, ...found }) => ({ ...found, firstSeen: isoTime(first), lastSeen: isoTime(last) }));
  }

  #remember(failure: Failure): void {
    const { key } = failure;
    const known = this.#failures.get(key) ?? [];
    known.push(failure);
    if (known.length > failuresOfKey) known.shift();
    this.#failures.delete(key);
    this.#failures.set(key, known);
    if (this.#failures.size > maxFailures) {
      // Half at once: to take away the oldest one by one walks over all that were taken away before.
      this.#failures = new Map([...this.#failures].slice(maxFailures >> 1));
    }
  }

  #failureBefore(session: ClearSession): string | null {
    if (this.#failures.size === 0) return null;
    // The latest of all: a reader of the later part alone finds the same one.
    let latest: Failure | null = null;
    for (const key of keysOf(session)) {
      for (const failure of this.#failures.get(key) ?? []) {
        const after = session.startedAt - failure.at;
        const isLater = latest === null || failure.at > latest.at;
        if (after >= 0 && after <= window && isLater) latest = failure;
      }
    }
    return latest === null ? null : latest.text;
  }

  #add(session: ClearSession, failure: string): void {
    const found = this.#foundFor(session, failure);
    found.sessions++;
    found.messages += session.messages;
    found.first = Math.min(found.first, session.startedAt);
    found.last = Math.max(found.last, session.startedAt);
  }

  #foundFor(of: Omit<ClearSession, 'messages' | 'startedAt'>, failure: string): Found {
    const peer = this.#found.size < maxFound ? of.peer : '';
    const key = `${of.direction}\n${of.connector}\n${peer}\n${failure}`;
    let found = this.#found.get(key);
    if (found === undefined) {
      found = {
        direction: of.direction,
        connector: of.connector,
        peer,
        name: peer === '' ? null : of.name,
        office365: of.office365,
        failure,
        sessions: 0,
        messages: 0,
        first: never,
        last: -never,
      };
      this.#found.set(key, found);
    }
    return found;
  }
}

function keysOf(session: Omit<ClearSession, 'messages' | 'startedAt' | 'office365'>): string[] {
  const scope = `${session.direction}\n${session.connector}\n`;
  const group = session.name === null ? null : groupOf(session.name);
  return group === null ? [scope + session.peer] : [scope + session.peer, `${scope}.${group}`];
}

/** `AM0EUR02FT012.mail.protection.outlook.com` and its neighbours are one destination; a short name is its own. */
function groupOf(name: string): string | null {
  const dot = name.indexOf('.');
  const rest = name.slice(dot + 1).toLowerCase();
  return dot > 0 && rest.includes('.') ? rest : null;
}
