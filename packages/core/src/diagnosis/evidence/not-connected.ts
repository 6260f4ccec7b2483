// Connections that were never made: socket error numbers, names that do not resolve. TLS never began.
import { textKind } from './texts.ts';

const ids: ReadonlySet<string> = new Set([
  'connection-timed-out',
  'unable-to-connect',
  'unable-to-connect-socket',
  'dns-query-failed',
  'exo-dns-failed',
  'exo-connection-timed-out',
  'exo-connection-refused',
  'library-connect-failed',
]);

export const notConnected = textKind('notConnected', (id) => ids.has(id));
