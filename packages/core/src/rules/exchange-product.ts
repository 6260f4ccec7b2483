// Which Exchange a host runs, as far as rules need to know.
import type { HostView } from '../engine/host-view.ts';
import { perHost } from '../engine/per-host.ts';
import type { ExchangeProduct } from '../reference/exchange-build-table.ts';
import { type ExchangeBuild, identifyExchangeBuild } from '../reference/exchange-builds.ts';

/** Null when no build was read, or one that is none of Exchange Server. */
export const installedBuild: (host: HostView) => ExchangeBuild | null = perHost(
  (host) => identifyExchangeBuild(host.section('exchange')?.build ?? '') ?? null,
);

/** `none` without a server role; `unknown` when it could not be read or is no known build. */
export function exchangeProduct(host: HostView): ExchangeProduct | 'none' | 'unknown' {
  const exchange = host.section('exchange');
  if (!exchange) return 'unknown';
  if (exchange.installation !== 'server') return 'none';
  return installedBuild(host)?.product ?? 'unknown';
}
