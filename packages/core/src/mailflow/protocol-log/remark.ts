// Understands a record with the event `*`: what Exchange itself remarks on a session.
import { isOffice365Certificate } from '../office365-peer.ts';
import { withoutPersonalData } from '../personal-data.ts';
import { type CertificateSeen, certificateSeen } from './certificate-text.ts';
import { type TlsParameters, tlsParameters } from './tls-parameters.ts';

export type KnownCertificate = { readonly certificate: CertificateSeen; readonly isOffice365: boolean };

export type CertificateProperty = 'subject' | 'issuer' | 'serialNumber' | 'thumbprint' | 'names';

/** `routine` says nothing about TLS or trouble. */
export type Remark =
  | { readonly kind: 'routine' }
  | { readonly kind: 'tls'; readonly tls: TlsParameters }
  | { readonly kind: 'tlsFailed'; readonly text: string }
  | { readonly kind: 'trouble'; readonly text: string }
  | { readonly kind: 'capabilities'; readonly text: string }
  | { readonly kind: 'chainStatus'; readonly text: string }
  /** `certificate` is null in the older layout, where properties follow one by one. */
  | {
      readonly kind: 'certificate';
      readonly role: 'local' | 'remote';
      readonly certificate: KnownCertificate | null;
    }
  | { readonly kind: 'property'; readonly property: CertificateProperty; readonly text: string };

const routine: Remark = { kind: 'routine' };
const maxText = 1000;

/** Anything that Exchange remarks without one of these words is routine. */
const trouble =
  /fail|error|reject|denied|refus|timed ?out|acked|cannot|unable|could not|not trusted|expired/i;
/** What would come by those words without telling of trouble, or tells of a person. */
const quiet = /^(?:set session permissions|user name:|tarpit for)/i;

const properties: Readonly<Record<string, CertificateProperty>> = {
  'certificate subject': 'subject',
  'certificate issuer name': 'issuer',
  'certificate serial number': 'serialNumber',
  'certificate thumbprint': 'thumbprint',
  'certificate alternate names': 'names',
};

/** A record without a context may hold its sentence in the data field. */
export function remarkOf(data: string, context: string): Remark {
  const sentence = context === '' ? data : context;
  const lower = sentence.toLowerCase();
  if (lower.startsWith('tls protocol')) {
    const tls = tlsParameters(sentence);
    if (tls !== null) return { kind: 'tls', tls };
  }
  const text = withoutPersonalData(sentence).slice(0, maxText);
  if (lower.startsWith('tls negotiation failed')) return { kind: 'tlsFailed', text };
  if (lower.startsWith('tlsdomaincapabilities')) return { kind: 'capabilities', text };
  if (/^(?:client |remote )?(?:certificate )?chain validation/.test(lower))
    return { kind: 'chainStatus', text };
  const announced = /^(sending|received|remote) certificate/.exec(lower);
  if (announced !== null) {
    const role = announced[1] === 'sending' ? 'local' : 'remote';
    return {
      kind: 'certificate',
      role,
      certificate: context === '' || data === '' ? null : knownCertificate(data),
    };
  }
  const property = properties[lower.trim()];
  if (property !== undefined)
    return { kind: 'property', property, text: withoutPersonalData(data).slice(0, maxText) };
  if (quiet.test(sentence) || !trouble.test(text)) return routine;
  return { kind: 'trouble', text };
}

function knownCertificate(data: string): KnownCertificate {
  const certificate = certificateSeen(withoutPersonalData(data));
  return { certificate, isOffice365: isOffice365Certificate(certificate.subject ?? '') };
}
