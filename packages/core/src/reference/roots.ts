// The root certificates that a host must trust to check the certificate of Exchange Online.
import type { ReferenceData, Sources } from './reference-data.ts';

export const rootsData: ReferenceData = { asOf: '2026-03-16' };

export const rootsSources: Sources = [
  'Microsoft, Trust DigiCert Global Root G2 Certificate Authority to Avoid Exchange Online Email Disruption (MC1224565)',
  'Microsoft, Azure Certificate Authority details',
  'microsoft/CSS-Exchange, HealthChecker: automatic update of root certificates',
];

export type MailRoot = {
  readonly name: string;
  /** SHA-1 of the certificate, upper-case hexadecimal, as certificate stores show it. */
  readonly thumbprint: string;
  /** Day from which Exchange Online's chain rests on it; null for the one it replaced. */
  readonly requiredSince: string | null;
};

/**
 * Announced for 2026-04-30 and then brought forward to 2026-03-22, because other providers stopped trusting the former
 * root. Windows fetches it by itself at first need as long as automatic root update is on, so a store without it
 * proves nothing then.
 */
export const requiredRoot: MailRoot = {
  name: 'DigiCert Global Root G2',
  thumbprint: 'DF3C24F9BFD666761B268073FE06D1CC8D4F82A4',
  requiredSince: '2026-03-22',
};

export const mailRoots: readonly MailRoot[] = [
  requiredRoot,
  {
    name: 'DigiCert Global Root CA',
    thumbprint: 'A8985D3A65E5E5C4B2D7D66D40C6DD2FB19C5436',
    requiredSince: null,
  },
];
