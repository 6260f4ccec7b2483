// Connections that were cut: the text says that, and hardly ever why.
import { textKind } from './texts.ts';

const ids: ReadonlySet<string> = new Set([
  'suspicious-remote-server',
  'exo-connection-closed',
  'library-connection-closed',
]);

export const connectionCut = textKind(
  'connectionCut',
  (id) => id.startsWith('connection-dropped-') || ids.has(id),
);
