// Whether the host has the certificates that it shows, and trusts the root of the one that Exchange Online shows.
import { settingKind } from './settings.ts';

export const hostCertificates = settingKind([
  { rule: 'certificates/exchange-online-root', cause: 'certificate', concerns: 'both', fail: 60, pass: -10 },
  {
    rule: 'certificates/connector-certificate',
    cause: 'certificate',
    concerns: 'both',
    fail: 60,
    warn: 20,
    pass: -15,
  },
  {
    rule: 'certificates/smtp-certificate',
    cause: 'certificate',
    concerns: 'receive',
    withAnybody: true,
    fail: 60,
    warn: 20,
    pass: -15,
  },
  { rule: 'connectors/certificate-name', cause: 'certificate', concerns: 'both', fail: 60, warn: 20 },
]);
