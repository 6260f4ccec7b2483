// Where the errors of this family are met, and what is known of them from where.
import type { schannel } from '../catalog/schannel.ts';
import type { Sources } from '../entry.ts';
import { schannelAlerts, schannelEvents } from '../references.ts';

export const schannelSources: Sources<typeof schannel> = {
  'schannel-private-key': {
    provenance: 'documented',
    seenIn: ['schannel event'],
    references: [schannelEvents, schannelAlerts],
  },
  'schannel-credential': {
    provenance: 'genuine',
    seenIn: ['schannel event'],
    references: [schannelEvents, schannelAlerts],
  },
  'schannel-no-shared-cipher': {
    provenance: 'genuine',
    seenIn: ['schannel event'],
    references: [schannelEvents, schannelAlerts],
  },
  'schannel-handshake-succeeded': {
    provenance: 'documented',
    seenIn: ['schannel event'],
    references: [schannelEvents, schannelAlerts],
  },
  'schannel-alert-received': {
    provenance: 'documented',
    seenIn: ['schannel event'],
    references: [schannelEvents, schannelAlerts],
  },
  'schannel-alert-sent': {
    provenance: 'documented',
    seenIn: ['schannel event'],
    references: [schannelEvents, schannelAlerts],
  },
  'schannel-server-certificate': {
    provenance: 'documented',
    seenIn: ['schannel event'],
    references: [schannelEvents, schannelAlerts],
  },
};
