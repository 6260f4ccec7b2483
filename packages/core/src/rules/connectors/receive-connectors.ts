// The Receive connectors of this host on which mail from Office 365 arrives.
import type { Evidence } from '../../engine/finding.ts';
import type { HostView } from '../../engine/host-view.ts';
import { perHost } from '../../engine/per-host.ts';
import type { ReceiveConnector } from '../../facts/connectors.ts';
import { type ReceiveReach, reachedConnectors } from '../../part-in-mail/receive-reach.ts';
import { hasTransport } from '../../part-in-mail/transport-role.ts';
import { quotePowerShell } from '../../remediation/powershell-quote.ts';

export interface InboundConnector {
  readonly connector: ReceiveConnector;
  readonly reach: Exclude<ReceiveReach, 'none'>;
}

export const inboundConnectors: (host: HostView) => readonly InboundConnector[] = perHost(findInbound);

function findInbound(host: HostView): InboundConnector[] {
  const found: InboundConnector[] = [];
  if (hasTransport(host) === 'no') return found;
  for (const { connector, reach } of reachedConnectors(host)) {
    if (reach !== 'none') found.push({ connector, reach });
  }
  return found;
}

/** What `-Identity` takes: server and name, since names repeat on every server. */
export function receiveIdentity(name: string, host: HostView): string {
  return quotePowerShell(name.includes('\\') ? name : `${host.facts.host.name}\\${name}`);
}

export function receiveEvidence(
  connector: ReceiveConnector,
  name: string,
  value: string | null,
  expected?: string,
): Evidence {
  const evidence: Evidence = { source: `Get-ReceiveConnector ${connector.name}`, name, value };
  if (expected !== undefined) evidence.expected = expected;
  return evidence;
}
