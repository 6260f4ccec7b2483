// Where the errors of this family are met, and what is known of them from where.
import type { connection } from '../catalog/connection.ts';
import type { Sources } from '../entry.ts';
import {
  deliveryReports,
  noCredentials,
  oldTls,
  queues,
  unknownCredentials,
  winsock,
} from '../references.ts';

export const connectionSources: Sources<typeof connection> = {
  'connection-dropped-socket-error': {
    provenance: 'genuine',
    seenIn: ['queue', 'ndr', 'tracking'],
    references: [oldTls],
  },
  'connection-dropped-connection-reset': {
    provenance: 'genuine',
    seenIn: ['queue', 'ndr', 'tracking'],
    references: [deliveryReports],
  },
  'connection-dropped-connection-aborted': {
    provenance: 'genuine',
    seenIn: ['queue', 'ndr', 'tracking'],
    references: [deliveryReports],
  },
  'connection-dropped-timed-out': {
    provenance: 'genuine',
    seenIn: ['queue', 'ndr', 'tracking'],
    references: [deliveryReports],
  },
  'connection-dropped-timeout': {
    provenance: 'genuine',
    seenIn: ['queue', 'ndr', 'tracking'],
    references: [deliveryReports],
  },
  'connection-dropped-other': {
    provenance: 'genuine',
    seenIn: ['queue', 'ndr', 'tracking'],
    references: [deliveryReports],
  },
  'suspicious-remote-server': {
    provenance: 'genuine',
    seenIn: ['queue', 'ndr', 'tracking'],
    references: [deliveryReports],
  },
  'connection-timed-out': {
    provenance: 'documented',
    seenIn: ['queue', 'ndr'],
    references: [unknownCredentials, noCredentials],
  },
  'unable-to-connect': {
    provenance: 'genuine',
    seenIn: ['queue', 'ndr'],
    references: [queues, noCredentials],
  },
  'unable-to-connect-socket': {
    provenance: 'genuine',
    seenIn: ['queue', 'ndr', 'connectivity log', 'exo trace'],
    references: [winsock],
  },
  'dns-query-failed': { provenance: 'genuine', seenIn: ['queue', 'ndr', 'tracking'], references: [queues] },
};
