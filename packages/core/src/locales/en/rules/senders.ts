// English words of the rules about what else sends mail.
import type { RuleText } from '../../locale.ts';

export const sendersRules = {
  'senders/iis-smtp': {
    title: 'The SMTP service of IIS encrypts what it sends to Office 365',
    rationale:
      'The SMTP service of IIS encrypts either always or never, as its setting says, and uses the TLS of this Windows. Without encryption, Office 365 refuses mail of signed-in senders, and other mail travels in clear text.',
    messages: {
      encrypted:
        'The SMTP service of IIS encrypts what it sends to Office 365. It depends on TLS 1.2 of this Windows.',
      none: 'The SMTP service of IIS is not installed.',
      idle: 'The SMTP service of IIS is installed and does not send to Office 365.',
      unread: 'The settings of the SMTP service of IIS could not be read.',
      throughSmartHost:
        'The virtual SMTP server {server} hands all mail to {smartHost}, which is not of Office 365.',
      clearText:
        'The virtual SMTP server {server} sends to {smartHost} without TLS: its mail to Office 365 is in clear text, and connectors there that ask for TLS refuse it.',
      clearTextByDns:
        'The virtual SMTP server {server} delivers to all domains without TLS: its mail, that to Office 365 included, is in clear text.',
      submissionWithoutTls:
        'The virtual SMTP server {server} sends to {smartHost} without TLS: Office 365 takes no sign-in without TLS, so its mail fails.',
      legacyEndpoint:
        'The virtual SMTP server {server} sends to {smartHost}, which is meant for clients without TLS 1.2. It works only while the organisation has opted in.',
    },
    remedies: {
      encrypt: {
        summary: 'Turn on TLS for what the virtual SMTP server {server} sends.',
        mayBreak:
          'From then on it sends only with TLS. If TLS 1.2 is not in effect on this Windows, its mail waits.',
      },
    },
    steps: {
      encrypt:
        'In the Internet Information Services (IIS) 6.0 Manager open the properties of the virtual SMTP server {server}, then Delivery, Outbound Security, and tick TLS encryption.',
    },
  },
  'senders/other-mail-software': {
    title: 'No other mail software is on this host',
    rationale:
      'Other mail software may bring its own TLS, which has nothing to do with the settings that are judged here.',
    messages: {
      none: 'No other mail software that is known here is on this host.',
      found:
        '{product} runs on this host. Its TLS is not judged here: ask its maker whether it sends with TLS 1.2.',
      stopped: '{product} is installed on this host and does not run.',
    },
  },
} as const satisfies Record<string, RuleText>;
