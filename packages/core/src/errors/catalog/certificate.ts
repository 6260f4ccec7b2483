// Certificates that are missing, do not fit or are not trusted. A TLS version that is off never makes these texts.
import { defineErrors } from '../entry.ts';

const fault = {
  direction: 'send',
  tlsVersion: 'no',
  causes: { certificate: 100 },
} as const;

export const certificate = defineErrors([
  {
    ...fault,
    id: 'certificate-validation-failed',
    forms: [
      'Certificate validation failure, Reason:{reason:word}',
      'Certificate validation failure',
      'TLS certificate validation failed with {reason:word}',
    ],
    smtp: ['454'],
    enhanced: ['4.7.5'],
  },
  {
    ...fault,
    id: 'tls-certificate-name-not-found',
    forms: ['The certificate specified in TlsCertificateName of the {connector:word} could not be found'],
    smtp: ['454'],
    enhanced: ['4.7.5'],
  },
  {
    ...fault,
    id: 'subject-mismatch',
    forms: [
      'SubjectMismatch Expected Subject: {expected:text}. Presented Subject: {presented:text}. Thumbprint: {thumbprint:word}',
      'SubjectMismatch Expected Subject: {expected:text}. Presented Subject: {presented:text}',
      'SubjectMismatch',
    ],
    smtp: ['450'],
    enhanced: ['4.4.317'],
    direction: 'receive',
  },
  {
    ...fault,
    id: 'exo-certificate-validation',
    forms: [
      'Certificate validation failed [Message={reason:text}]',
      'Certificate validation failed because {reason:text}',
      'Certificate validation failed',
    ],
    smtp: ['450'],
    enhanced: ['4.7.320', '5.7.320'],
    byCode: true,
    direction: 'receive',
  },
  {
    ...fault,
    id: 'peer-chain-not-valid',
    forms: [
      "certificate chain validation status: 'UntrustedRoot'",
      "certificate chain validation status: 'PartialChain'",
      "certificate chain validation status: 'CertificateExpired'",
      "certificate chain validation status: 'CertificateRevoked'",
      "certificate chain validation status: 'SubjectMismatch'",
      "certificate chain validation status: 'ChainEngineFailed'",
    ],
    direction: 'both',
  },
]);
