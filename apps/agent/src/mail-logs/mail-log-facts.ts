// Makes facts of what the logs of the last days say: bounded, however busy the host.
import type { MailLogError, MailLogPeer, MailLogsFacts } from '@mailflow-tls/core';
import { type PeerUsage, Usage, type UsageReport } from '@mailflow-tls/core/evidence';
import { createLogReader } from '../evidence/log-reader.ts';
import type { FolderState } from './state.ts';

const mostPeers = 150;
const mostErrors = 100;
const mostSilent = 50;
const mostNames = 4;
const mostProxied = 3;

/** `firstDay`: days before it are left out (`2026-11-01`). */
export function mailLogFacts(
  states: readonly FolderState[],
  firstDay: string,
): Omit<MailLogsFacts, 'folders'> {
  const usage = new Usage();
  const errors: MailLogError[] = [];
  for (const state of states) {
    const reader = createLogReader(state.kind, {});
    for (const { day, counted } of state.days) {
      if (day < firstDay) continue;
      reader.append(counted);
      if (counted.kind === 'smtpSendLog' || counted.kind === 'smtpReceiveLog')
        usage.merge(counted.state.usage);
    }
    for (const error of reader.errors()) {
      errors.push({
        kind: state.kind,
        text: error.text,
        direction: error.direction,
        connector: error.connector,
        count: error.count,
        peers: error.peers.slice(0, mostProxied).map((peer) => ({ ...peer })),
        firstSeen: error.firstSeen,
        lastSeen: error.lastSeen,
        where: {
          source: error.where.source,
          ...(error.where.line === undefined ? {} : { line: error.where.line }),
        },
      });
    }
  }
  const report = usage.report();
  const peers = peersOf(report);
  errors.sort((a, b) => b.count - a.count);
  return {
    from: report.from,
    to: report.to,
    sessions: report.sessions,
    protocols: plain(report.protocols),
    messages: { ...report.messages },
    newest: { ...report.newest },
    peers: peers.slice(0, mostPeers),
    morePeers: Math.max(0, peers.length - mostPeers) + report.others.length,
    errors: errors.slice(0, mostErrors),
    moreErrors: Math.max(0, errors.length - mostErrors),
    silentClear: report.silentClear
      .slice(0, mostSilent)
      .map(({ direction, connector, peer, office365, failure, sessions, messages, firstSeen, lastSeen }) => ({
        direction,
        connector,
        peer,
        office365,
        failure,
        sessions,
        messages,
        firstSeen,
        lastSeen,
      })),
  };
}

function peersOf(report: UsageReport): MailLogPeer[] {
  const cutOff = new Map(report.cutOff.map((row) => [keyOf(row), row.extent]));
  return report.peers
    .map((row) => ({
      peer: row.peer ?? '',
      names: row.names.slice(0, mostNames),
      connector: row.connector,
      direction: row.direction,
      office365: row.office365 !== null,
      sessions: row.sessions,
      protocols: plain(row.protocols),
      messages: { ...row.messages },
      cutOff: cutOff.get(keyOf(row)) ?? null,
      firstSeen: row.firstSeen,
      lastSeen: row.lastSeen,
    }))
    .sort((a, b) => weight(b) - weight(a) || b.sessions - a.sessions);
}

function keyOf({ peer, via, connector, direction, kind }: PeerUsage): string {
  return [peer, via, connector, direction, kind].join('\n');
}

function weight({ office365, cutOff }: MailLogPeer): number {
  return (office365 ? 2 : 0) + (cutOff === null ? 0 : 1);
}

function plain(counts: UsageReport['protocols']): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== undefined));
}
