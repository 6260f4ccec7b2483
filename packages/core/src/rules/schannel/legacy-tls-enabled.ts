// Tells whether TLS 1.0 and 1.1 are still on, which never stops mail with Office 365.
import { type ProtocolName, roleNames } from '../../effective/protocol-state.ts';
import type { Outcome } from '../../engine/finding.ts';
import type { HostView } from '../../engine/host-view.ts';
import { defineRule } from '../../engine/rule.ts';
import { gapReason, unknownWindows } from '../not-checked.ts';
import { exchangeTlsGuide, schannelProtocols } from '../references.ts';
import { protocolEvidence } from './protocol-evidence.ts';

type Message = 'off' | 'on' | 'onClient' | 'onServer' | 'unreadable' | 'unknownSystem';

export const legacyTlsEnabled = defineRule({
  id: 'schannel/legacy-tls-enabled',
  affects: 'hygiene',
  needs: ['os', 'schannel'],
  references: [exchangeTlsGuide, schannelProtocols],
  evaluate: (_, host) => {
    const outcomes = (['TLS 1.0', 'TLS 1.1'] as const)
      .map((protocol) => judge(protocol, host))
      .filter((outcome) => outcome !== undefined);
    return outcomes.length > 0 ? outcomes : { verdict: 'pass', message: 'off' };
  },
});

function judge(protocol: ProtocolName, host: HostView): Outcome<Message> | undefined {
  const states = roleNames.map((role) => host.protocol(protocol, role));
  const [on, other] = states.filter((state) => state.stored === 'on');
  if (on) {
    const message = other ? 'on' : on.role === 'Client' ? 'onClient' : 'onServer';
    const evidence = states.flatMap((state) => protocolEvidence(state));
    return { verdict: 'info', message, params: { protocol }, subject: protocol, evidence };
  }
  const unsure = states.find(({ stored }) => stored === 'unreadable' || stored === 'unknownSystem');
  if (!unsure) return undefined;
  if (unsure.stored === 'unreadable') {
    const because = gapReason(host, 'schannel', unsure.path);
    return { verdict: 'notChecked', message: 'unreadable', params: { protocol }, subject: protocol, because };
  }
  return {
    verdict: 'notChecked',
    message: 'unknownSystem',
    params: { protocol },
    subject: protocol,
    because: unknownWindows,
  };
}
