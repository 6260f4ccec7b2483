// Where the errors of this family are met, and what is known of them from where.
import type { starttls } from '../catalog/starttls.ts';
import type { Sources } from '../entry.ts';
import { deliveryReports, deviceMail, legacySmtpAuth, oldTls, postfixTls, startTls } from '../references.ts';

export const starttlsSources: Sources<typeof starttls> = {
  'starttls-must-issue': {
    provenance: 'genuine',
    seenIn: ['queue', 'send log', 'receive log', 'ndr'],
    references: [oldTls],
  },
  'starttls-required': {
    provenance: 'genuine',
    seenIn: ['queue', 'send log', 'ndr', 'exo trace'],
    references: [oldTls, deliveryReports],
  },
  'starttls-must-issue-530': {
    provenance: 'documented',
    seenIn: ['queue', 'send log', 'ndr', 'client'],
    references: [oldTls, startTls],
  },
  'starttls-not-offered': {
    provenance: 'genuine',
    seenIn: ['client', 'ndr'],
    references: [postfixTls, startTls],
  },
  'tls-not-available': {
    provenance: 'genuine',
    seenIn: ['send log', 'queue', 'client'],
    references: [startTls, postfixTls],
  },
  'smtp-auth-old-tls': {
    provenance: 'genuine',
    seenIn: ['client', 'send log', 'queue'],
    references: [legacySmtpAuth, deviceMail],
  },
  'smtp-auth-legacy-not-allowed': {
    provenance: 'documented',
    seenIn: ['client'],
    references: [legacySmtpAuth],
  },
};
