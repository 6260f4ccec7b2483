// What Exchange on this host does for mail with Office 365, in each direction.
import type { Evidence } from '../engine/finding.ts';
import type { HostView } from '../engine/host-view.ts';
import type { SendConnector } from '../facts/connectors.ts';
import { reachedConnectors } from './receive-reach.ts';
import { coversOffice365, type RoutedConnector, routedConnectors } from './send-route.ts';
import { isEdge } from './transport-role.ts';

export type Answer = 'yes' | 'no' | 'unknown';

export interface Direction {
  /** Whether the host itself meets Office 365 in this direction. */
  direct: Answer;
  /** Whether another host stands between. */
  through: boolean;
  because: Evidence[];
}

/** Whether the host's own transport uses a connector; null when that could not be told. */
export function usedHere(connector: SendConnector, host: HostView): boolean | null {
  if (connector.usedByThisHost !== null) return connector.usedByThisHost;
  // An Edge server sees only its own connectors, and those name no source servers.
  if (isEdge(host) && connector.sourceTransportServers.length === 0) return true;
  return null;
}

export function sending(host: HostView): Direction {
  const connectors = host.section('connectors');
  if (!connectors) return withoutConnectors(host);
  const answer: Direction = { direct: 'no', through: false, because: [] };
  for (const routed of routedConnectors(host)) if (routed.connector.enabled) weighSend(routed, host, answer);
  if (answer.direct === 'no' && host.gap('connectors', 'send')) answer.direct = 'unknown';
  return answer;
}

function weighSend({ connector, route }: RoutedConnector, host: HostView, answer: Direction): void {
  if (route === 'other') return;
  const used = usedHere(connector, host);
  if (used === false && !mayProxy(connector, host)) {
    // Mail of this host for Office 365 goes to that connector's source servers.
    if (!coversOffice365(connector) && route !== 'office365') return;
    answer.through = true;
    answer.because.push(sendEvidence(connector, 'sourceTransportServers'));
    return;
  }
  if (route === 'smartHost') {
    if (!coversOffice365(connector)) return;
    answer.through = true;
    answer.because.push(sendEvidence(connector, 'smartHosts'));
    return;
  }
  const certain = used === true && route !== 'domains';
  if (certain) answer.direct = 'yes';
  else if (answer.direct === 'no') answer.direct = 'unknown';
  answer.because.push(
    sendEvidence(connector, connector.smartHosts.length > 0 ? 'smartHosts' : 'addressSpaces'),
  );
}

/** With FrontendProxyEnabled the connection to the outside is made by some front end of the site, maybe this one. */
function mayProxy(connector: SendConnector, host: HostView): boolean {
  return (
    connector.frontendProxyEnabled && host.section('exchange')?.roles.includes('frontendTransport') === true
  );
}

function sendEvidence(
  connector: SendConnector,
  name: 'addressSpaces' | 'smartHosts' | 'sourceTransportServers',
): Evidence {
  return {
    source: `Get-SendConnector ${connector.name}`,
    name: {
      addressSpaces: 'AddressSpaces',
      smartHosts: 'SmartHosts',
      sourceTransportServers: 'SourceTransportServers',
    }[name],
    value: connector[name].join(', '),
  };
}

/** An Edge server exists to meet the outside, so its role alone tells; of others only their connectors do. */
function withoutConnectors(host: HostView): Direction {
  if (!isEdge(host)) return { direct: 'unknown', through: false, because: [] };
  return { direct: 'yes', through: false, because: [roleEvidence(host)] };
}

function roleEvidence(host: HostView): Evidence {
  const exchange = host.section('exchange');
  return {
    source: exchange?.sources['roles'] ?? 'Setup',
    name: 'roles',
    value: exchange?.roles.join(', ') ?? null,
  };
}

export function receiving(host: HostView): Direction {
  const connectors = host.section('connectors');
  if (!connectors) return withoutConnectors(host);
  const answer: Direction = { direct: 'no', through: false, because: [] };
  const { hybrid } = connectors;
  if (hybrid?.receivingTransportServers.some((name) => isThisHost(name, host))) {
    answer.direct = 'yes';
    answer.because.push({
      source: 'Get-HybridConfiguration',
      name: 'ReceivingTransportServers',
      value: hybrid.receivingTransportServers.join(', '),
    });
  }
  const others = receivesElsewhere(host);
  for (const { connector, reach } of reachedConnectors(host)) {
    if (reach === 'none') continue;
    // Every fresh Mailbox server is open to the world; where others are named as the way in, that proves nothing.
    if (reach === 'open' && others) continue;
    answer.direct = 'yes';
    answer.because.push({
      source: `Get-ReceiveConnector ${connector.name}`,
      ...(reach === 'hybrid'
        ? { name: 'TlsDomainCapabilities', value: connector.tlsDomainCapabilities.join(', ') }
        : { name: 'RemoteIPRanges', value: connector.remoteIpRanges.join(', ') }),
    });
  }
  if (answer.direct === 'no' && others) {
    answer.through = true;
    answer.because.push(others);
  }
  if (answer.direct === 'no' && host.gap('connectors', 'receive')) {
    answer.direct = 'unknown';
  }
  // On an Edge server the hybrid configuration is never there to be read.
  if (answer.direct === 'no' && !others && !isEdge(host) && host.gap('connectors', 'hybrid')) {
    answer.direct = 'unknown';
  }
  return answer;
}

/** What names other hosts, and not this one, as the way in from Office 365. */
function receivesElsewhere(host: HostView): Evidence | null {
  const connectors = host.section('connectors');
  if (!connectors || isEdge(host)) return null;
  const { hybrid, edgeSubscriptions } = connectors;
  if (hybrid) {
    const named = [...hybrid.receivingTransportServers, ...hybrid.edgeTransportServers];
    if (named.some((name) => isThisHost(name, host))) return null;
    if (named.length > 0) {
      return {
        source: 'Get-HybridConfiguration',
        name: 'ReceivingTransportServers',
        value: named.join(', '),
      };
    }
  }
  if (edgeSubscriptions.length === 0) return null;
  return {
    source: 'Get-EdgeSubscription',
    name: 'Name',
    value: edgeSubscriptions.map((subscription) => subscription.name).join(', '),
  };
}

/** Exchange names servers by their short name; settings may also hold the full one or a path in the directory. */
export function isThisHost(name: string, host: HostView): boolean {
  return shortName(name) === shortName(host.facts.host.name);
}

function shortName(name: string): string {
  const last = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const dot = last.indexOf('.');
  return (dot < 0 ? last : last.slice(0, dot)).toLowerCase();
}
