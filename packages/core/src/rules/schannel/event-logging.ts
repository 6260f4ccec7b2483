// Judges whether Schannel writes its errors to the event log, where a failed handshake leaves its only trace.
import { defineRule } from '../../engine/rule.ts';
import { findValue } from '../../facts/registry.ts';
import { schannelPath } from '../../facts/schannel.ts';
import { valueEvidence } from '../evidence.ts';
import { gapAt } from '../not-checked.ts';

/** Bit of `EventLogging` for errors; 2 is for warnings, 4 for successes. */
const errors = 1;

export const eventLogging = defineRule({
  id: 'schannel/event-logging',
  affects: 'hygiene',
  needs: ['schannel'],
  references: [
    'https://learn.microsoft.com/troubleshoot/developer/webapps/iis/health-diagnostic-performance/enable-schannel-event-logging',
  ],
  evaluate: ({ schannel }, host) => {
    const because = gapAt(host, 'schannel', 'root', `${schannelPath}\\EventLogging`);
    if (because) return { verdict: 'notChecked', message: 'unreadable', because };
    const { root } = schannel;
    const evidence = [valueEvidence(root, schannelPath, 'EventLogging', '1')];
    const value = findValue(root, 'EventLogging');
    if (!value) return { verdict: 'pass', message: 'byDefault', evidence };
    const { kind, data } = value;
    if (kind === 'REG_DWORD' && typeof data === 'number' && (data & errors) !== 0)
      return { verdict: 'pass', message: 'on', evidence };
    return {
      verdict: 'warn',
      message: kind === 'REG_DWORD' ? 'off' : 'wrongKind',
      params: { kind },
      evidence,
      remedy: {
        id: 'schannel/event-logging#enable',
        steps: [
          { do: 'setValue', path: schannelPath, name: 'EventLogging', kind: 'REG_DWORD', data: 1 },
          { do: 'restartWindows' },
        ],
      },
    };
  },
});
