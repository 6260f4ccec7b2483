// Counts events by what they say, so that a log of thousands is a few lines.
import type { Where } from '../evidence.ts';
import { withoutPersonalData } from '../personal-data.ts';
import type { EventRecord } from './event.ts';

export type EventGroup = {
  readonly provider: string;
  readonly id: number;
  /** TLS alert and what it is called in the standard. */
  readonly alert: { readonly number: number; readonly name: string | null } | null;
  /** Schannel's own error state. */
  readonly state: string | null;
  /** The protocol that the event names: `TLS 1.2`. */
  readonly protocol: string | null;
  /** The sentence of the first of them, without personal data. */
  readonly text: string | null;
  readonly count: number;
  /** UTC, ISO 8601; null where the export tells local times only. */
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  /** The first few. */
  readonly computers: readonly string[];
  readonly where: Where;
};

type Open = { -readonly [K in keyof EventGroup]: EventGroup[K] } & { computers: string[] };

const mostGroups = 2000;
const mostComputers = 20;

export class EventTally {
  readonly #groups: Map<string, Open> = new Map();
  #omitted = 0;

  /** `groups`: the values that the catalog found in the event. */
  add(event: EventRecord, groups: Readonly<Record<string, string>>, alertName: string | null): void {
    const { alert, state = null, protocol = null } = groups;
    const key = [event.provider, event.id, alert, state, protocol].join('\n');
    let group = this.#groups.get(key);
    if (group === undefined) {
      if (this.#groups.size >= mostGroups) {
        this.#omitted++;
        return;
      }
      group = {
        provider: event.provider,
        id: event.id,
        alert: alert === undefined ? null : { number: Number(alert), name: alertName },
        state,
        protocol,
        text: event.text === null ? null : withoutPersonalData(event.text).slice(0, 500),
        count: 0,
        firstSeen: null,
        lastSeen: null,
        computers: [],
        where: event.where,
      };
      this.#groups.set(key, group);
    }
    group.count++;
    if (event.at !== null) {
      if (group.firstSeen === null || event.at < group.firstSeen) group.firstSeen = event.at;
      if (group.lastSeen === null || event.at > group.lastSeen) group.lastSeen = event.at;
    }
    const { computer } = event;
    if (computer !== null && group.computers.length < mostComputers && !group.computers.includes(computer))
      group.computers.push(computer);
  }

  get omitted(): number {
    return this.#omitted;
  }

  /** Most frequent first. */
  list(): EventGroup[] {
    return [...this.#groups.values()].sort((a, b) => b.count - a.count);
  }
}
