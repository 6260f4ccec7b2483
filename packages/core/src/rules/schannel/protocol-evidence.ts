// Both values of a protocol's role as evidence.
import type { ProtocolRoleState } from '../../effective/protocol-state.ts';
import type { Evidence } from '../../engine/finding.ts';
import { registryEvidence } from '../evidence.ts';

/** Absent values are included: an absent value can be the finding. */
export function protocolEvidence(state: ProtocolRoleState, expected?: 'on' | 'off'): Evidence[] {
  const [enabled, disabledByDefault] =
    expected === undefined ? [] : expected === 'on' ? ['1', '0'] : ['0', '1'];
  const { path, writtenAt } = state;
  return [
    registryEvidence(state.enabled, 'Enabled', path, writtenAt, enabled),
    registryEvidence(state.disabledByDefault, 'DisabledByDefault', path, writtenAt, disabledByDefault),
  ];
}
