// Where the errors of this family are met, and what is known of them from where.
import type { refusals } from '../catalog/refusals.ts';
import type { Sources } from '../entry.ts';
import {
  connectors,
  deliveryReports,
  deviceMail,
  statusCodes,
  temporaryAuthentication,
  unsafeExchange,
} from '../references.ts';

export const refusalsSources: Sources<typeof refusals> = {
  'tenant-inbound-attribution': {
    provenance: 'genuine',
    seenIn: ['queue', 'ndr', 'tracking'],
    references: [deliveryReports, connectors],
  },
  'relay-access-denied': {
    provenance: 'documented',
    seenIn: ['queue', 'ndr', 'tracking'],
    references: [deliveryReports, connectors],
  },
  'server-out-of-date': {
    provenance: 'genuine',
    seenIn: ['queue', 'ndr', 'tracking'],
    references: [unsafeExchange],
  },
  'client-not-authenticated': {
    provenance: 'documented',
    seenIn: ['queue', 'ndr', 'tracking'],
    references: [deliveryReports, deviceMail],
  },
  'authentication-unsuccessful': {
    provenance: 'genuine',
    seenIn: ['client', 'receive log', 'send log'],
    references: [deviceMail],
  },
  'recipient-blocked': {
    provenance: 'documented',
    seenIn: ['queue', 'ndr', 'tracking'],
    references: [deliveryReports],
  },
  'secure-domain-disallowed': {
    provenance: 'genuine',
    seenIn: ['queue', 'ndr', 'tracking'],
    references: [statusCodes],
  },
  'exchange-authentication-failed': {
    provenance: 'genuine',
    seenIn: ['queue', 'ndr', 'tracking'],
    references: [temporaryAuthentication],
  },
  'temporary-authentication-failure': {
    provenance: 'genuine',
    seenIn: ['queue', 'transport event'],
    references: [temporaryAuthentication],
  },
  'wrong-region': {
    provenance: 'documented',
    seenIn: ['queue', 'ndr', 'tracking'],
    references: [deliveryReports],
  },
  'sender-not-authenticated': {
    provenance: 'genuine',
    seenIn: ['queue', 'ndr', 'tracking'],
    references: [deliveryReports, statusCodes],
  },
  'sending-address-blocked': {
    provenance: 'documented',
    seenIn: ['queue', 'ndr', 'tracking'],
    references: [deliveryReports],
  },
  'relaying-not-allowed': {
    provenance: 'documented',
    seenIn: ['queue', 'ndr', 'tracking'],
    references: [deliveryReports],
  },
  'recipient-not-found': {
    provenance: 'documented',
    seenIn: ['queue', 'ndr', 'tracking'],
    references: [deliveryReports],
  },
  'server-busy': {
    provenance: 'documented',
    seenIn: ['queue', 'ndr', 'tracking'],
    references: [deliveryReports],
  },
  'mailbox-or-size-limit': {
    provenance: 'documented',
    seenIn: ['queue', 'ndr', 'tracking'],
    references: [deliveryReports],
  },
  'routing-loop': {
    provenance: 'documented',
    seenIn: ['queue', 'ndr', 'tracking'],
    references: [deliveryReports],
  },
};
