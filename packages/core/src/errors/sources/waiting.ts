// Where the errors of this family are met, and what is known of them from where.
import type { waiting } from '../catalog/waiting.ts';
import type { Sources } from '../entry.ts';
import { deliveryReports, queues } from '../references.ts';

export const waitingSources: Sources<typeof waiting> = {
  'message-expired': {
    provenance: 'genuine',
    seenIn: ['ndr', 'tracking'],
    references: [queues, deliveryReports],
  },
  'message-delayed': {
    provenance: 'genuine',
    seenIn: ['ndr', 'tracking'],
    references: [queues, deliveryReports],
  },
};
