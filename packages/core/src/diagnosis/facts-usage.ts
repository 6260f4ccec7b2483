// The usage by peer that a host's own facts hold: the sums of its mail logs.
import type { HostFacts } from '../facts/host-facts.ts';
import type { TlsVersion } from '../mailflow/protocol-log/tls-parameters.ts';
import type { SessionOutcome } from '../mailflow/usage.ts';
import type { UsageSeen } from './input.ts';

/** Empty when the facts hold none. Not to be joined with the usage of the same logs. */
export function usageOfFacts({ sections }: HostFacts): UsageSeen[] {
  const { mailLogs } = sections;
  if (mailLogs.status === 'unread') return [];
  const { sessions, newest, peers, silentClear } = mailLogs.data;
  return [
    {
      sessions,
      unfinished: 0,
      // Facts write these names as text; they come from the same list.
      newest: newest as Readonly<Record<'send' | 'receive', TlsVersion | null>>,
      silentClear: silentClear.map((one) => ({ ...one, name: null })),
      peers: peers.map(({ office365, protocols, ...peer }) => ({
        ...peer,
        kind: 'mail',
        office365: office365 ? 'address' : null,
        // As above.
        protocols: protocols as Partial<Record<SessionOutcome, number>>,
        // Facts keep neither; what is not known is not counted.
        startTlsMissing: 0,
        lastClear: null,
      })),
    },
  ];
}
