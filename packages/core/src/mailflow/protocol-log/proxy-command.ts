// Reads from the command by which one Exchange service hands a session to another whose session it was, or shall be.
import { withoutPersonalData } from '../personal-data.ts';
import { peerOf } from './endpoint.ts';
import type { OpenSession } from './open-session.ts';

const longestName = 255;

/**
 * `XPROXY SID=… IP=… PORT=… DOMAIN=…`, and the same of `XPROXYFROM`, name who sent the mail to the front end. `XPROXYTO`
 * names where the front end shall send it: one destination or several, as an address or a name. Its parameters are
 * documented nowhere, so whatever says `DEST…` or `HOST…` is taken for it.
 */
export function readProxyCommand(session: OpenSession, text: string): void {
  const isOutbound = /^XPROXYTO\b/i.test(text);
  for (const part of text.split(' ')) {
    const equals = part.indexOf('=');
    if (equals < 0) continue;
    const name = part.slice(0, equals).toUpperCase();
    const value = plain(part.slice(equals + 1));
    if (isOutbound) {
      if (/^(?:DEST|NEXTHOP|HOST|FQDN)/.test(name)) takeDestination(session, value);
    } else if (name === 'IP') session.originalPeer = addressOf(value);
    else if (name === 'DOMAIN') session.originalName = withoutPersonalData(value).slice(0, longestName);
  }
}

/** The first of several: it is tried first. An address says more than a name. */
function takeDestination(session: OpenSession, value: string): void {
  const [first = ''] = value.split(/[;,]/, 1);
  const isAddress = /^\[?(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]*:[0-9a-f:.]*:[0-9a-f:.]*)\]?(?::\d+)?$/i.test(
    first,
  );
  if (isAddress) session.originalPeer = addressOf(first);
  else if (first !== '') {
    session.originalName ??= withoutPersonalData(first).slice(0, longestName);
    session.originalPeer ??= session.originalName.toLowerCase();
  }
}

function addressOf(value: string): string {
  const isBareIpv6 = value.split(':').length > 2 && !value.startsWith('[');
  return peerOf(isBareIpv6 ? `[${value}]` : value);
}

/** `+3B` stands for a semicolon (RFC 3461, xtext). */
function plain(value: string): string {
  return value.replace(/\+([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
