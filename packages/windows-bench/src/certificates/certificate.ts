// Makes X.509 certificates to order: expired ones, SHA-1 ones, short keys, any name, any issuer.
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { bits, context, empty, integer, objectId, octets, sequence, set, text, time, truth } from './der.ts';

/** What a certificate says. */
export type CertificateOrder = {
  /** Such as `CN=mail.contoso.com, O=Contoso, C=US`: attributes in the order in which .NET shows them. */
  readonly subject: string;
  /** The certificate that signs this one. Default: it signs itself. */
  readonly issuer?: Certificate;
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  /** Bits of the RSA key. Default: 2048. */
  readonly keySize?: 1024 | 2048 | 4096;
  /** Hash of the signature. Default: sha256. */
  readonly hash?: 'sha1' | 'sha256' | 'sha384';
  /** Names of the subject alternative name; a wildcard is written as one. */
  readonly dnsNames?: readonly string[];
  /** May sign other certificates. */
  readonly authority?: boolean;
};

/** A certificate with its private key. */
export type Certificate = {
  readonly certificatePem: string;
  readonly privateKeyPem: string;
  /** Upper-case hex of its SHA-1 hash, as Windows shows it. */
  readonly thumbprint: string;
  readonly subject: string;
};

const SIGNATURES = {
  sha1: '1.2.840.113549.1.1.5',
  sha256: '1.2.840.113549.1.1.11',
  sha384: '1.2.840.113549.1.1.12',
};
const ATTRIBUTES: Readonly<Record<string, string>> = {
  CN: '2.5.4.3',
  C: '2.5.4.6',
  L: '2.5.4.7',
  S: '2.5.4.8',
  O: '2.5.4.10',
  OU: '2.5.4.11',
  DC: '0.9.2342.19200300.100.1.25',
};
const YEAR = 365 * 86_400_000;

/** Makes a certificate; valid from a year ago to a year ahead unless ordered otherwise. */
export function makeCertificate(order: CertificateOrder): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: order.keySize ?? 2048 });
  const hash = order.hash ?? 'sha256';
  const algorithm = sequence(objectId(SIGNATURES[hash]), empty());
  const now = Date.now();
  const toBeSigned = sequence(
    context(0, true, integer(Buffer.from([2]))),
    integer(randomBytes(16)),
    algorithm,
    name(order.issuer?.subject ?? order.subject),
    sequence(time(order.notBefore ?? new Date(now - YEAR)), time(order.notAfter ?? new Date(now + YEAR))),
    name(order.subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    context(3, true, sequence(...extensions(order))),
  );
  const signer: KeyObject | string = order.issuer?.privateKeyPem ?? privateKey;
  const der = sequence(toBeSigned, algorithm, bits(sign(hash, toBeSigned, signer)));
  return {
    certificatePem: pem(der),
    privateKeyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    thumbprint: createHash('sha1').update(der).digest('hex').toUpperCase(),
    subject: order.subject,
  };
}

function pem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

// .NET shows the attributes in the reverse of their order in the certificate.
function name(shown: string): Buffer {
  const attributes = shown.split(/,\s*/).reverse();
  return sequence(
    ...attributes.map((attribute) => {
      const [type = '', value = ''] = attribute.split(/=(.*)/s);
      const oid = ATTRIBUTES[type];
      if (oid === undefined) throw new Error(`Unknown attribute ${type} in the name ${shown}.`);
      return set(sequence(objectId(oid), text(value)));
    }),
  );
}

function extensions(order: CertificateOrder): Buffer[] {
  const made: Buffer[] = [];
  if (order.authority === true) {
    made.push(sequence(objectId('2.5.29.19'), truth(true), octets(sequence(truth(true)))));
  } else {
    const serverAndClient = sequence(objectId('1.3.6.1.5.5.7.3.1'), objectId('1.3.6.1.5.5.7.3.2'));
    made.push(sequence(objectId('2.5.29.37'), octets(serverAndClient)));
  }
  if (order.dnsNames !== undefined && order.dnsNames.length > 0) {
    const names = order.dnsNames.map((dns) => context(2, false, Buffer.from(dns, 'latin1')));
    made.push(sequence(objectId('2.5.29.17'), octets(sequence(...names))));
  }
  return made;
}
