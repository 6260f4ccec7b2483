// What a session was: a conversation with a real peer, or one of those that Exchange has with itself.
import { type OpenSession, seen } from './open-session.ts';
import type { SessionKind } from './smtp-session.ts';

/**
 * Ports of the services among themselves (Microsoft, Network ports for clients and mail flow in Exchange): 717 takes
 * mail that the front end shall send on, 2525 is the transport service behind the front end, 475 mailbox delivery.
 */
const proxyPort = 717;
const hubPort = 2525;
const deliveryPort = 475;

/** Connectors can be renamed and are localised, so only ports and commands tell. */
export function sessionKind(session: OpenSession): SessionKind {
  const { flags } = session;
  if (flags & seen.proxyLeg) return 'proxyLeg';
  if (flags & seen.shadow) return 'shadow';
  if (flags & seen.healthMail && !(flags & seen.otherMail)) return 'probe';
  const servicePort = session.direction === 'send' ? session.remotePort : session.localPort;
  if (servicePort === proxyPort) return 'proxyLeg';
  if (!(flags & (seen.command | seen.tls | seen.tlsFailed))) {
    const isWhole = (flags & (seen.start | seen.errorReply)) === seen.start;
    return session.direction === 'receive' && isWhole ? 'connectionCheck' : 'mail';
  }
  if (
    (flags & (seen.anonymousTlsTried | seen.exchangeAuth)) !== 0 ||
    servicePort === hubPort ||
    servicePort === deliveryPort
  ) {
    return 'intraExchange';
  }
  const saysNothing = !(flags & (seen.mailCommand | seen.tls | seen.tlsFailed | seen.startTlsTried));
  const isWhole = (flags & seen.start) !== 0 && (flags & seen.end) !== 0;
  return saysNothing && isWhole && session.isOwnAddress ? 'probe' : 'mail';
}
