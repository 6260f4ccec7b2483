// Which Exchange a host runs, as far as rules about its surroundings need to know.
import type { HostView } from '../engine/host-view.ts';
import type { ExchangeProduct } from '../reference/exchange-build-table.ts';
import { identifyExchangeBuild } from '../reference/exchange-builds.ts';

/** `none` without a server role; `unknown` when it could not be read or is no known build. */
export function exchangeProduct(host: HostView): ExchangeProduct | 'none' | 'unknown' {
  const exchange = host.section('exchange');
  if (!exchange) return 'unknown';
  if (exchange.installation !== 'server') return 'none';
  const found = exchange.build === null ? undefined : identifyExchangeBuild(exchange.build);
  return found?.product ?? 'unknown';
}
