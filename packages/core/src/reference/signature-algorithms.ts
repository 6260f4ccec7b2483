// Names certificate signature algorithms by OID and tells which signatures and keys are too weak.
import type { ReferenceData, Sources } from './reference-data.ts';

export const signatureAlgorithmsData: ReferenceData = { asOf: '2016-11-01', settled: true };

export const signatureAlgorithmsSources: Sources = [
  'RFC 8017, PKCS #1 version 2.2; RFC 3279, RFC 5758: algorithm identifiers for X.509',
  'NIST SP 800-131A: transitioning the use of cryptographic algorithms and key lengths',
  'Microsoft, Technical reference details about encryption (SHA-1 certificates refused since June 2016)',
];

export type SignatureAlgorithm = {
  readonly name: string;
  readonly weak: boolean;
};

const hashes = ['MD2', 'MD4', 'MD5', 'SHA-1', 'SHA-224', 'SHA-256', 'SHA-384', 'SHA-512', 'pss'] as const;
const lastWeak = hashes.indexOf('SHA-1');

/** OID, key, and index of the hash. */
const rows =
  '1.2.840.113549.1.1.2 RSA 0|1.2.840.113549.1.1.3 RSA 1|1.2.840.113549.1.1.4 RSA 2|1.2.840.113549.1.1.5 RSA 3|' +
  '1.2.840.113549.1.1.14 RSA 4|1.2.840.113549.1.1.11 RSA 5|1.2.840.113549.1.1.12 RSA 6|' +
  '1.2.840.113549.1.1.13 RSA 7|1.2.840.113549.1.1.10 RSA 8|1.3.14.3.2.3 RSA 2|1.3.14.3.2.29 RSA 3|' +
  '1.2.840.10045.4.1 ECDSA 3|1.2.840.10045.4.3.1 ECDSA 4|1.2.840.10045.4.3.2 ECDSA 5|' +
  '1.2.840.10045.4.3.3 ECDSA 6|1.2.840.10045.4.3.4 ECDSA 7|1.2.840.10040.4.3 DSA 3|1.3.14.3.2.27 DSA 3|' +
  '2.16.840.1.101.3.4.3.1 DSA 4|2.16.840.1.101.3.4.3.2 DSA 5';

let unpacked: ReadonlyMap<string, SignatureAlgorithm> | undefined;

/** The algorithm of an OID; undefined when it is none of those that certificates of the web and of Windows use. */
export function signatureAlgorithm(oid: string): SignatureAlgorithm | undefined {
  unpacked ??= new Map(
    rows.split('|').map((row) => {
      const [key = '', kind = '', index = ''] = row.split(' ');
      const hash = hashes[Number(index)] ?? 'pss';
      const name = hash === 'pss' ? 'RSASSA-PSS' : `${hash} with ${kind}`;
      return [key, { name, weak: Number(index) <= lastWeak }];
    }),
  );
  return unpacked.get(oid);
}

/** Smallest sizes in bits that are not called weak today. */
const minimumKeySize = { RSA: 2048, ECC: 256, DSA: 2048 } as const;

/** Whether a key is too short; false for algorithms and sizes that are not known. */
export function isWeakKey(algorithm: 'RSA' | 'ECC' | 'DSA' | 'other', size: number | null): boolean {
  return algorithm !== 'other' && size !== null && size < minimumKeySize[algorithm];
}
