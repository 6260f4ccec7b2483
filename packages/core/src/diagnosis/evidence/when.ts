// The time of an error tells which changes of Exchange Online can have to do with it.
import { oldTlsRefusedSince } from '../../reference/exchange-online.ts';
import { requiredRoot } from '../../reference/roots.ts';
import type { Group } from '../group.ts';
import { latest } from '../traffic.ts';
import { handshakeFailed } from './handshake-failed.ts';
import type { Finder, Piece } from './piece.ts';

/** The day of the latest error, as far as it is known: at least its year. */
function dayOf({ signals, events, rows }: Group): string | null {
  // Without an error it is about what was agreed on.
  if (signals.length + events.length === 0) return latest(rows.map(({ lastSeen }) => lastSeen));
  let day: string | null = null;
  for (const { at, lastSeen, day: told } of [...signals, ...events]) {
    for (const time of [at, lastSeen, told]) if (time && (day === null || time > day)) day = time;
  }
  return day;
}

/** Exchange Online refuses old versions in just this way; before it did, such a refusal cannot be the reason. */
export const enforcement: Finder = (group, background) => {
  if (group.hop === 'onlineToOther' || group.hop === 'submission') return [];
  const day = dayOf(group);
  // A year alone is compared with a year.
  const since = oldTlsRefusedSince;
  const isBefore = day !== null && day < since.slice(0, day.length);
  const base = { cause: 'tls-version', strength: 'circumstance', count: 1 } as const;
  if (isBefore) return [{ ...base, evidence: 'beforeEnforcement', points: -30, params: { since } }];
  const isOnline = group.hop === 'toOnline' || group.hop === 'fromOnline';
  const isCut = handshakeFailed(group, background).length > 0 || group.silentClear.length > 0;
  return isOnline && isCut
    ? [{ ...base, evidence: 'onlineRefusesOldTls', points: 20, params: { since } }]
    : [];
};

/** A text that Exchange Online writes when it was not offered TLS; it names a failed handshake when there was one. */
export const onlineNotOffered: Finder = (group) => {
  const found = group.signals.find(
    ({ id, byExchangeOnline }) => byExchangeOnline && id === 'starttls-required',
  );
  if (group.hop !== 'fromOnline' || !found) return [];
  const day = dayOf(group);
  const since = requiredRoot.requiredSince ?? '';
  const isBefore = day !== null && day < since.slice(0, day.length);
  const pieces: Piece[] = [
    {
      evidence: 'handshakeNotNamed',
      cause: 'starttls-not-offered',
      strength: 'circumstance',
      points: isBefore ? 35 : 20,
      where: found.where,
      count: 1,
    },
  ];
  // With the year alone nobody knows on which side of the day it was.
  if (!isBefore && (day === null || day >= since)) {
    pieces.push({
      evidence: 'rootChanged',
      cause: 'certificate',
      strength: 'circumstance',
      points: day === null ? 5 : 15,
      params: { since, root: requiredRoot.name },
      count: 1,
    });
  }
  return pieces;
};
