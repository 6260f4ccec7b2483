// Refusals that give a reason, and none is TLS: who the sender is, who the recipient is, policy, authentication.
import { textKind } from './texts.ts';

const ids: ReadonlySet<string> = new Set([
  'dane-dnssec-invalid',
  'transport-inbound-authentication',
  'transport-outbound-authentication',
]);

export const refusalNamed = textKind(
  'refusalNamed',
  (id, { family }) => (family === 'refusals' && id !== 'server-out-of-date') || ids.has(id),
);
