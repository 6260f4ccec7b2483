// Texts that say outright that a TLS version was refused: replies of the submission service, SSPI names, libraries.
import { textKind } from './texts.ts';

const ids: ReadonlySet<string> = new Set([
  'smtp-auth-old-tls',
  'smtp-auth-legacy-not-allowed',
  'tls-negotiation-unsupported-function',
  'tls-negotiation-algorithm-mismatch',
  'library-no-shared-version',
  'library-no-shared-cipher',
  'schannel-no-shared-cipher',
]);

export const versionRefused = textKind('versionRefused', (id) => ids.has(id));
