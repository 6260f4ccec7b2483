// What Exchange Online reports when it cannot hand mail to a server outside: connectors, DANE and MTA-STS.
import { defineErrors } from '../entry.ts';

const outbound = {
  smtp: ['450', '550'],
  byCode: true,
  direction: 'receive',
  tlsVersion: 'no',
} as const;

export const exchangeOnline = defineErrors([
  {
    ...outbound,
    id: 'exo-dns-failed',
    forms: ['DNS query failed', 'Message expired, DNS query failed'],
    enhanced: ['4.4.312', '5.4.312'],
    causes: { network: 100 },
  },
  {
    ...outbound,
    id: 'exo-connection-timed-out',
    forms: [
      'Connection timed out [Message=Socket error code {socket:number}]',
      'Connection timed out',
      'Message expired, connection timed out',
    ],
    enhanced: ['4.4.315', '5.4.315'],
    causes: { network: 100 },
  },
  {
    ...outbound,
    id: 'exo-connection-refused',
    forms: [
      'Connection refused [Message=Socket error code {socket:number}]',
      'Connection refused',
      'Message expired, connection refused',
    ],
    enhanced: ['4.4.316', '5.4.316'],
    causes: { network: 100 },
  },
  {
    ...outbound,
    id: 'exo-connection-closed',
    forms: ['Connection was closed abruptly', 'Message expired, connection was closed abruptly'],
    enhanced: ['4.4.318', '5.4.318'],
    tlsVersion: 'possible',
    causes: { 'tls-version': 20, cipher: 5, network: 50, undetermined: 25 },
  },
  {
    ...outbound,
    id: 'dane-starttls-not-supported',
    forms: [
      'starttls-not-supported: Destination mail server must support TLS to receive mail.',
      'starttls-not-supported',
    ],
    enhanced: ['4.7.321', '5.7.321'],
    tlsVersion: 'possible',
    causes: { 'starttls-not-offered': 45, 'tls-version': 25, certificate: 15, cipher: 5, undetermined: 10 },
  },
  {
    ...outbound,
    id: 'dane-certificate-expired',
    forms: [
      "certificate-expired: Destination mail server's certificate is expired.",
      'certificate-expired: Destination mail server',
    ],
    enhanced: ['4.7.322', '5.7.322'],
    causes: { certificate: 100 },
  },
  {
    ...outbound,
    id: 'dane-tlsa-invalid',
    forms: ['tlsa-invalid: The domain failed DANE validation.', 'tlsa-invalid'],
    enhanced: ['4.7.323', '5.7.323'],
    causes: { certificate: 60, policy: 40 },
  },
  {
    ...outbound,
    id: 'dane-dnssec-invalid',
    forms: ['dnssec-invalid: Destination domain returned invalid DNSSEC records', 'dnssec-invalid'],
    enhanced: ['4.7.324', '5.7.324'],
    causes: { policy: 100 },
  },
  {
    ...outbound,
    id: 'dane-host-mismatch',
    forms: [
      'certificate-host-mismatch: Remote certificate MUST have a common name or subject alternative name matching the hostname (DANE)',
      'certificate-host-mismatch',
    ],
    enhanced: ['4.7.325', '5.7.325'],
    causes: { certificate: 100 },
  },
]);
