// How the host's connectors are set up for mail with Office 365.
import { settingKind } from './settings.ts';

export const hostConnectors = settingKind([
  { rule: 'connectors/ignore-starttls', cause: 'connector', concerns: 'send', fail: 60, warn: 40, pass: -10 },
  { rule: 'connectors/cleartext', cause: 'connector', concerns: 'send', fail: 30, warn: 20 },
  { rule: 'connectors/tls-domain', cause: 'connector', concerns: 'send', fail: 50, warn: 20 },
  { rule: 'connectors/tls-auth-level', cause: 'connector', concerns: 'send', fail: 40, warn: 20 },
  { rule: 'connectors/cloud-services-mail', cause: 'connector', concerns: 'send', fail: 40, warn: 20 },
  { rule: 'connectors/tls-domain-capabilities', cause: 'connector', concerns: 'receive', fail: 40, warn: 20 },
  {
    rule: 'connectors/starttls-offered',
    cause: 'starttls-not-offered',
    concerns: 'receive',
    fail: 60,
    warn: 30,
    pass: -15,
  },
]);
