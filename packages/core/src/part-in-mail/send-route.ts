// Where a Send connector's mail goes: to Office 365, to whatever host DNS names, or to another host that passes it on.
import type { HostView } from '../engine/host-view.ts';
import { perHost } from '../engine/per-host.ts';
import type { SendConnector } from '../facts/connectors.ts';
import { exchangeOnlineHost } from '../reference/exchange-online.ts';

/**
 * `office365`: by smart host, or by DNS for the tenant's own domain. `internet`: every domain by DNS, so every tenant
 * of Office 365 too. `smartHost`: another host passes it on. `domains`: only named domains, by DNS; whether those are
 * in Office 365 their MX records would tell. `other`: nothing that leaves by SMTP to a domain.
 */
export type SendRoute = 'office365' | 'internet' | 'smartHost' | 'domains' | 'other';

export function sendRoute(connector: SendConnector): SendRoute {
  const spaces = smtpSpaces(connector);
  if (connector.smartHosts.length > 0) {
    return connector.smartHosts.some((name) => exchangeOnlineHost(name)) ? 'office365' : 'smartHost';
  }
  if (spaces.some((space) => exchangeOnlineHost(space))) return 'office365';
  if (spaces.includes('*')) return 'internet';
  return spaces.length > 0 ? 'domains' : 'other';
}

export interface RoutedConnector {
  readonly connector: SendConnector;
  readonly route: SendRoute;
}

/** The host's Send connectors, enabled or not, with where each one leads. */
export const routedConnectors: (host: HostView) => readonly RoutedConnector[] = perHost((host) =>
  (host.section('connectors')?.send ?? []).map((connector) => ({ connector, route: sendRoute(connector) })),
);

/** Whether the connector takes mail to Office 365's recipients: to all domains, or to the tenant's own. */
export function coversOffice365(connector: SendConnector): boolean {
  return smtpSpaces(connector).some((space) => space === '*' || exchangeOnlineHost(space) !== null);
}

/**
 * The SMTP domains of the address spaces, without type and cost. `--` stands for the inner organisation on the
 * connectors that EdgeSync makes and is no domain.
 */
export function smtpSpaces(connector: SendConnector): string[] {
  const spaces: string[] = [];
  for (const text of connector.addressSpaces) {
    const colon = text.indexOf(':');
    if (colon >= 0 && text.slice(0, colon).toLowerCase() !== 'smtp') continue;
    const semicolon = text.lastIndexOf(';');
    const address = text
      .slice(colon + 1, semicolon > colon ? semicolon : undefined)
      .trim()
      .toLowerCase();
    if (address !== '' && address !== '--') spaces.push(address);
  }
  return spaces;
}
