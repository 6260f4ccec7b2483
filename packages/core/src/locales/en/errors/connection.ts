// English words of the errors about connections that were cut or never made.
import type { ErrorText } from '../../locale.ts';

const readSession =
  'It does not say why. Only the session in the protocol log of the Send connector does: whether the cut came after `STARTTLS`, and to which server.';
const enableThen =
  'Read the session first. Cut after `STARTTLS` by Office 365: enable TLS 1.2 for Client and Server in Schannel and in .NET, restart Windows, compare cipher suites. Cut elsewhere: look at the firewall.';
const network =
  'Check that port 25 of the target answers from this server: name resolution, routes, firewall, and the target itself.';

export const connectionErrors = {
  'connection-dropped-socket-error': {
    meaning:
      'The other side ended the TCP connection in the middle of the session. A server that refuses the TLS version or the cipher suites of a handshake looks like this.',
    notProven:
      'By itself it proves nothing about TLS: firewalls, reputation filters and overloaded servers end connections in the same way. The session in the protocol log of the Send connector settles it.',
    remedy: enableThen,
  },
  'connection-dropped-connection-reset': {
    meaning:
      'The connection was reset in the middle of the session, by the other side or by a device on the way.',
    notProven: readSession,
    remedy: enableThen,
  },
  'connection-dropped-connection-aborted': {
    meaning: 'The connection was aborted on this side, usually because the other side stopped answering.',
    notProven: readSession,
    remedy: enableThen,
  },
  'connection-dropped-timed-out': {
    meaning: 'The other side stopped answering and the connection was given up.',
    notProven: readSession,
    remedy:
      'Check the path: packet size (MTU), firewall, inspection of SMTP. Then read the session in the protocol log.',
  },
  'connection-dropped-timeout': {
    meaning: 'Nothing came from the other side within the time that a session may be idle.',
    notProven: readSession,
    remedy:
      'Check the path: packet size (MTU), firewall, inspection of SMTP. Then read the session in the protocol log.',
  },
  'connection-dropped-other': {
    meaning: 'The connection ended in the middle of the session.',
    notProven: readSession,
    remedy: enableThen,
  },
  'suspicious-remote-server': {
    meaning:
      'The other server ended the connection before the session was over, and Exchange will wait longer before it tries again.',
    notProven:
      'A server that knows only TLS 1.0 makes this text, and so does any firewall that cuts SMTP. The protocol log of the sending side shows where the session ended.',
    remedy:
      'Find out which TLS versions the receiving server knows and whether a device on the way inspects SMTP; then enable TLS 1.2 there or take the device out of the path.',
  },
  'connection-timed-out': {
    meaning: 'Exchange could not set up the session with the target.',
    notProven:
      'It looks like the network and often is not: the same text stands in the queue when the Send connector’s certificate has no private key (`NoCredentials`) or is not bound to SMTP (`UnknownCredentials`). The protocol log of the Send connector tells.',
    remedy:
      'Look for `TLS negotiation failed` in the protocol log of the Send connector. If it is there, repair the certificate; if not, check port 25, routes and firewall.',
  },
  'unable-to-connect': {
    meaning: 'Exchange gave up on the target, and the text does not say at which step.',
    notProven:
      'Without a socket error code it may hide a certificate fault (`NoCredentials`, `UnknownCredentials`): the TCP connection may have been fine.',
    remedy:
      'Look for `TLS negotiation failed` in the protocol log of the Send connector. If it is there, repair the certificate; if not, check port 25, routes and firewall.',
  },
  'unable-to-connect-socket': {
    meaning:
      'The TCP connection could not be made. Socket error 10060: no answer; 10061: refused; 10051 or 10065: no route.',
    notProven: 'TLS never began, so this says nothing about TLS versions.',
    remedy: network,
  },
  'dns-query-failed': {
    meaning: 'The name of the next server could not be resolved.',
    notProven: 'No connection was made, so this says nothing about TLS.',
    remedy: 'Check the DNS servers that Exchange uses, and the MX and address records of the target.',
  },
} as const satisfies Record<string, ErrorText>;
