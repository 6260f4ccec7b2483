// Handshakes that failed with a status that leaves the reason open.
import { certificateNamed } from './certificate-named.ts';
import type { Finder } from './piece.ts';
import { textKind } from './texts.ts';
import { versionRefused } from './version-refused.ts';

const others: ReadonlySet<string> = new Set([
  'library-handshake-cut',
  'library-not-tls',
  'schannel-credential',
  'schannel-alert-received',
  'schannel-alert-sent',
  'transport-tls-required-failed',
]);

const all = textKind('handshakeFailed', (id, { family }) => family === 'negotiation' || others.has(id));

export const handshakeFailed: Finder = (group, background) => {
  const elsewhere = [...versionRefused(group, background), ...certificateNamed(group, background)];
  const named = new Set(elsewhere.map(({ error }) => error));
  return all(group, background).filter(({ error }) => !named.has(error));
};
