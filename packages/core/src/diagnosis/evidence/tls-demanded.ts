// One side insists on TLS and the session was in clear text, or TLS was not on offer.
import { textKind } from './texts.ts';

const ids: ReadonlySet<string> = new Set([
  'starttls-must-issue',
  'starttls-must-issue-530',
  'starttls-required',
  'starttls-not-offered',
  'tls-not-available',
  'dane-starttls-not-supported',
]);

export const tlsDemanded = textKind('tlsDemanded', (id) => ids.has(id));
