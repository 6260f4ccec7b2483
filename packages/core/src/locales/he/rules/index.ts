// Hebrew words of all rules.
import type { rules as english } from '../../en/rules/index.ts';
import type { Translated } from '../../locale.ts';
import { certificatesRules } from './certificates.ts';
import { ciphersRules } from './ciphers.ts';
import { connectorsRules } from './connectors.ts';
import { dotnetRules } from './dotnet.ts';
import { exchangeRules } from './exchange.ts';
import { loggingRules } from './logging.ts';
import { mailRules } from './mail.ts';
import { restartRules } from './restart.ts';
import { schannelRules } from './schannel.ts';
import { schannelRegistryRules } from './schannel-registry.ts';
import { sendersRules } from './senders.ts';
import { windowsRules } from './windows.ts';
import { winhttpRules } from './winhttp.ts';

export const rules: Translated<typeof english> = {
  ...schannelRules,
  ...certificatesRules,
  ...connectorsRules,
  ...windowsRules,
  ...sendersRules,
  ...restartRules,
  ...loggingRules,
  ...mailRules,
  ...exchangeRules,
  ...ciphersRules,
  ...dotnetRules,
  ...schannelRegistryRules,
  ...winhttpRules,
};
