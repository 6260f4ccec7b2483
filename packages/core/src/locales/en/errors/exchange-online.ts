// English words of the errors that Exchange Online reports about servers outside.
import type { ErrorText } from '../../locale.ts';

const noTls = 'TLS never began, so this says nothing about TLS versions.';
const noVersion = 'TLS versions play no part in it.';

export const exchangeOnlineErrors = {
  'exo-dns-failed': {
    meaning: 'Exchange Online could not resolve the name of the target server.',
    notProven: noTls,
    remedy: 'Correct the smart host of the outbound connector, or the MX and address records of the domain.',
  },
  'exo-connection-timed-out': {
    meaning: 'Exchange Online got no answer from port 25 of the target server.',
    notProven: noTls,
    remedy: 'Open port 25 for the addresses of Exchange Online, and check that the server is running.',
  },
  'exo-connection-refused': {
    meaning: 'Port 25 of the target server refused the connection of Exchange Online.',
    notProven: noTls,
    remedy: 'Check firewall, load balancer and the Receive connector that should listen there.',
  },
  'exo-connection-closed': {
    meaning: 'The target server, or a firewall before it, closed the connection of Exchange Online half-way.',
    notProven:
      'A handshake that is cut looks the same as a firewall that inspects SMTP. The Receive protocol log tells.',
    remedy: 'Check the firewall for inspection of SMTP; then read the session in the Receive protocol log.',
  },
  'dane-starttls-not-supported': {
    meaning:
      'The domain publishes DANE or MTA-STS, so TLS is a must, and its server offered none or the handshake failed.',
    notProven: 'It does not tell a missing `STARTTLS` from a handshake that failed.',
    remedy: 'Check on the receiving server that `STARTTLS` is offered and that TLS 1.2 is enabled.',
  },
  'dane-certificate-expired': {
    meaning: 'The certificate of the receiving server has expired.',
    notProven: noVersion,
    remedy: 'Renew the certificate and update the `TLSA` record.',
  },
  'dane-tlsa-invalid': {
    meaning: 'The certificate of the receiving server does not fit its `TLSA` record.',
    notProven: noVersion,
    remedy: 'Correct the `TLSA` record, or present the certificate that it describes.',
  },
  'dane-dnssec-invalid': {
    meaning: 'The DNSSEC records of the domain are not valid.',
    notProven: noVersion,
    remedy: 'Correct DNSSEC of the domain.',
  },
  'dane-host-mismatch': {
    meaning: 'The certificate of the receiving server does not bear the server’s name.',
    notProven: noVersion,
    remedy: 'Present a certificate with that name.',
  },
} as const satisfies Record<string, ErrorText>;
