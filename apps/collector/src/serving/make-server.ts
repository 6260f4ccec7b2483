// The HTTP or HTTPS server underneath, with limits on time and connections, so that slow senders hold nothing up.
import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https';
import type { ServerIdentity } from '../tls/server-identity.ts';

const limits = {
  /** Milliseconds for all headers; the whole request has its own limit in the application. */
  headersTimeout: 10_000,
  /** How often the limits are looked at. */
  connectionsCheckingInterval: 2_500,
  /** Longer than load balancers keep an idle connection, so that they are the ones to close it. */
  keepAliveTimeout: 75_000,
} as const satisfies ServerOptions;
const handshakeTimeout = 10_000;
const maxConnections = 20_000;

/** `identity` null: plain HTTP, for loopback and behind a proxy. */
export function makeServer(identity: ServerIdentity | null, handler: RequestListener): Server | TlsServer {
  const server =
    identity === null
      ? createServer(limits, handler)
      : createTlsServer(
          {
            ...limits,
            handshakeTimeout,
            cert: identity.certificate,
            key: identity.key,
            minVersion: 'TLSv1.2',
            ALPNProtocols: ['http/1.1'],
          },
          handler,
        );
  server.maxConnections = maxConnections;
  return server;
}
