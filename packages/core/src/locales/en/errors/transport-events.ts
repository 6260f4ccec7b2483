// English words of the events of Exchange's transport.
import type { ErrorText } from '../../locale.ts';

export const transportEventsErrors = {
  'transport-tls-required-failed': {
    meaning: 'A Send connector demands TLS, and no TLS session with the target came about; its mail waits.',
    notProven:
      'It does not say whether `STARTTLS` was missing or the handshake failed. The Send protocol log tells.',
    remedy:
      'Read the session in the Send protocol log: TLS 1.2, cipher suites and certificate, or a missing `STARTTLS`.',
  },
  'transport-no-starttls-certificate': {
    meaning:
      'Exchange found no valid certificate for the name that a connector uses, so it cannot offer `STARTTLS` there.',
    notProven: 'TLS versions play no part in it.',
    remedy:
      'Enable a certificate with that name for SMTP, or correct `TlsCertificateName` or `Fqdn` of the connector.',
  },
  'transport-inbound-authentication': {
    meaning: 'A login at a Receive connector failed.',
    notProven: 'It says nothing about TLS versions.',
    remedy:
      'Check the account of the sender; between Exchange servers also clocks and service principal names.',
  },
  'transport-outbound-authentication': {
    meaning: 'The login of a Send connector at the target failed.',
    notProven: 'It says nothing about TLS versions.',
    remedy:
      'Check the credentials of the connector; between Exchange servers also clocks and service principal names.',
  },
} as const satisfies Record<string, ErrorText>;
