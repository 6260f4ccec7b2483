// Where the errors of this family are met, and what is known of them from where.
import type { exchangeOnline } from '../catalog/exchange-online.ts';
import type { Sources } from '../entry.ts';
import { dane, deliveryReports, mailFlowIntelligence } from '../references.ts';

export const exchangeOnlineSources: Sources<typeof exchangeOnline> = {
  'exo-dns-failed': {
    provenance: 'documented',
    seenIn: ['exo trace', 'ndr'],
    references: [mailFlowIntelligence],
  },
  'exo-connection-timed-out': {
    provenance: 'documented',
    seenIn: ['exo trace', 'ndr'],
    references: [mailFlowIntelligence],
  },
  'exo-connection-refused': {
    provenance: 'documented',
    seenIn: ['exo trace', 'ndr'],
    references: [mailFlowIntelligence],
  },
  'exo-connection-closed': {
    provenance: 'documented',
    seenIn: ['exo trace', 'ndr'],
    references: [mailFlowIntelligence],
  },
  'dane-starttls-not-supported': {
    provenance: 'documented',
    seenIn: ['exo trace', 'ndr'],
    references: [deliveryReports, dane],
  },
  'dane-certificate-expired': {
    provenance: 'documented',
    seenIn: ['exo trace', 'ndr'],
    references: [deliveryReports, dane],
  },
  'dane-tlsa-invalid': {
    provenance: 'documented',
    seenIn: ['exo trace', 'ndr'],
    references: [deliveryReports, dane],
  },
  'dane-dnssec-invalid': {
    provenance: 'documented',
    seenIn: ['exo trace', 'ndr'],
    references: [deliveryReports, dane],
  },
  'dane-host-mismatch': {
    provenance: 'documented',
    seenIn: ['exo trace', 'ndr'],
    references: [deliveryReports, dane],
  },
};
