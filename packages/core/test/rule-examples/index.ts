// One example per rule, for its page and for the test that every rule can object to something.
import { certificatesExamples } from './certificates.ts';
import { ciphersExamples } from './ciphers.ts';
import { connectorsExamples } from './connectors.ts';
import { dotnetExamples } from './dotnet.ts';
import { exchangeExamples } from './exchange.ts';
import { loggingExamples } from './logging.ts';
import { mailExamples } from './mail.ts';
import { restartExamples } from './restart.ts';
import type { RuleExamples } from './rule-example.ts';
import { schannelExamples } from './schannel.ts';
import { sendersExamples } from './senders.ts';
import { windowsExamples } from './windows.ts';
import { winhttpExamples } from './winhttp.ts';

export const ruleExamples: RuleExamples = {
  ...schannelExamples,
  ...certificatesExamples,
  ...connectorsExamples,
  ...windowsExamples,
  ...sendersExamples,
  ...restartExamples,
  ...loggingExamples,
  ...mailExamples,
  ...exchangeExamples,
  ...ciphersExamples,
  ...dotnetExamples,
  ...winhttpExamples,
};
