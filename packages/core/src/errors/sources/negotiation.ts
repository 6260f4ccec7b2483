// Where the errors of this family are met, and what is known of them from where.
import type { negotiation } from '../catalog/negotiation.ts';
import type { Sources } from '../entry.ts';
import { noCredentials, oldTls, schannelAlerts, unknownCredentials } from '../references.ts';

export const negotiationSources: Sources<typeof negotiation> = {
  'tls-negotiation-socket-error': {
    provenance: 'genuine',
    seenIn: ['send log', 'receive log', 'queue', 'exo trace', 'connectivity log'],
    references: [oldTls],
  },
  'tls-negotiation-no-credentials': {
    provenance: 'documented',
    seenIn: ['send log', 'receive log', 'queue', 'exo trace', 'connectivity log'],
    references: [noCredentials],
  },
  'tls-negotiation-unknown-credentials': {
    provenance: 'documented',
    seenIn: ['send log', 'receive log', 'queue', 'exo trace', 'connectivity log'],
    references: [unknownCredentials],
  },
  'tls-negotiation-connection-aborted': {
    provenance: 'genuine',
    seenIn: ['send log', 'receive log', 'queue', 'exo trace', 'connectivity log'],
    references: [schannelAlerts],
  },
  'tls-negotiation-connection-reset': {
    provenance: 'derived',
    seenIn: ['send log', 'receive log', 'queue', 'exo trace', 'connectivity log'],
    references: [schannelAlerts],
  },
  'tls-negotiation-timed-out': {
    provenance: 'derived',
    seenIn: ['send log', 'receive log', 'queue', 'exo trace', 'connectivity log'],
    references: [schannelAlerts],
  },
  'tls-negotiation-bad-bindings': {
    provenance: 'genuine',
    seenIn: ['send log', 'receive log', 'queue', 'exo trace', 'connectivity log'],
    references: [schannelAlerts],
  },
  'tls-negotiation-algorithm-mismatch': {
    provenance: 'documented',
    seenIn: ['send log', 'receive log', 'queue', 'exo trace', 'connectivity log'],
    references: [schannelAlerts],
  },
  'tls-negotiation-unsupported-function': {
    provenance: 'documented',
    seenIn: ['send log', 'receive log', 'queue', 'exo trace', 'connectivity log'],
    references: [schannelAlerts],
  },
  'tls-negotiation-illegal-message': {
    provenance: 'genuine',
    seenIn: ['send log', 'receive log', 'queue', 'exo trace', 'connectivity log'],
    references: [schannelAlerts],
  },
  'tls-negotiation-invalid-token': {
    provenance: 'genuine',
    seenIn: ['send log', 'receive log', 'queue', 'exo trace', 'connectivity log'],
    references: [schannelAlerts],
  },
  'tls-negotiation-cert-unknown': {
    provenance: 'documented',
    seenIn: ['send log', 'receive log', 'queue', 'exo trace', 'connectivity log'],
    references: [schannelAlerts],
  },
  'tls-negotiation-cert-expired': {
    provenance: 'documented',
    seenIn: ['send log', 'receive log', 'queue', 'exo trace', 'connectivity log'],
    references: [schannelAlerts],
  },
  'tls-negotiation-untrusted-root': {
    provenance: 'documented',
    seenIn: ['send log', 'receive log', 'queue', 'exo trace', 'connectivity log'],
    references: [schannelAlerts],
  },
  'tls-negotiation-decrypt-failure': {
    provenance: 'documented',
    seenIn: ['send log', 'receive log', 'queue', 'exo trace', 'connectivity log'],
    references: [schannelAlerts],
  },
  'tls-negotiation-message-altered': {
    provenance: 'documented',
    seenIn: ['send log', 'receive log', 'queue', 'exo trace', 'connectivity log'],
    references: [schannelAlerts],
  },
  'tls-negotiation-internal-error': {
    provenance: 'documented',
    seenIn: ['send log', 'receive log', 'queue', 'exo trace', 'connectivity log'],
    references: [schannelAlerts],
  },
  'tls-negotiation-other': {
    provenance: 'genuine',
    seenIn: ['send log', 'receive log', 'queue', 'exo trace', 'connectivity log'],
    references: [schannelAlerts],
  },
};
