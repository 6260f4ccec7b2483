// Narrows evidence down to one peer or connector.
import type {
  DiagnosisSignal,
  MailHop,
  PeerUsage,
  SmtpSession,
  UsageReport,
} from '@mailflow-tls/core/evidence';
import type { Period } from './log-reader.ts';

export interface EvidenceFilter {
  /** Address, host name, or a domain with all below it. */
  readonly peer?: string;
  readonly connector?: string;
}

/** Of a signal or session that does not say with whom it was, nobody knows whether it belongs here: it does not count. */
export function matchesSignal(signal: DiagnosisSignal, filter: EvidenceFilter): boolean {
  return (
    isPeer(filter, [signal.peer, ...(signal.layers ?? []).flatMap(({ host, ip }) => [host, ip])]) &&
    isConnector(filter, signal.connector)
  );
}

export function matchesSession(session: SmtpSession, filter: EvidenceFilter): boolean {
  return (
    isPeer(filter, [session.peer, session.via ?? undefined, session.announcedName ?? undefined]) &&
    isConnector(filter, session.connector)
  );
}

/** The headers of a mail name no connector. */
export function matchesHop({ from, by, at }: MailHop, filter: EvidenceFilter & Period): boolean {
  const { since, until } = filter;
  const time = at === null ? null : Date.parse(at);
  const isInPeriod =
    time === null || ((since === undefined || time >= since) && (until === undefined || time <= until));
  return isInPeriod && isPeer(filter, [from ?? undefined, by ?? undefined]) && isConnector(filter, undefined);
}

export function filterUsage(usage: UsageReport, filter: EvidenceFilter): UsageReport {
  if (filter.peer === undefined && filter.connector === undefined) return usage;
  const wanted = (row: PeerUsage): boolean =>
    isPeer(filter, [row.peer ?? undefined, row.via ?? undefined, ...row.names]) &&
    isConnector(filter, row.connector);
  const peers = usage.peers.filter(wanted);
  const times = (key: 'firstSeen' | 'lastSeen'): string[] => peers.flatMap((row) => row[key] ?? []).sort();
  return {
    ...usage,
    from: times('firstSeen')[0] ?? null,
    to: times('lastSeen').at(-1) ?? null,
    sessions: sum(peers, ({ sessions }) => sessions),
    peers,
    others: filter.peer === undefined ? usage.others.filter(wanted) : [],
    protocols: protocolsOf(peers),
    messages: {
      encrypted: sum(peers, ({ messages }) => messages.encrypted),
      clear: sum(peers, ({ messages }) => messages.clear),
      refused: sum(peers, ({ messages }) => messages.refused),
    },
    cutOff: usage.cutOff.filter(wanted),
    clearWithOffice365: usage.clearWithOffice365.filter(wanted),
    silentClear: usage.silentClear.filter(
      ({ peer, name, connector }) =>
        isPeer(filter, [peer, name ?? undefined]) && isConnector(filter, connector),
    ),
    proxied: usage.proxied.filter(wanted),
    errors: usage.errors.filter(
      ({ peers: seen, connector }) =>
        isPeer(
          filter,
          seen.map(({ peer }) => peer),
        ) && isConnector(filter, connector),
    ),
  };
}

function protocolsOf(peers: readonly PeerUsage[]): UsageReport['protocols'] {
  const counts: Partial<Record<keyof UsageReport['protocols'], number>> = {};
  for (const { protocols } of peers) {
    // Object.entries forgets the key type.
    for (const [name, count] of Object.entries(protocols) as [keyof UsageReport['protocols'], number][])
      counts[name] = (counts[name] ?? 0) + count;
  }
  return counts;
}

function sum<T>(list: readonly T[], of: (item: T) => number): number {
  return list.reduce((total, item) => total + of(item), 0);
}

function isPeer({ peer }: EvidenceFilter, names: readonly (string | undefined)[]): boolean {
  if (peer === undefined) return true;
  const wanted = peer.toLowerCase().replace(/^\*?\./, '');
  return names.some((name) => {
    const lower = name?.toLowerCase().replace(/\.$/, '');
    return lower === wanted || lower?.endsWith(`.${wanted}`) === true;
  });
}

/** Receive connectors are logged as `SERVER\Name`. */
function isConnector({ connector }: EvidenceFilter, name: string | undefined): boolean {
  if (connector === undefined) return true;
  const [wanted, found] = [connector.toLowerCase(), name?.toLowerCase()];
  return found === wanted || found?.endsWith(`\\${wanted}`) === true;
}
