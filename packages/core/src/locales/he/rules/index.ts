// Hebrew words of all rules.
import type { rules as english } from '../../en/rules/index.ts';
import type { Translated } from '../../locale.ts';
import { certificatesRules } from './certificates.ts';
import { ciphersRules } from './ciphers.ts';
import { connectorsRules } from './connectors.ts';
import { dotnetRules } from './dotnet.ts';
import { schannelRules } from './schannel.ts';
import { schannelRegistryRules } from './schannel-registry.ts';
import { winhttpRules } from './winhttp.ts';

export const rules: Translated<typeof english> = {
  ...schannelRules,
  ...certificatesRules,
  ...connectorsRules,
  ...ciphersRules,
  ...dotnetRules,
  ...schannelRegistryRules,
  ...winhttpRules,
};
