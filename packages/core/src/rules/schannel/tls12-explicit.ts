// Judges whether TLS 1.2 is written out in both roles, or on only because this Windows has it on by default.
import { type ProtocolRoleState, roleNames } from '../../effective/protocol-state.ts';
import { defineRule } from '../../engine/rule.ts';
import { gapReason } from '../not-checked.ts';
import { exchangeTlsGuide, tlsRegistrySettings } from '../references.ts';
import { protocolEvidence } from './protocol-evidence.ts';
import { setProtocol } from './protocol-steps.ts';

export const tls12Explicit = defineRule({
  id: 'schannel/tls12-explicit',
  affects: 'hygiene',
  needs: ['os', 'schannel'],
  references: [exchangeTlsGuide, tlsRegistrySettings],
  evaluate: ({ os }, host) => {
    const states = roleNames.map((role) => host.protocol('TLS 1.2', role));
    const evidenceOf = (shown: readonly ProtocolRoleState[]) =>
      shown.flatMap((state) => protocolEvidence(state, 'on'));
    const unreadable = states.find((state) => state.stored === 'unreadable');
    if (unreadable) {
      const because = gapReason(host, 'schannel', unreadable.path);
      return { verdict: 'notChecked', message: 'unreadable', because };
    }
    const on = states.filter((state) => state.stored === 'on');
    if (on.length === 0) return { verdict: 'notApplicable', message: 'notOn', evidence: evidenceOf(states) };
    const implicit = on.filter((state) => !state.explicit);
    if (implicit.length === 0) return { verdict: 'pass', message: 'explicit', evidence: evidenceOf(on) };
    const windows = host.windows?.label ?? os.productName;
    // Where the system's own choice is on, nothing is wrong today.
    if (implicit.every(isOnByDefault))
      return { verdict: 'info', message: 'byDefault', params: { windows }, evidence: evidenceOf(implicit) };
    return {
      verdict: 'warn',
      message: 'half',
      params: { windows },
      evidence: evidenceOf(implicit),
      remedy: {
        id: 'schannel/tls12-explicit#write',
        steps: [
          ...implicit.flatMap((state) => setProtocol('TLS 1.2', state.role, 'on')),
          { do: 'restartWindows' },
        ],
      },
    };
  },
});

function isOnByDefault({ osDefault }: ProtocolRoleState): boolean {
  return osDefault !== null && osDefault !== 'notSupported' && !osDefault.disabledByDefault;
}
