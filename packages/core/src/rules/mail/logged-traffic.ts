// Judges what the mail logs of the last days say about TLS with Office 365: what failed, and what went in clear text.
import type { Evidence, Outcome } from '../../engine/finding.ts';
import { defineRule } from '../../engine/rule.ts';
import type { MailLogError, MailLogsFacts } from '../../facts/mail-logs.ts';
import { isOffice365Address, isOffice365Name } from '../../mailflow/office365-peer.ts';
import { protocolLoggingGuide } from '../mail-references.ts';
import { namesTls, shortened } from './tls-text.ts';

type Message = 'failed' | 'clearAfterFailure' | 'clear' | 'failedElsewhere' | 'fine' | 'noSessions';

const mostShown = 5;

export const loggedTraffic = defineRule({
  id: 'mail/logged-traffic',
  affects: 'both',
  needs: ['mailLogs'],
  references: [protocolLoggingGuide],
  evaluate: ({ mailLogs }) => {
    const outcomes: Outcome<Message>[] = [];
    const failures = mailLogs.errors.filter(({ text }) => namesTls(text));
    const online = failures.filter((error) => isWithOffice365(error, mailLogs));
    const others = failures.filter((error) => !online.includes(error));
    if (online.length > 0) outcomes.push({ verdict: 'warn', message: 'failed', ...errorsShown(online) });
    const silent = mailLogs.silentClear.filter(({ office365 }) => office365);
    if (silent.length > 0) {
      outcomes.push({
        verdict: 'warn',
        message: 'clearAfterFailure',
        params: { count: sum(silent, ({ messages }) => messages) },
        evidence: silent.slice(0, mostShown).map(({ connector, peer, failure, lastSeen }) => ({
          source: connector,
          name: peer,
          value: shortened(failure),
          ...(lastSeen === null ? {} : { writtenAt: lastSeen }),
        })),
      });
    }
    const clear = mailLogs.peers.filter(({ office365, messages }) => office365 && messages.clear > 0);
    if (clear.length > 0) {
      outcomes.push({
        verdict: 'warn',
        message: 'clear',
        params: { count: sum(clear, ({ messages }) => messages.clear) },
        evidence: clear.slice(0, mostShown).map(({ connector, peer, messages, lastSeen }) => ({
          source: connector,
          name: peer,
          value: messages.clear,
          expected: '0',
          ...(lastSeen === null ? {} : { writtenAt: lastSeen }),
        })),
      });
    }
    if (others.length > 0)
      outcomes.push({ verdict: 'info', message: 'failedElsewhere', ...errorsShown(others) });
    if (outcomes.length > 0) return outcomes;
    // Logs that hold no session prove nothing; only what was seen to work is fine.
    if (mailLogs.sessions === 0) return { verdict: 'notApplicable', message: 'noSessions' };
    return { verdict: 'pass', message: 'fine', params: { count: mailLogs.sessions } };
  },
});

function isWithOffice365({ peers }: MailLogError, { peers: known }: MailLogsFacts): boolean {
  return peers.some(
    ({ peer }) =>
      isOffice365Address(peer) ||
      isOffice365Name(peer) ||
      known.some((one) => one.office365 && one.peer === peer),
  );
}

function errorsShown(errors: readonly MailLogError[]): { params: { count: number }; evidence: Evidence[] } {
  return {
    params: { count: sum(errors, ({ count }) => count) },
    evidence: errors.slice(0, mostShown).map(({ where, connector, text, lastSeen }) => ({
      source: where.line === undefined ? where.source : `${where.source}:${where.line}`,
      name: connector,
      value: shortened(text),
      ...(lastSeen === null ? {} : { writtenAt: lastSeen }),
    })),
  };
}

function sum<T>(list: readonly T[], of: (item: T) => number): number {
  return list.reduce((total, item) => total + of(item), 0);
}
