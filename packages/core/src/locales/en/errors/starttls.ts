// English words of the errors of servers that insist on TLS.
import type { ErrorText } from '../../locale.ts';

const clearText =
  'The receiving server demands TLS, and the session was still in clear text when mail was offered.';
const whySettles =
  'It does not say why the session stayed in clear text. The session before it does: a failed handshake points to version, cipher suite or certificate; an `EHLO` answer without `STARTTLS` points to a device on the way or to an unusable certificate of the receiver.';
const readThenMend =
  'Read the session before it. A failed handshake: TLS 1.2, cipher suites, certificate. No `STARTTLS` in the answer: the device on the way, or the receiver’s certificate. Never tried: `IgnoreSTARTTLS` of the Send connector.';

export const starttlsErrors = {
  'starttls-must-issue': { meaning: clearText, notProven: whySettles, remedy: readThenMend },
  'starttls-required': {
    meaning: `${clearText} From Exchange Online: the connector forces TLS, and the server outside offered none that could be used.`,
    notProven: `${whySettles} A root that one side does not trust ends here as well.`,
    remedy:
      'Check that the answer to `EHLO` on port 25 holds `STARTTLS`, that the connector’s `TlsCertificateName` fits a valid certificate, that the needed roots are trusted, and that nothing on the way inspects SMTP.',
  },
  'starttls-must-issue-530': {
    meaning: `${clearText} Exchange treats this refusal as temporary, so the mail waits in the queue instead of coming back.`,
    notProven: whySettles,
    remedy: readThenMend,
  },
  'starttls-not-offered': {
    meaning: 'The sender demands TLS, and the receiving server did not offer `STARTTLS`.',
    notProven: 'No handshake was tried, so this says nothing about TLS versions.',
    remedy: 'Check the receiver’s certificate for SMTP and whether a device on the way removes `STARTTLS`.',
  },
  'tls-not-available': {
    meaning:
      'The receiving server offers `STARTTLS` and cannot start TLS, mostly for want of a usable certificate.',
    notProven: 'The fault is on the receiving server; TLS versions play no part in it.',
    remedy:
      'Repair certificate and key on that server; often it is a gateway between Exchange and Office 365.',
  },
  'smtp-auth-old-tls': {
    meaning:
      'The application or device spoke TLS 1.0 or 1.1 to `smtp.office365.com`, which accepts only TLS 1.2 and newer.',
    notProven: 'It concerns the program that made this connection, not every program on the host.',
    remedy:
      'Update the program so that it uses TLS 1.2; where that cannot be done, `smtp-legacy.office365.com` while it exists.',
  },
  'smtp-auth-legacy-not-allowed': {
    meaning: 'The endpoint for old TLS versions was used, and the organisation has not opted in to it.',
    notProven: 'It concerns the program that made this connection, not every program on the host.',
    remedy:
      'Update the program so that it uses TLS 1.2, or opt in with `Set-TransportConfig -AllowLegacyTLSClients $true`.',
  },
} as const satisfies Record<string, ErrorText>;
