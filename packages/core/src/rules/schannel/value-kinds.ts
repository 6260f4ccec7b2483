// Judges whether the values of every protocol are of the kind that Schannel documents, and the numbers usual ones.

import type { ProtocolRoleState } from '../../effective/protocol-state.ts';
import type { Evidence, Outcome } from '../../engine/finding.ts';
import { allProtocolStates } from '../../engine/host-view.ts';
import { defineRule } from '../../engine/rule.ts';
import type { RegistryValue } from '../../facts/registry.ts';
import { protocolsPath } from '../../facts/schannel.ts';
import type { Remedy, Step } from '../../remediation/remedy.ts';
import { registryEvidence } from '../evidence.ts';
import { gapWithin } from '../not-checked.ts';
import { exchangeTlsGuide, tlsRegistrySettings } from '../references.ts';
import { setProtocol } from './protocol-steps.ts';

type Message = 'right' | 'unreadable' | 'wrongKind' | 'unusual';

export const valueKinds = defineRule({
  id: 'schannel/value-kinds',
  affects: 'hygiene',
  needs: ['os', 'schannel'],
  references: [tlsRegistrySettings, exchangeTlsGuide],
  evaluate: (_, host) => {
    const outcomes: Outcome<Message>[] = [];
    const unusual: Evidence[] = [];
    for (const state of allProtocolStates(host)) {
      for (const value of [state.enabled, state.disabledByDefault]) {
        if (!value) continue;
        if (value.kind !== 'REG_DWORD') outcomes.push(wrongKind(state, value));
        else if (value.data !== 0 && value.data !== 1) {
          unusual.push(registryEvidence(value, value.name, state.path, state.writtenAt));
        }
      }
    }
    if (unusual.length > 0)
      outcomes.push({
        verdict: 'info',
        message: 'unusual',
        params: { count: unusual.length },
        evidence: unusual,
      });
    const because = gapWithin(host, 'schannel', 'protocols', protocolsPath);
    if (because) outcomes.push({ verdict: 'notChecked', message: 'unreadable', because });
    return outcomes.length > 0 ? outcomes : { verdict: 'pass', message: 'right' };
  },
});

function wrongKind(state: ProtocolRoleState, value: RegistryValue): Outcome<Message> {
  const { protocol, role, path, writtenAt } = state;
  const steps = replacement(state, value);
  const params = { value: value.name, kind: value.kind, protocol, role };
  const remedy: Remedy = {
    id: 'schannel/value-kinds#rewrite',
    params,
    steps: [...steps, { do: 'restartWindows' }],
  };
  return {
    verdict: 'warn',
    message: 'wrongKind',
    params,
    subject: `${protocol}\\${role}\\${value.name}`,
    evidence: [registryEvidence(value, value.name, path, writtenAt, 'REG_DWORD')],
    ...(steps.length > 0 ? { remedy } : {}),
  };
}

const numbers: ReadonlyMap<string, number> = new Map([
  ['0', 0],
  ['1', 1],
  ['0x0', 0],
  ['0x1', 1],
  ['00000000', 0],
  ['00000001', 1],
  ['01000000', 1],
]);

/** For TLS 1.2 what mail needs; for others the number that the value spells, and nothing when it spells none. */
function replacement({ protocol, role, path }: ProtocolRoleState, value: RegistryValue): Step[] {
  if (protocol === 'TLS 1.2') return setProtocol(protocol, role, 'on');
  const data = typeof value.data === 'string' ? numbers.get(value.data.trim().toLowerCase()) : undefined;
  return data === undefined ? [] : [{ do: 'setValue', path, name: value.name, kind: 'REG_DWORD', data }];
}
