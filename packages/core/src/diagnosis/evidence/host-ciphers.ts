// Whether the host and Exchange Online have a cipher suite and a curve in common.
import { settingKind } from './settings.ts';

export const hostCiphers = settingKind([
  {
    rule: 'ciphers/exchange-online-overlap',
    cause: 'cipher',
    concerns: 'both',
    fail: 70,
    pass: -25,
    inevitable: true,
  },
  { rule: 'schannel/needed-algorithms', cause: 'cipher', concerns: 'both', fail: 60, warn: 20 },
  { rule: 'ciphers/curves', cause: 'cipher', concerns: 'both', fail: 60, warn: 20 },
]);
