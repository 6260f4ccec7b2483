// English words of the errors about certificates.
import type { ErrorText } from '../../locale.ts';

const noVersion = 'TLS versions play no part in it: the handshake got as far as the certificate.';

export const certificateErrors = {
  'certificate-validation-failed': {
    meaning:
      'The Send connector validates the certificate of the other side, and it did not pass: root not trusted, name different, or revocation not checkable.',
    notProven: noVersion,
    remedy:
      'Install the missing roots, check that `TlsDomain` is `mail.protection.outlook.com`, that the server reaches the revocation lists, and that no smart host in between presents a certificate of its own.',
  },
  'tls-certificate-name-not-found': {
    meaning: 'The certificate that the Send connector names is not in the computer’s store, or is not valid.',
    notProven: 'No handshake was tried; TLS versions play no part in it.',
    remedy: 'Set the new name with `Set-SendConnector -TlsCertificateName`.',
  },
  'subject-mismatch': {
    meaning: 'Exchange Online expected another name in the certificate that the server outside presented.',
    notProven: noVersion,
    remedy:
      'Set `TlsCertificateName` of the Receive connector to the certificate that bears the expected name; renew it if it has expired.',
  },
  'exo-certificate-validation': {
    meaning: 'Exchange Online did not accept the certificate of the server outside.',
    notProven: noVersion,
    remedy: 'Present a certificate that is valid, bears the expected name, and comes with its whole chain.',
  },
  'peer-chain-not-valid': {
    meaning:
      'TLS was agreed, and the certificate that the other side presented is not valid for this server.',
    notProven: `${noVersion} Whether mail suffers depends on what the connector demands.`,
    remedy: 'Install the missing roots and intermediates, or let the other side renew its certificate.',
  },
} as const satisfies Record<string, ErrorText>;
