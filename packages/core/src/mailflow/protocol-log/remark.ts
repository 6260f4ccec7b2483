// Understands a record with the event `*`: what Exchange itself remarks on a session.
import { isOffice365Certificate } from '../office365-peer.ts';
import { withoutPersonalData } from '../personal-data.ts';
import { type CertificateSeen, certificateSeen } from './certificate-text.ts';
import { type TlsParameters, tlsParameters } from './tls-parameters.ts';

export type KnownCertificate = { readonly certificate: CertificateSeen; readonly isOffice365: boolean };

export type CertificateProperty = 'subject' | 'issuer' | 'serialNumber' | 'thumbprint' | 'names';

/**
 * `routine` says nothing about TLS or trouble. `cut`: the record lacks its end. `certificate` announces one; in the older
 * layout each `property` of it follows in a record of its own.
 */
export type RemarkKind =
  | 'routine'
  | 'cut'
  | 'tls'
  | 'tlsFailed'
  | 'trouble'
  | 'capabilities'
  | 'chainStatus'
  | 'certificate'
  | 'property';

/** All of one form, so that millions of look-ups take one way. What does not belong to its kind is empty. */
export type Remark = {
  readonly kind: RemarkKind;
  readonly text: string;
  readonly tls: TlsParameters | null;
  /** Of a certificate. */
  readonly role: 'local' | 'remote';
  readonly certificate: KnownCertificate | null;
  readonly property: CertificateProperty;
};

function remark(kind: RemarkKind, text = '', more: Partial<Remark> = {}): Remark {
  const { tls = null, role = 'local', certificate = null, property = 'subject' } = more;
  return { kind, text, tls, role, certificate, property };
}

export const routine: Remark = remark('routine');
export const cut: Remark = remark('cut');
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
    if (tls !== null) return remark('tls', '', { tls });
  }
  const text = withoutPersonalData(sentence).slice(0, maxText);
  if (lower.startsWith('tls negotiation failed')) return remark('tlsFailed', text);
  if (lower.startsWith('tlsdomaincapabilities')) return remark('capabilities', text);
  if (/^(?:client |remote )?(?:certificate )?chain validation/.test(lower))
    return remark('chainStatus', text);
  const announced = /^(sending|received|remote) certificate/.exec(lower);
  if (announced !== null) {
    const role = announced[1] === 'sending' ? 'local' : 'remote';
    const certificate = context === '' || data === '' ? null : knownCertificate(data);
    return remark('certificate', '', { role, certificate });
  }
  const property = properties[lower.trim()];
  if (property !== undefined)
    return remark('property', withoutPersonalData(data).slice(0, maxText), { property });
  if (quiet.test(sentence) || !trouble.test(text)) return routine;
  return remark('trouble', text);
}

function knownCertificate(data: string): KnownCertificate {
  const certificate = certificateSeen(withoutPersonalData(data));
  return { certificate, isOffice365: isOffice365Certificate(certificate.subject ?? '') };
}
