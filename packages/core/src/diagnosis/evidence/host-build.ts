// Whether Exchange Online holds back mail of the host's build of Exchange.
import { settingKind } from './settings.ts';

export const hostBuild = settingKind([
  {
    rule: 'exchange/throttled-build',
    cause: 'outdated-server',
    concerns: 'send',
    fail: 30,
    warn: 30,
    pass: -20,
  },
]);
