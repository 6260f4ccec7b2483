// The `certificates` section: the machine's certificates and roots as far as mail needs them.
import * as v from 'valibot';
import { registryKeySchema } from './registry.ts';

export const rootAutoUpdatePath = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\SystemCertificates\\AuthRoot';

export const certificateSchema = v.object({
  /** `Cert:\LocalMachine\My`, `Cert:\LocalMachine\Root`, … */
  store: v.string(),
  /** SHA-1 of the certificate, upper-case hexadecimal. */
  thumbprint: v.string(),
  subject: v.string(),
  issuer: v.string(),
  serialNumber: v.string(),
  notBefore: v.string(),
  notAfter: v.string(),
  /** DNS names of the subject alternative name, else the common name. */
  names: v.array(v.string()),
  /** OID of the signature algorithm, e.g. `1.2.840.113549.1.1.11` for SHA-256 with RSA. */
  signatureAlgorithm: v.string(),
  keyAlgorithm: v.picklist(['RSA', 'ECC', 'DSA', 'other']),
  /** Bits; null when the algorithm has none that can be read. */
  keySize: v.nullable(v.number()),
  /** OIDs of extended key usage; empty means any. */
  extendedKeyUsage: v.array(v.string()),
});
export type Certificate = v.InferOutput<typeof certificateSchema>;

export const personalCertificateSchema = v.object({
  ...certificateSchema.entries,
  hasPrivateKey: v.boolean(),
  /** Whether the key could be opened by the account that ran the check; null when that was not tried or not told. */
  privateKeyUsable: v.nullable(v.boolean()),
  /** Chain built on the host without asking for revocation. `problems` are X509ChainStatusFlags names. */
  chain: v.nullable(v.object({ valid: v.boolean(), problems: v.array(v.string()) })),
});
export type PersonalCertificate = v.InferOutput<typeof personalCertificateSchema>;

export const certificatesFactsSchema = v.object({
  personal: v.array(personalCertificateSchema),
  /** The roots that matter to mail with Exchange Online, found or not in `Root`, `AuthRoot` or `Disallowed`. */
  roots: v.array(certificateSchema),
  /** Policy key with `DisableRootAutoUpdate`; null when no policy is set. */
  rootAutoUpdate: v.nullable(registryKeySchema),
  /** Exchange's services by certificate (`SMTP`, `IIS`, …); null with a gap when Exchange could not be asked. */
  exchangeServices: v.nullable(
    v.object({
      source: v.string(),
      certificates: v.array(v.object({ thumbprint: v.string(), services: v.array(v.string()) })),
    }),
  ),
});
export type CertificatesFacts = v.InferOutput<typeof certificatesFactsSchema>;
