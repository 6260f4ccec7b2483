// Steps that several rules about protocols hand out: both values of a role, and the restart that they need.
import type { ProtocolName, RoleName } from '../../effective/protocol-state.ts';
import { protocolsPath } from '../../facts/schannel.ts';
import type { Remedy, Step } from '../../remediation/remedy.ts';

/** Writes both values of a role as Microsoft recommends them. */
export function setProtocol(protocol: ProtocolName, role: RoleName, to: 'on' | 'off'): Step[] {
  const path = `${protocolsPath}\\${protocol}\\${role}`;
  const enabled = to === 'on' ? 1 : 0;
  return [
    { do: 'setValue', path, name: 'Enabled', kind: 'REG_DWORD', data: enabled },
    { do: 'setValue', path, name: 'DisabledByDefault', kind: 'REG_DWORD', data: 1 - enabled },
  ];
}

/** Only the restart; the rule brings the words `remedies.restart` and `steps.maintenance`. */
export function restartRemedy(ruleId: string): Remedy {
  return {
    id: `${ruleId}#restart`,
    steps: [{ do: 'manual', step: 'maintenance' }, { do: 'restartWindows' }],
  };
}

/** Switches a cipher, hash or key exchange on; Schannel wants all bits set here. */
export function setAlgorithm(path: string): Step {
  return { do: 'setValue', path, name: 'Enabled', kind: 'REG_DWORD', data: 0xffffffff };
}
