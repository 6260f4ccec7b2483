// Where the errors of this family are met, and what is known of them from where.
import type { transportEvents } from '../catalog/transport-events.ts';
import type { Sources } from '../entry.ts';
import { hybridCertificates, temporaryAuthentication, tlsPractices } from '../references.ts';

export const transportEventsSources: Sources<typeof transportEvents> = {
  'transport-tls-required-failed': {
    provenance: 'documented',
    seenIn: ['transport event'],
    references: [tlsPractices],
  },
  'transport-no-starttls-certificate': {
    provenance: 'documented',
    seenIn: ['transport event'],
    references: [hybridCertificates],
  },
  'transport-inbound-authentication': {
    provenance: 'documented',
    seenIn: ['transport event'],
    references: [temporaryAuthentication],
  },
  'transport-outbound-authentication': {
    provenance: 'documented',
    seenIn: ['transport event'],
    references: [temporaryAuthentication],
  },
};
