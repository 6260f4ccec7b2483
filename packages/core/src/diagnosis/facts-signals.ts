// Makes signals of what the facts themselves tell of failed mail: the queues, the event logs, the mail logs.
import type { HostFacts } from '../facts/host-facts.ts';
import type { MailQueue } from '../facts/queues.ts';
import type { DiagnosisSignal } from './input.ts';
import { signalFromEvent, signalsFromErrors, signalsFromText } from './signals.ts';

export interface FactsSignalsOptions {
  /** False when the logs that the facts have counted are read themselves. */
  readonly withLogs?: boolean;
}

export function signalsOfFacts(
  facts: HostFacts,
  { withLogs = true }: FactsSignalsOptions = {},
): DiagnosisSignal[] {
  const { queues, events, mailLogs } = facts.sections;
  const signals: DiagnosisSignal[] = [];
  if (queues.status === 'read') {
    for (const queue of queues.data.queues) {
      if (queue.lastError === null) continue;
      signals.push(...signalsFromText(queue.lastError, { source: queue.identity }, ofQueue(queue)).signals);
    }
  }
  if (events.status === 'read') {
    for (const { log, provider, id, data, count, firstSeen, lastSeen } of events.data.groups) {
      const signal = signalFromEvent(
        { provider, id, data },
        { source: `${log}, ${provider} ${id}` },
        { count, firstSeen, lastSeen },
      );
      if (signal !== undefined) signals.push(signal);
    }
  }
  if (withLogs && mailLogs.status === 'read') {
    for (const { kind, where, peers, ...error } of mailLogs.data.errors) {
      const named = peers.reduce((sum, { count }) => sum + count, 0);
      const source = { source: where.source, ...(where.line === undefined ? {} : { line: where.line }) };
      const counted = { ...error, peers, otherPeers: error.count - named, where: source };
      signals.push(...signalsFromErrors([counted], kind).signals);
    }
  }
  return signals;
}

function ofQueue(queue: MailQueue): Partial<DiagnosisSignal> {
  const { messageCount, nextHopDomain, deliveryType, lastRetryTime, firstRetryTime } = queue;
  // Queues to databases and to Exchange's own services name no host.
  const isHost = nextHopDomain !== null && /SmartHost|Dns|SmtpRelay|Heartbeat/i.test(deliveryType ?? '');
  return {
    kind: 'queue',
    direction: 'send',
    messages: messageCount,
    waiting: messageCount > 0,
    ...(isHost ? { peer: nextHopDomain } : {}),
    ...(lastRetryTime === null ? {} : { at: lastRetryTime, lastSeen: lastRetryTime }),
    ...(firstRetryTime === null ? {} : { firstSeen: firstRetryTime }),
  };
}
