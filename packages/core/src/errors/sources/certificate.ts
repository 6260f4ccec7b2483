// Where the errors of this family are met, and what is known of them from where.
import type { certificate } from '../catalog/certificate.ts';
import type { Sources } from '../entry.ts';
import { deliveryReports, hybridCertificates, mailFlowIntelligence } from '../references.ts';

export const certificateSources: Sources<typeof certificate> = {
  'certificate-validation-failed': {
    provenance: 'genuine',
    seenIn: ['queue', 'send log', 'ndr', 'tracking'],
    references: [hybridCertificates],
  },
  'tls-certificate-name-not-found': {
    provenance: 'documented',
    seenIn: ['queue', 'tracking', 'send log'],
    references: [hybridCertificates],
  },
  'subject-mismatch': {
    provenance: 'genuine',
    seenIn: ['exo trace', 'ndr', 'queue'],
    references: [hybridCertificates, mailFlowIntelligence],
  },
  'exo-certificate-validation': {
    provenance: 'genuine',
    seenIn: ['exo trace', 'ndr'],
    references: [deliveryReports, mailFlowIntelligence],
  },
  'peer-chain-not-valid': {
    provenance: 'derived',
    seenIn: ['send log', 'receive log'],
    references: [hybridCertificates],
  },
};
