// What happens to hosts in the course of time: administrators, restarts, updates, mail, and troubles of every kind.
import type { HostFacts, SectionData } from '@mailflow-tls/core';
import { exampleFacts, withSection, withUnread } from '../../core/test/example-facts.ts';
import { withProtocolSetting } from './kinds.ts';
import type { Random } from './random.ts';

/** Days between two such events on one host, on average. */
export const meanDays = {
  /** Somebody sets TLS as recommended. */
  mend: 60,
  /** Somebody sets something else. */
  break: 400,
  restart: 30,
  update: 30,
  /** Something else about the host changes. */
  change: 14,
  /** A right is taken away, or given back. */
  rights: 200,
} as const;
export type EventName = keyof typeof meanDays;

type Event = (facts: HostFacts, now: Date, random: Random) => HostFacts;

export const events: Readonly<Record<EventName, Event>> = {
  mend: (facts, now) => withProtocolSetting(facts, 'recommended', now),
  break: (facts, now, random) =>
    withProtocolSetting(facts, random.pick(['clientOff', 'allOff', 'misprinted', 'untouched'] as const), now),
  restart: (facts, now) => withSection('os', { bootTime: now.toISOString() }, [], facts),
  update(facts, now, random) {
    const { updates } = facts.sections;
    if (updates.status === 'unread') return facts;
    const id = `KB50${random.between(10_000, 99_999)}`;
    const installedOn = now.toISOString().slice(0, 10);
    const hotfixes = [{ id, description: 'Security Update', installedOn }, ...updates.data.hotfixes].slice(
      0,
      40,
    );
    return withSection('updates', { hotfixes }, [], facts);
  },
  change(facts, _, random) {
    return withSection('restart', { pending: random.chance(0.5) ? [] : [updateWaits] }, [], facts);
  },
  rights: (facts) =>
    facts.sections.ciphers.status === 'unread'
      ? { ...facts, sections: { ...facts.sections, ciphers: exampleFacts().sections.ciphers } }
      : withUnread('ciphers', undefined, facts),
};

const updateWaits: SectionData<'restart'>['pending'][number] = {
  origin: 'windowsUpdate',
  source: 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update\\RebootRequired',
  detail: [],
};
