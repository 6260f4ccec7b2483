// Tells who else waits for a restart of Windows, and which of it is only noise.
import type { Outcome } from '../../engine/finding.ts';
import { defineRule } from '../../engine/rule.ts';
import type { RestartFacts } from '../../facts/restart.ts';
import { gapReason } from '../not-checked.ts';
import { healthChecker } from '../references.ts';

type Origin = RestartFacts['pending'][number]['origin'];
const sentences = {
  componentBasedServicing: 'components',
  windowsUpdate: 'updates',
  fileRename: 'files',
  updateExe: 'installer',
  computerRename: 'newName',
  configurationManager: 'managed',
} as const satisfies Record<Origin, string>;

type Message = (typeof sentences)[Origin] | 'temporaryFiles' | 'none' | 'unread';

/** Where programs drop files that the next start of Windows clears away: temporary files, printer drivers, antivirus. */
const noise = [
  '\\temp\\',
  '.tmp',
  '\\spool\\',
  '\\config.msi\\',
  '\\windows defender\\',
  '\\symantec\\',
  '\\mcafee\\',
  '\\sophos\\',
  '\\trend micro\\',
  '\\appdata\\local\\',
];

export const pendingRestartOther = defineRule({
  id: 'restart/pending-restart-other',
  affects: 'hygiene',
  needs: ['restart'],
  references: [healthChecker, 'https://learn.microsoft.com/windows/win32/msi/msisystemrebootpending'],
  evaluate: ({ restart }, host) => {
    const outcomes: Outcome<Message>[] = restart.pending.map(({ origin, source, detail }) => {
      const isNoise = origin === 'fileRename' && detail.length > 0 && detail.every(isTemporary);
      const about = {
        message: isNoise ? ('temporaryFiles' as const) : sentences[origin],
        subject: source,
        evidence: [{ source, value: detail.length > 0 ? detail.join(', ') : null }],
      };
      if (isNoise) return { verdict: 'info', ...about };
      return {
        verdict: 'warn',
        ...about,
        remedy: {
          id: 'restart/pending-restart-other#restart',
          steps: [{ do: 'manual', step: 'maintenance' }, { do: 'restartWindows' }],
        },
      };
    });
    if (outcomes.length > 0) return outcomes;
    const [gap] = host.gaps('restart');
    if (gap)
      return { verdict: 'notChecked', message: 'unread', because: gapReason(host, 'restart', gap.what) };
    return { verdict: 'pass', message: 'none' };
  },
});

function isTemporary(path: string): boolean {
  const lower = path.toLowerCase();
  return noise.some((part) => lower.includes(part));
}
