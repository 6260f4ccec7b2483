// Explains where the state of a protocol differs from the word that Microsoft's HealthChecker prints for it.
import { type HealthCheckerLabel, healthCheckerLabel } from '../../effective/healthchecker-label.ts';
import type { ProtocolRoleState, ProtocolState } from '../../effective/protocol-state.ts';
import type { Outcome } from '../../engine/finding.ts';
import type { HostView } from '../../engine/host-view.ts';
import { defineRule } from '../../engine/rule.ts';
import { healthChecker, schannelProtocols, tlsRegistrySettings } from '../references.ts';
import { protocolEvidence } from './protocol-evidence.ts';

type Message = 'same' | 'wrongKind' | 'notSupported' | 'offAnyway' | 'systemDefault';

export const healthcheckerLabel = defineRule({
  id: 'schannel/healthchecker-label',
  affects: 'hygiene',
  needs: ['os', 'schannel'],
  references: [healthChecker, schannelProtocols, tlsRegistrySettings],
  evaluate: (_, host) => {
    const outcomes = (['TLS 1.0', 'TLS 1.1', 'TLS 1.2', 'TLS 1.3'] as const)
      .map((protocol) => compare(host.protocol(protocol, 'Client'), host.protocol(protocol, 'Server'), host))
      .filter((outcome) => outcome !== undefined);
    return outcomes.length > 0 ? outcomes : { verdict: 'pass', message: 'same' };
  },
});

function compare(
  client: ProtocolRoleState,
  server: ProtocolRoleState,
  host: HostView,
): Outcome<Message> | undefined {
  const label = healthCheckerLabel(client.protocol, client, server);
  const isOpen = [client, server].some(({ stored }) => stored === 'unreadable' || stored === 'unknownSystem');
  if (label === null || isOpen || label === ourLabel(client.stored, server.stored)) return undefined;
  return {
    verdict: 'info',
    message: reason(client, server),
    params: { protocol: client.protocol, label, windows: host.windows?.label ?? '' },
    subject: client.protocol,
    evidence: [...protocolEvidence(client), ...protocolEvidence(server)],
  };
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
