// Names every value below `Protocols` that Schannel does not read, and the value that was meant.
import type { RoleName } from '../../effective/protocol-state.ts';
import type { Outcome } from '../../engine/finding.ts';
import type { HostView } from '../../engine/host-view.ts';
import { defineRule } from '../../engine/rule.ts';
import { protocolsPath } from '../../facts/schannel.ts';
import type { Step } from '../../remediation/remedy.ts';
import { registryEvidence } from '../evidence.ts';
import { gapWithin } from '../not-checked.ts';
import { exchangeTlsGuide, socketErrorArticle, tlsRegistrySettings } from '../references.ts';
import { type GhostValue, ghostsOn, visible, visiblePath } from './ghosts.ts';
import { setProtocol } from './protocol-steps.ts';

type Message = 'none' | 'unreadable' | 'meant' | 'unknown' | 'parent' | 'parentOther';

export const ghostValues = defineRule({
  id: 'schannel/ghost-values',
  affects: 'hygiene',
  needs: ['os', 'schannel'],
  references: [exchangeTlsGuide, tlsRegistrySettings, socketErrorArticle],
  evaluate: (_, host) => {
    const { values } = ghostsOn(host);
    if (values.length > 0) return values.map((ghost) => judge(ghost, host));
    const because = gapWithin(host, 'schannel', 'protocols', protocolsPath);
    return because
      ? { verdict: 'notChecked', message: 'unreadable', because }
      : { verdict: 'pass', message: 'none' };
  },
});

function judge(ghost: GhostValue, host: HostView): Outcome<Message> {
  const { key, value, role, meant } = ghost;
  const path = visiblePath(key.path);
  const name = visible(value.name) || '(Default)';
  const subject = `${path}\\${name}`;
  const evidence = [registryEvidence(value, name, key.path, key.lastWriteTime)];
  if (role === undefined) {
    const params = { path, name };
    // Microsoft's own article asks for the two values here as well; they do nothing, and no harm.
    return meant
      ? { verdict: 'info', message: 'parent', params, subject, evidence }
      : { verdict: 'info', message: 'parentOther', params, subject, evidence };
  }
  const removal: Step = { do: 'deleteValue', path: key.path, name: value.name };
  const missing = meant ? missingSteps(ghost, role, host) : [];
  const params = { path, name, meant: meant ?? '' };
  return {
    verdict: 'warn',
    message: meant ? 'meant' : 'unknown',
    params,
    subject,
    evidence,
    remedy:
      missing.length > 0
        ? {
            id: 'schannel/ghost-values#replace',
            params,
            steps: [...missing, removal, { do: 'restartWindows' }],
          }
        : { id: 'schannel/ghost-values#delete', params, steps: [removal] },
  };
}

/** As with keys: only for TLS 1.2 is it certain what must stand. */
function missingSteps({ protocol }: GhostValue, role: RoleName, host: HostView): Step[] {
  if (protocol?.toUpperCase() !== 'TLS 1.2') return [];
  const state = host.protocol('TLS 1.2', role);
  return state.stored === 'on' && state.explicit ? [] : setProtocol('TLS 1.2', role, 'on');
}
