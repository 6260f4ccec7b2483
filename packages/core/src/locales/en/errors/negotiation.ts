// English words of the handshakes that ended with a security status.
import type { ErrorText } from '../../locale.ts';

const versions =
  'Enable TLS 1.2 for Client and Server in Schannel and in .NET, restart Windows, and compare the cipher suites with those that Office 365 accepts.';
const noVersion = 'TLS versions play no part in it.';
const openSsl = 'A trial with another TLS client from the same server tells the version from the path.';

export const negotiationErrors = {
  'tls-negotiation-socket-error': {
    meaning:
      'The TCP connection was reset during the TLS handshake. Office 365 does this to clients that offer nothing newer than TLS 1.1.',
    notProven:
      'Against other servers a missing cipher suite, a certificate or an inspecting firewall ends the handshake in the same way.',
    remedy: versions,
  },
  'tls-negotiation-no-credentials': {
    meaning:
      'The certificate for this connector has no usable private key, or the transport service may not read the key.',
    notProven: noVersion,
    remedy: 'Import the certificate again with its private key and enable it for SMTP.',
  },
  'tls-negotiation-unknown-credentials': {
    meaning: 'The certificate is not enabled for SMTP, was not found, or its key cannot be read.',
    notProven: noVersion,
    remedy:
      'Run `Enable-ExchangeCertificate -Services SMTP` for the certificate and restart the transport service.',
  },
  'tls-negotiation-connection-aborted': {
    meaning: 'The handshake was aborted, on this side or by a device that inspects it.',
    notProven: `The same text was seen where TLS 1.2 worked. ${openSsl}`,
    remedy: 'Check firewall and address translation for inspection of SMTP first, TLS versions second.',
  },
  'tls-negotiation-connection-reset': {
    meaning: 'The other side reset the connection during the handshake.',
    notProven: 'A missing cipher suite or an inspecting firewall does the same.',
    remedy: versions,
  },
  'tls-negotiation-timed-out': {
    meaning: 'The handshake stopped half-way: packets were lost.',
    notProven: 'It rather speaks for the path than for TLS versions.',
    remedy: 'Check packet size (MTU), firewall and inspection of SMTP.',
  },
  'tls-negotiation-bad-bindings': {
    meaning: 'The login inside the TLS session was not bound to that session; seen with some devices.',
    notProven: `TLS itself was agreed. ${noVersion}`,
    remedy: 'Update the device, or let it log in without channel binding.',
  },
  'tls-negotiation-algorithm-mismatch': {
    meaning: 'The two sides share no TLS version or no cipher suite.',
    notProven: 'It leaves open which of the two is missing.',
    remedy: versions,
  },
  'tls-negotiation-unsupported-function': {
    meaning: 'The TLS version was refused.',
    notProven: 'It leaves open which side is too old.',
    remedy: versions,
  },
  'tls-negotiation-illegal-message': {
    meaning:
      'The other side answered the handshake with an alert that names neither version nor certificate.',
    notProven: 'Version, cipher suite and inspecting devices all end in this status.',
    remedy: `${versions} Then look for a device that inspects TLS.`,
  },
  'tls-negotiation-invalid-token': {
    meaning: 'What came during the handshake was not TLS.',
    notProven: 'Mostly a device on the way or a server that answers in clear text; seldom a version.',
    remedy:
      'Look for inspection of SMTP between the two servers, and try the target with another TLS client.',
  },
  'tls-negotiation-cert-unknown': {
    meaning: 'One side did not accept the certificate of the other.',
    notProven: noVersion,
    remedy: 'Check the certificate that is presented: purpose, key, chain.',
  },
  'tls-negotiation-cert-expired': {
    meaning: 'The certificate has expired.',
    notProven: noVersion,
    remedy: 'Renew the certificate, enable it for SMTP, and update the connectors that name it.',
  },
  'tls-negotiation-untrusted-root': {
    meaning: 'The root of the other side’s certificate is not trusted here.',
    notProven: noVersion,
    remedy: 'Install the missing root; for Office 365 that is `DigiCert Global Root G2` since April 2026.',
  },
  'tls-negotiation-decrypt-failure': {
    meaning: 'Data of the handshake could not be decrypted.',
    notProven: 'Old Windows builds fail so on newer hash algorithms; damaged data looks the same.',
    remedy: 'Install Windows updates, then compare cipher suites and signature algorithms.',
  },
  'tls-negotiation-message-altered': {
    meaning: 'Data of the handshake was changed on the way.',
    notProven: 'It does not point to a TLS version.',
    remedy: 'Look for a device on the way or a network driver that changes data.',
  },
  'tls-negotiation-internal-error': {
    meaning: 'Windows or the other side broke off the handshake because of a fault of its own.',
    notProven: 'It does not point to a TLS version.',
    remedy: 'Install Windows updates and check the certificate’s key provider.',
  },
  'tls-negotiation-other': {
    meaning: 'The TLS handshake failed; the status is missing or not known.',
    notProven: `Version, cipher suite, certificate and network are all possible. ${openSsl}`,
    remedy: 'Find the session in the protocol log and the Schannel events of the same minute.',
  },
} as const satisfies Record<string, ErrorText>;
