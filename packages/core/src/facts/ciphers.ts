// The `ciphers` section: cipher suites and curves in force, their lists in the registry, FIPS mode.
import * as v from 'valibot';
import { registryKeySchema } from './registry.ts';

export const cipherListPolicyPath =
  'HKLM\\SOFTWARE\\Policies\\Microsoft\\Cryptography\\Configuration\\SSL\\00010002';
export const cipherListLocalPath =
  'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Cryptography\\Configuration\\Local\\SSL\\00010002';
export const fipsPath = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa\\FipsAlgorithmPolicy';

const inForceSchema = v.object({
  /** `Get-TlsCipherSuite` or `Get-TlsEccCurve`. */
  source: v.string(),
  /** Names in order of preference. */
  names: v.array(v.string()),
});

export const ciphersFactsSchema = v.object({
  /** What the system says is in force; null (with a gap) where it has no way to say so, e.g. before 2016. */
  suites: v.nullable(inForceSchema),
  curves: v.nullable(inForceSchema),
  /** The keys of the policy list and the local list (`Functions`, `EccCurves`); null when absent. */
  policy: v.nullable(registryKeySchema),
  local: v.nullable(registryKeySchema),
  fips: v.nullable(registryKeySchema),
});
export type CiphersFacts = v.InferOutput<typeof ciphersFactsSchema>;
