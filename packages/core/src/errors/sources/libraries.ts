// Where the errors of this family are met, and what is known of them from where.
import type { libraries } from '../catalog/libraries.ts';
import type { Sources } from '../entry.ts';
import { deviceMail, postfixTls, tlsPractices } from '../references.ts';

export const librariesSources: Sources<typeof libraries> = {
  'library-no-shared-version': {
    provenance: 'documented',
    seenIn: ['client'],
    references: [deviceMail, postfixTls],
  },
  'library-no-shared-cipher': { provenance: 'documented', seenIn: ['client'], references: [postfixTls] },
  'library-not-tls': { provenance: 'documented', seenIn: ['client'], references: [postfixTls] },
  'library-certificate': { provenance: 'documented', seenIn: ['client'], references: [postfixTls] },
  'library-handshake-cut': {
    provenance: 'documented',
    seenIn: ['client'],
    references: [postfixTls, tlsPractices],
  },
  'library-connection-closed': { provenance: 'documented', seenIn: ['client'], references: [tlsPractices] },
  'library-connect-failed': { provenance: 'documented', seenIn: ['client'], references: [deviceMail] },
};
