// Which stretch of the way a signal is about: between whom, and in which direction seen from the host.
import { errorEntry, isErrorId } from '../errors/index.ts';
import { isOffice365Address } from '../mailflow/office365-peer.ts';
import { sendRoute } from '../part-in-mail/send-route.ts';
import type { DiagnosisSignal } from './input.ts';
import type { OwnNames } from './own-names.ts';
import { isOnlineName } from './signals.ts';

/**
 * `toOnline`, `fromOnline`: between the host and Exchange Online. `onlineToOther`: Exchange Online sends to somebody
 * else. `toOther`, `fromOther`: between the host and somebody else. `internal`: between Exchange servers. `submission`:
 * an application or a device hands mail to Exchange Online. `send`, `receive`, `unknown`: the other side is not known.
 */
export type Hop =
  | 'toOnline'
  | 'fromOnline'
  | 'onlineToOther'
  | 'toOther'
  | 'fromOther'
  | 'internal'
  | 'submission'
  | 'send'
  | 'receive'
  | 'unknown';

/** Refusals that only Exchange Online writes to those who send to it. */
const onlineRefusals: ReadonlySet<string> = new Set([
  'tenant-inbound-attribution',
  'relay-access-denied',
  'server-out-of-date',
  'wrong-region',
]);

export function hopOf(signal: DiagnosisSignal, own: OwnNames): Hop {
  if (!isErrorId(signal.id)) return 'unknown';
  const entry = errorEntry(signal.id);
  const { peer } = signal;
  if (signal.byExchangeOnline === true || signal.kind === 'messageTrace') {
    return peer !== undefined && own.isForeign(peer) ? 'onlineToOther' : 'fromOnline';
  }
  if (entry.direction === 'submission') {
    return signal.kind === 'smtpReceiveLog' ? 'fromOther' : 'submission';
  }
  if (entry.direction === 'internal' || signal.isInternal === true) return 'internal';
  if (onlineRefusals.has(signal.id)) return 'toOnline';
  const direction = directionOf(signal);
  const isOnline = peer === undefined ? throughOnlineConnector(signal, own) : isOnlinePeer(peer);
  if (direction === 'receive') return isOnline ? 'fromOnline' : peer === undefined ? 'receive' : 'fromOther';
  if (isOnline) return 'toOnline';
  if (direction === 'send') return peer === undefined ? 'send' : 'toOther';
  return 'unknown';
}

export function isOnlinePeer(peer: string): boolean {
  return isOffice365Address(peer) || isOnlineName(peer);
}

function directionOf(signal: DiagnosisSignal): 'send' | 'receive' | null {
  if (signal.direction !== undefined) return signal.direction;
  switch (signal.kind) {
    case 'smtpSendLog':
    case 'queue':
    case 'queueMessage':
      return 'send';
    case 'smtpReceiveLog':
      return 'receive';
    default: {
      const entry = isErrorId(signal.id) ? errorEntry(signal.id) : undefined;
      return entry?.direction === 'send' || entry?.direction === 'receive' ? entry.direction : null;
    }
  }
}

/** Whether the host's settings say that the signal's connector leads to Office 365. */
function throughOnlineConnector({ connector }: DiagnosisSignal, own: OwnNames): boolean {
  const found = own.sendConnectors.find(({ name }) => name === connector);
  return found !== undefined && sendRoute(found) === 'office365';
}
