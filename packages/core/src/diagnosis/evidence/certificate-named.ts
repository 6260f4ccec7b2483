// Texts that name a certificate: not found, without a usable key, expired, not trusted, for another name.
import { textKind } from './texts.ts';

const ids: ReadonlySet<string> = new Set([
  'tls-negotiation-no-credentials',
  'tls-negotiation-unknown-credentials',
  'tls-negotiation-cert-unknown',
  'tls-negotiation-cert-expired',
  'tls-negotiation-untrusted-root',
  'schannel-private-key',
  'schannel-server-certificate',
  'library-certificate',
  'dane-certificate-expired',
  'dane-tlsa-invalid',
  'dane-host-mismatch',
  'transport-no-starttls-certificate',
]);

export const certificateNamed = textKind(
  'certificateNamed',
  (id, { family }) => family === 'certificate' || ids.has(id),
);
