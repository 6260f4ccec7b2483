// Explains where the state of a protocol differs from the word that Microsoft's HealthChecker prints for it.
import { type HealthCheckerLabel, healthCheckerLabel } from '../../effective/healthchecker-label.ts';
import type { ProtocolRoleState, ProtocolState } from '../../effective/protocol-state.ts';
import type { NotCheckedReason, Outcome } from '../../engine/finding.ts';
import type { HostView } from '../../engine/host-view.ts';
import { defineRule } from '../../engine/rule.ts';
import { gapReason, unknownWindows } from '../not-checked.ts';
import { healthChecker, schannelProtocols, tlsRegistrySettings } from '../references.ts';
import { protocolEvidence } from './protocol-evidence.ts';

const protocols = ['TLS 1.0', 'TLS 1.1', 'TLS 1.2', 'TLS 1.3'] as const;

type Message = 'same' | 'open' | 'wrongKind' | 'notSupported' | 'offAnyway' | 'systemDefault';

export const healthcheckerLabel = defineRule({
  id: 'schannel/healthchecker-label',
  affects: 'hygiene',
  needs: ['os', 'schannel'],
  references: [healthChecker, schannelProtocols, tlsRegistrySettings],
  evaluate: (_, host) => {
    const outcomes = protocols
      .map((protocol) => compare(host.protocol(protocol, 'Client'), host.protocol(protocol, 'Server'), host))
      .filter((outcome) => outcome !== undefined);
    if (outcomes.length > 0) return outcomes;
    const open = protocols
      .flatMap((protocol) => [host.protocol(protocol, 'Client'), host.protocol(protocol, 'Server')])
      .find(isOpen);
    return open
      ? { verdict: 'notChecked', message: 'open', because: openReason(open, host) }
      : { verdict: 'pass', message: 'same' };
  },
});

function compare(
  client: ProtocolRoleState,
  server: ProtocolRoleState,
  host: HostView,
): Outcome<Message> | undefined {
  const label = healthCheckerLabel(client.protocol, client, server);
  if (label === null || isOpen(client) || isOpen(server) || label === ourLabel(client.stored, server.stored))
    return undefined;
  return {
    verdict: 'info',
    message: reason(client, server),
    params: { protocol: client.protocol, label, windows: host.windows?.label ?? '' },
    subject: client.protocol,
    evidence: [...protocolEvidence(client), ...protocolEvidence(server)],
  };
}

function isOpen({ stored }: ProtocolRoleState): boolean {
  return stored === 'unreadable' || stored === 'unknownSystem';
}

function openReason({ stored, path }: ProtocolRoleState, host: HostView): NotCheckedReason {
  return stored === 'unreadable' ? gapReason(host, 'schannel', path) : unknownWindows;
}

const words: Partial<Record<ProtocolState, HealthCheckerLabel>> = {
  on: 'Enabled',
  offByDefault: 'Half Disabled',
  off: 'Disabled',
  notSupported: 'Disabled',
};

/** The word that HealthChecker would have for our two states. */
function ourLabel(client: ProtocolState, server: ProtocolState): HealthCheckerLabel | undefined {
  return words[client] === words[server] ? words[client] : 'Misconfigured';
}

function reason(client: ProtocolRoleState, server: ProtocolRoleState): Message {
  const both = (state: ProtocolState) => client.stored === state && server.stored === state;
  if (client.stored === 'wrongType' || server.stored === 'wrongType') return 'wrongKind';
  if (both('notSupported')) return 'notSupported';
  if (both('off')) return 'offAnyway';
  return 'systemDefault';
}
