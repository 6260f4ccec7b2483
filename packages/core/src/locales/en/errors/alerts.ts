// English words of the TLS alerts.
import type { ErrorText } from '../../locale.ts';

const whichSide =
  'The alert leaves open which side has to change, and from an event alone also which program.';
const noVersion = 'TLS versions play no part in it.';
const versions =
  'Enable TLS 1.2 for Client and Server in Schannel and in .NET, restart Windows, and compare the cipher suites of both sides.';
const checkCertificate = 'Check the certificate of the side that was refused: validity, purpose, chain.';

export const alertsErrors = {
  'tls-alert-protocol-version': {
    meaning: 'One side refused the TLS version of the other (alert 70).',
    notProven: whichSide,
    remedy: versions,
  },
  'tls-alert-handshake-failure': {
    meaning: 'No version and cipher suite was found that suits both sides (alert 40).',
    notProven: `It does not tell version from cipher suite, and a missing client certificate ends here as well. ${whichSide}`,
    remedy: versions,
  },
  'tls-alert-insufficient-security': {
    meaning: 'One side demands stronger cipher suites than the other offers (alert 71).',
    notProven: whichSide,
    remedy: versions,
  },
  'tls-alert-certificate': {
    meaning: 'One side did not accept the certificate of the other (alerts 41 to 43 and 46).',
    notProven: noVersion,
    remedy: checkCertificate,
  },
  'tls-alert-certificate-revoked': {
    meaning: 'The certificate was revoked (alert 44).',
    notProven: noVersion,
    remedy: 'Replace the certificate.',
  },
  'tls-alert-certificate-expired': {
    meaning: 'The certificate has expired (alert 45).',
    notProven: noVersion,
    remedy: 'Renew the certificate.',
  },
  'tls-alert-unknown-ca': {
    meaning: 'One side does not trust the root of the other’s certificate (alert 48).',
    notProven: noVersion,
    remedy: 'Install the missing root, or send the whole chain.',
  },
  'tls-alert-access-denied': {
    meaning: 'The certificate is valid, and access was denied nevertheless (alert 49).',
    notProven: noVersion,
    remedy: 'Check which certificates the other side permits.',
  },
  'tls-alert-malformed': {
    meaning: 'One side could make nothing of a message of the handshake.',
    notProven: 'Version, cipher suite and inspecting devices are all possible.',
    remedy: `${versions} Then look for a device that inspects TLS.`,
  },
  'tls-alert-broken-record': {
    meaning: 'Encrypted data arrived damaged, or with keys that do not fit.',
    notProven: 'It does not point to a TLS version.',
    remedy: 'Install updates on both sides and look for a device that changes data.',
  },
  'tls-alert-internal-error': {
    meaning: 'One side broke off because of a fault of its own (alert 80).',
    notProven: 'It does not point to a TLS version.',
    remedy: 'Read the log of the side that sent the alert.',
  },
  'tls-alert-inappropriate-fallback': {
    meaning: 'The client came back with an older version than it knows, and the server refused (alert 86).',
    notProven: whichSide,
    remedy: versions,
  },
  'tls-alert-no-application-protocol': {
    meaning: 'The two sides share no application protocol (alert 120).',
    notProven: `${noVersion} Mail does not use it.`,
    remedy: 'Nothing to do for mail.',
  },
} as const satisfies Record<string, ErrorText>;
