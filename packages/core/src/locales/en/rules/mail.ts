// English words of the rules about mail that was seen to fail or to go without TLS.
import type { RuleText } from '../../locale.ts';

export const mailRules = {
  'mail/waiting-queues': {
    title: 'No mail waits because TLS failed',
    rationale:
      'The last error of a queue is what happens to mail right now, whatever the settings say. `mailflow-tls explain` weighs it together with the settings.',
    messages: {
      fine: 'No queue shows an error of TLS.',
      office365: {
        one: '{count} message to Office 365 ({target}) waits, and the last error of its queue names TLS.',
        other: '{count} messages to Office 365 ({target}) wait, and the last error of their queue names TLS.',
      },
      elsewhere: {
        one: '{count} message to {target} waits, and the last error of its queue names TLS. The other side may be the one that cannot.',
        other:
          '{count} messages to {target} wait, and the last error of their queue names TLS. The other side may be the one that cannot.',
      },
    },
  },
  'mail/logged-traffic': {
    title: 'TLS with Office 365 works in the mail logs',
    rationale:
      'The logs hold what really happened in the last days. Mail that went in clear text reached its target, so nobody missed it.',
    messages: {
      fine: 'The logs of the last days show {count} sessions, and no failure of TLS.',
      noSessions: 'The logs of the last days hold no SMTP session, as when protocol logging is off.',
      failed: {
        one: 'TLS failed with Office 365 {count} time in the last days.',
        other: 'TLS failed with Office 365 {count} times in the last days.',
      },
      clearAfterFailure: {
        one: '{count} message with Office 365 went in clear text after TLS had failed, and nobody was told.',
        other:
          '{count} messages with Office 365 went in clear text after TLS had failed, and nobody was told.',
      },
      clear: {
        one: '{count} message with Office 365 went in clear text.',
        other: '{count} messages with Office 365 went in clear text.',
      },
      failedElsewhere: {
        one: 'TLS failed with others than Office 365 {count} time in the last days. The other side may be the one that cannot.',
        other:
          'TLS failed with others than Office 365 {count} times in the last days. The other side may be the one that cannot.',
      },
    },
  },
  'mail/old-tls-peers': {
    title: 'Nobody depends on TLS 1.0 or 1.1',
    rationale:
      'Before TLS 1.0 and 1.1 go off, those who know nothing newer have to be found: printers, scanners, old applications, partners.',
    messages: {
      none: 'All peers in the logs of the last days use TLS 1.2 or newer, or no TLS.',
      noSessions: 'The logs of the last days hold no SMTP session, as when protocol logging is off.',
      found: {
        one: '{count} peer would be cut off, at least in part, if TLS 1.0 and 1.1 went off today.',
        other: '{count} peers would be cut off, at least in part, if TLS 1.0 and 1.1 went off today.',
      },
    },
  },
  'mail/tls-events': {
    title: 'The event logs hold no failures of TLS',
    rationale:
      'Windows logs failed handshakes of all programs, not of Exchange alone. They point to the side and the reason, and prove nothing about mail by themselves.',
    messages: {
      none: 'Neither Schannel nor Exchange’s transport wrote of failed TLS in the last days.',
      found: {
        one: '{provider} wrote {count} event about failed TLS in the last days.',
        other: '{provider} wrote {count} events about failed TLS in the last days.',
      },
    },
  },
} as const satisfies Record<string, RuleText>;
