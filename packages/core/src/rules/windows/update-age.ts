// Judges how long ago Windows got its last update.
import { defineRule } from '../../engine/rule.ts';

const day = 86_400_000;
/** Updates come monthly; one missed month is no neglect. */
const tooOldDays = 90;

export const updateAge = defineRule({
  id: 'windows/update-age',
  affects: 'hygiene',
  needs: ['updates'],
  references: [
    'https://learn.microsoft.com/windows/deployment/update/release-cycle',
    'https://learn.microsoft.com/powershell/module/microsoft.powershell.management/get-hotfix',
  ],
  evaluate: ({ updates }, host) => {
    const { hotfixes, source } = updates;
    // Dates after today are day and month mixed up: Windows keeps them as text of the language of the installer.
    const tomorrow = host.daysLater(1).slice(0, 10);
    let newest: (typeof hotfixes)[number] | undefined;
    let undated = 0;
    for (const hotfix of hotfixes) {
      if (hotfix.installedOn === null || hotfix.installedOn > tomorrow) undated += 1;
      else if (!newest?.installedOn || hotfix.installedOn > newest.installedOn) newest = hotfix;
    }
    if (!newest?.installedOn) {
      return {
        verdict: 'notChecked',
        message: hotfixes.length === 0 ? 'none' : 'undated',
        because: {
          section: 'updates',
          what: 'hotfixes',
          reason: 'notSupported',
          code: hotfixes.length === 0 ? 'noUpdates' : 'noDates',
        },
      };
    }
    const count = Math.max(0, Math.floor((host.now - Date.parse(newest.installedOn)) / day));
    const params = { id: newest.id, date: newest.installedOn, count, undated };
    const evidence = [{ source, name: newest.id, value: newest.installedOn }];
    if (count <= tooOldDays) return { verdict: 'pass', message: 'recent', params, evidence };
    if (undated > 0) return { verdict: 'info', message: 'oldAmongDated', params, evidence };
    const steps = [{ do: 'manual', step: 'update' }] as const;
    return {
      verdict: 'warn',
      message: 'old',
      params,
      evidence,
      remedy: { id: 'windows/update-age#update', steps },
    };
  },
});
