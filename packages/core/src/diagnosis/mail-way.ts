// What the Received lines of a mail show of its hops to and from Exchange Online: old versions and clear text.
import { isOffice365Address, isOffice365Name } from '../mailflow/office365-peer.ts';
import type { MailHop } from './input.ts';
import type { OwnNames } from './own-names.ts';
import type { TrafficRow } from './traffic.ts';

/**
 * Only hops that went in clear text or with an old version, and only those between Exchange Online and somebody
 * outside: what is well on one way of a mail proves nothing about another.
 */
export function rowsOfHops(hops: readonly MailHop[], own: OwnNames): TrafficRow[] {
  return hops.flatMap((hop) => {
    const { transport, protocol, at, where } = hop;
    const isOld = protocol !== null && /^(?:SSL|TLS 1\.[01])/.test(protocol);
    if (transport !== 'clear' && !isOld) return [];
    const ends = endsOf(hop);
    if (ends === null || own.isForeign(ends.host)) return [];
    const row: TrafficRow = {
      ...ends,
      connector: '',
      office365: true,
      agreedNew: 0,
      agreedOld: isOld ? 1 : 0,
      oldest: isOld ? protocol : null,
      failed: 0,
      clear: isOld ? 0 : 1,
      clearMessages: isOld ? 0 : 1,
      notTried: null,
      startTlsMissing: 0,
      firstSeen: at,
      lastSeen: at,
      lastClear: isOld ? null : at,
      where,
    };
    return [row];
  });
}

/** Who is Exchange Online and who is the host outside; null where it is neither or both. */
function endsOf({ from, by, text }: MailHop): (Pick<TrafficRow, 'hop' | 'peer'> & { host: string }) | null {
  if (from === null || by === null) return null;
  const isToOnline = isOffice365Name(by);
  // The sender's name is what it announced; its address, where the line has it, is what the receiver saw.
  const address = addressBefore(text, by);
  const isFromOnline = address === null ? isOffice365Name(from) : isOffice365Address(address);
  if (isToOnline && !isFromOnline && !isOffice365Name(from)) return { hop: 'toOnline', peer: by, host: from };
  if (isFromOnline && !isToOnline) return { hop: 'fromOnline', peer: from, host: by };
  return null;
}

const address = /[[(](\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{1,4}:[0-9a-f:.]{2,40})[\])]/i;

function addressBefore(text: string, by: string): string | null {
  const end = text.indexOf(` by ${by}`);
  return address.exec(text.slice(0, Math.max(end, 0)))?.[1] ?? null;
}
