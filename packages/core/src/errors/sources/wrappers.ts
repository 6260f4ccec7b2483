// Where the errors of this family are met, and what is known of them from where.
import type { wrappers } from '../catalog/wrappers.ts';
import type { Sources } from '../entry.ts';
import { deliveryReports, mailFlowIntelligence, postfixTls, queues, tracking } from '../references.ts';

export const wrappersSources: Sources<typeof wrappers> = {
  'wrapped-queue-braces': {
    provenance: 'genuine',
    seenIn: ['queue', 'tracking', 'exo trace'],
    references: [queues, tracking],
  },
  'wrapped-primary-target': {
    provenance: 'genuine',
    seenIn: ['queue', 'ndr', 'tracking'],
    references: [queues],
  },
  'wrapped-communicating-primary-target': {
    provenance: 'genuine',
    seenIn: ['queue', 'ndr', 'tracking'],
    references: [queues],
  },
  'wrapped-target-responded': {
    provenance: 'genuine',
    seenIn: ['queue', 'ndr', 'tracking'],
    references: [queues],
  },
  'wrapped-communicating-target': {
    provenance: 'genuine',
    seenIn: ['queue', 'ndr', 'tracking'],
    references: [queues],
  },
  'wrapped-frontend-or-destination': {
    provenance: 'genuine',
    seenIn: ['queue', 'ndr', 'tracking'],
    references: [queues],
  },
  'wrapped-proxy-session': {
    provenance: 'genuine',
    seenIn: ['queue', 'ndr', 'tracking'],
    references: [queues],
  },
  'wrapped-exo-session': {
    provenance: 'genuine',
    seenIn: ['exo trace', 'ndr'],
    references: [mailFlowIntelligence, deliveryReports],
  },
  'wrapped-expired-cannot-connect': { provenance: 'genuine', seenIn: ['ndr'], references: [deliveryReports] },
  'wrapped-expired': { provenance: 'genuine', seenIn: ['ndr', 'exo trace'], references: [deliveryReports] },
  'wrapped-server-returned': { provenance: 'genuine', seenIn: ['ndr'], references: [deliveryReports] },
  'wrapped-host-said': { provenance: 'genuine', seenIn: ['ndr'], references: [postfixTls] },
};
