// One line per protocol for the top of a report: both roles' effective states and HealthChecker's word for it.
import { type HealthCheckerLabel, healthCheckerLabel } from '../effective/healthchecker-label.ts';
import {
  type ProtocolName,
  type ProtocolRoleState,
  type ProtocolState,
  protocolNames,
} from '../effective/protocol-state.ts';
import type { HostView } from './host-view.ts';

export interface RoleSummary {
  stored: ProtocolState;
  explicit: boolean;
  pending: 'no' | 'yes' | 'unknown';
}

export interface ProtocolSummary {
  protocol: ProtocolName;
  client: RoleSummary;
  server: RoleSummary;
  /** The word HealthChecker would print; null for protocols it does not look at. */
  healthChecker: HealthCheckerLabel | null;
}

/** Empty when the schannel section was not read. */
export function summariseProtocols(host: HostView): ProtocolSummary[] {
  if (!host.section('schannel')) return [];
  return protocolNames.map((protocol) => {
    const client = host.protocol(protocol, 'Client');
    const server = host.protocol(protocol, 'Server');
    return {
      protocol,
      client: summary(client),
      server: summary(server),
      healthChecker: healthCheckerLabel(protocol, client, server),
    };
  });
}

function summary(state: ProtocolRoleState): RoleSummary {
  return { stored: state.stored, explicit: state.explicit, pending: state.pending };
}
