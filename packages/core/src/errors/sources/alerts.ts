// Where the errors of this family are met, and what is known of them from where.
import type { alerts } from '../catalog/alerts.ts';
import type { Sources } from '../entry.ts';
import { schannelAlerts, tlsAlerts } from '../references.ts';

export const alertsSources: Sources<typeof alerts> = {
  'tls-alert-protocol-version': {
    provenance: 'documented',
    seenIn: ['schannel event', 'client'],
    references: [tlsAlerts, schannelAlerts],
  },
  'tls-alert-handshake-failure': {
    provenance: 'documented',
    seenIn: ['schannel event', 'client'],
    references: [tlsAlerts, schannelAlerts],
  },
  'tls-alert-insufficient-security': {
    provenance: 'documented',
    seenIn: ['schannel event', 'client'],
    references: [tlsAlerts, schannelAlerts],
  },
  'tls-alert-certificate': {
    provenance: 'documented',
    seenIn: ['schannel event', 'client'],
    references: [tlsAlerts, schannelAlerts],
  },
  'tls-alert-certificate-revoked': {
    provenance: 'documented',
    seenIn: ['schannel event', 'client'],
    references: [tlsAlerts, schannelAlerts],
  },
  'tls-alert-certificate-expired': {
    provenance: 'documented',
    seenIn: ['schannel event', 'client'],
    references: [tlsAlerts, schannelAlerts],
  },
  'tls-alert-unknown-ca': {
    provenance: 'documented',
    seenIn: ['schannel event', 'client'],
    references: [tlsAlerts, schannelAlerts],
  },
  'tls-alert-access-denied': {
    provenance: 'documented',
    seenIn: ['schannel event', 'client'],
    references: [tlsAlerts, schannelAlerts],
  },
  'tls-alert-malformed': {
    provenance: 'documented',
    seenIn: ['schannel event', 'client'],
    references: [tlsAlerts, schannelAlerts],
  },
  'tls-alert-broken-record': {
    provenance: 'documented',
    seenIn: ['schannel event', 'client'],
    references: [tlsAlerts, schannelAlerts],
  },
  'tls-alert-internal-error': {
    provenance: 'documented',
    seenIn: ['schannel event', 'client'],
    references: [tlsAlerts, schannelAlerts],
  },
  'tls-alert-inappropriate-fallback': {
    provenance: 'documented',
    seenIn: ['schannel event', 'client'],
    references: [tlsAlerts, schannelAlerts],
  },
  'tls-alert-no-application-protocol': {
    provenance: 'documented',
    seenIn: ['schannel event', 'client'],
    references: [tlsAlerts, schannelAlerts],
  },
};
