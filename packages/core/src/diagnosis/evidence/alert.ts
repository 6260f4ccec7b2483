// TLS alerts by number: what the other side, or Windows, gave as the reason when it ended a handshake.
import { textKind } from './texts.ts';

export const alert = textKind('alert', (id) => id.startsWith('tls-alert-'));
