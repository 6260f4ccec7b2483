// Judges whether SSL 2.0 or 3.0, both broken for years, is still offered or accepted.
import { type ProtocolName, roleNames } from '../../effective/protocol-state.ts';
import type { Outcome } from '../../engine/finding.ts';
import type { HostView } from '../../engine/host-view.ts';
import { defineRule } from '../../engine/rule.ts';
import { gapReason, unknownWindows } from '../not-checked.ts';
import { exchangeTlsGuide, schannelProtocols } from '../references.ts';
import { protocolEvidence } from './protocol-evidence.ts';
import { setProtocol } from './protocol-steps.ts';

type Message = 'off' | 'on' | 'unreadable' | 'unknownSystem';

export const sslEnabled = defineRule({
  id: 'schannel/ssl-enabled',
  affects: 'hygiene',
  needs: ['os', 'schannel'],
  references: [exchangeTlsGuide, schannelProtocols, 'https://www.rfc-editor.org/rfc/rfc7568'],
  evaluate: (_, host) => {
    const outcomes = (['SSL 2.0', 'SSL 3.0'] as const)
      .map((protocol) => judge(protocol, host))
      .filter((outcome) => outcome !== undefined);
    return outcomes.length > 0 ? outcomes : { verdict: 'pass', message: 'off' };
  },
});

function judge(protocol: ProtocolName, host: HostView): Outcome<Message> | undefined {
  const states = roleNames.map((role) => host.protocol(protocol, role));
  const on = states.filter((state) => state.stored === 'on');
  if (on.length > 0) {
    const steps = on.flatMap((state) => setProtocol(protocol, state.role, 'off'));
    return {
      verdict: 'warn',
      message: 'on',
      params: { protocol },
      subject: protocol,
      evidence: on.flatMap((state) => protocolEvidence(state, 'off')),
      remedy: {
        id: 'schannel/ssl-enabled#disable',
        params: { protocol },
        steps: [...steps, { do: 'restartWindows' }],
      },
    };
  }
  const unsure = states.find(({ stored }) => stored === 'unreadable' || stored === 'unknownSystem');
  if (!unsure) return undefined;
  return unsure.stored === 'unreadable'
    ? {
        verdict: 'notChecked',
        message: 'unreadable',
        params: { protocol },
        subject: protocol,
        because: gapReason(host, 'schannel', unsure.path),
      }
    : {
        verdict: 'notChecked',
        message: 'unknownSystem',
        params: { protocol },
        subject: protocol,
        because: unknownWindows,
      };
}
