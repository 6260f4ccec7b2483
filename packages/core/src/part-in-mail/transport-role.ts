// Whether Exchange's transport runs on a host: the roles that move mail differ between versions.
import type { HostView } from '../engine/host-view.ts';
import { perHost } from '../engine/per-host.ts';
import type { ExchangeFacts } from '../facts/exchange.ts';

export const hasTransport: (host: HostView) => 'yes' | 'no' | 'unknown' = perHost((host) => {
  const exchange = host.section('exchange');
  if (!exchange) return 'unknown';
  if (exchange.installation !== 'server') return 'no';
  if (exchange.roles.length === 0) return 'unknown';
  const moves = exchange.roles.some((role) => {
    if (role === 'edge' || role === 'hubTransport' || role === 'frontendTransport') return true;
    // Since 2013 the Mailbox role holds the Hub, and the Client Access role the front end; before, neither moves mail.
    return (role === 'mailbox' || role === 'clientAccess') && !isExchange2010(exchange);
  });
  return moves ? 'yes' : 'no';
});

export function isEdge(host: HostView): boolean {
  return host.section('exchange')?.roles.includes('edge') === true;
}

/** Version 14; the Setup key tells it when the build could not be read. */
export function isExchange2010(exchange: ExchangeFacts): boolean {
  if (exchange.build !== null) return exchange.build.startsWith('14.');
  return exchange.setupKeys.some((key) => key.path.toLowerCase().includes('\\exchangeserver\\v14\\'));
}
