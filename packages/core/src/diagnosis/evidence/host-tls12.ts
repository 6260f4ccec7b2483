// Whether TLS 1.2 is in force on the host, in the direction of the trouble; a pending restart counts as not in force.
import { settingKind } from './settings.ts';

export const hostTls12 = settingKind([
  {
    rule: 'schannel/tls12-client-enabled',
    cause: 'tls-version',
    concerns: 'send',
    fail: 70,
    warn: 20,
    pass: -35,
    inevitable: true,
    withAnybody: true,
  },
  {
    rule: 'schannel/tls12-server-enabled',
    cause: 'tls-version',
    concerns: 'receive',
    fail: 70,
    warn: 20,
    pass: -35,
    inevitable: true,
    withAnybody: true,
  },
  { rule: 'exchange/tls12-minimum-build', cause: 'tls-version', concerns: 'both', fail: 40, warn: 10 },
  { rule: 'windows/tls12-updates', cause: 'tls-version', concerns: 'both', fail: 20, warn: 10 },
]);
