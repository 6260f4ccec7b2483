// Which Receive connectors mail from Office 365 can arrive on.
import type { HostView } from '../engine/host-view.ts';
import { perHost } from '../engine/per-host.ts';
import type { ReceiveConnector } from '../facts/connectors.ts';
import { exchangeOnlineHost } from '../reference/exchange-online.ts';

/**
 * First parts of the addresses that Exchange Online sends from (Microsoft, Office 365 URLs and IP address ranges:
 * 40.92.0.0/15, 40.107.0.0/16, 52.100.0.0/14, 104.47.0.0/17), as a connector that is open to nobody else names them.
 */
const exchangeOnlineRanges = [
  '40.92.',
  '40.93.',
  '40.107.',
  '52.100.',
  '52.101.',
  '52.102.',
  '52.103.',
  '104.47.',
];

/** `hybrid`: takes Office 365 for its own organisation. `open`: takes mail from every host, so from there too. */
export type ReceiveReach = 'hybrid' | 'exchangeOnlineOnly' | 'open' | 'none';

export interface ReachedConnector {
  readonly connector: ReceiveConnector;
  readonly reach: ReceiveReach;
}

/** The host's Receive connectors, enabled or not, with how mail from Office 365 can arrive on each one. */
export const reachedConnectors: (host: HostView) => readonly ReachedConnector[] = perHost((host) =>
  (host.section('connectors')?.receive ?? []).map((connector) => ({
    connector,
    reach: findReach(connector),
  })),
);

/** `none` for a disabled connector. */
function findReach(connector: ReceiveConnector): ReceiveReach {
  if (!connector.enabled || !connector.bindings.some((binding) => binding.endsWith(':25'))) return 'none';
  if (connector.tlsDomainCapabilities.some(trustsOffice365)) return 'hybrid';
  if (connector.remoteIpRanges.some(isExchangeOnlineRange)) return 'exchangeOnlineOnly';
  const anonymous = connector.permissionGroups.some((group) => group.toLowerCase() === 'anonymoususers');
  return anonymous && connector.remoteIpRanges.some(isEverywhere) ? 'open' : 'none';
}

/**
 * `mail.protection.outlook.com:AcceptCloudServicesMail`, in Exchange 2010 `…:AcceptOorgProtocol` (Microsoft,
 * Set-ReceiveConnector); the domain may be the service's own or a host below it.
 */
function trustsOffice365(capability: string): boolean {
  const colon = capability.lastIndexOf(':');
  const granted = capability.slice(colon + 1).toLowerCase();
  if (colon < 0 || !(granted.includes('acceptcloudservicesmail') || granted.includes('acceptoorgprotocol')))
    return false;
  return exchangeOnlineHost(capability.slice(0, colon)) !== null;
}

function isExchangeOnlineRange(range: string): boolean {
  return exchangeOnlineRanges.some((start) => range.startsWith(start));
}

function isEverywhere(range: string): boolean {
  return range === '0.0.0.0-255.255.255.255' || range === '0.0.0.0/0';
}
