// Reads from the command by which one Exchange service hands a session to another whose session it was.
import { withoutPersonalData } from '../personal-data.ts';
import { peerOf } from './endpoint.ts';
import type { OpenSession } from './open-session.ts';

/** `XPROXY SID=… IP=… PORT=… DOMAIN=…`, and the same of `XPROXYFROM`; `XPROXYTO` names where the mail goes. */
export function readProxyCommand(session: OpenSession, text: string): void {
  for (const part of text.split(' ')) {
    const equals = part.indexOf('=');
    if (equals < 0) continue;
    const value = part.slice(equals + 1);
    switch (part.slice(0, equals).toUpperCase()) {
      case 'IP':
        session.originalPeer = peerOf(value.includes(':') && !value.startsWith('[') ? `[${value}]` : value);
        break;
      case 'DOMAIN':
        session.originalName = withoutPersonalData(value).slice(0, 255);
        break;
      default:
    }
  }
}
