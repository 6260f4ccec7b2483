// Judges whether this Windows still gets updates.
import { defineRule } from '../../engine/rule.ts';
import { windowsSupport, windowsVersion } from '../../reference/windows.ts';

export const support = defineRule({
  id: 'windows/support',
  affects: 'hygiene',
  needs: ['os'],
  references: [
    'https://learn.microsoft.com/lifecycle/products/?terms=windows%20server',
    'https://learn.microsoft.com/windows-server/get-started/windows-server-release-info',
  ],
  evaluate: ({ os }, host) => {
    const windows = host.windows;
    const evidence = [{ source: os.sources['build'] ?? 'CurrentBuild', name: 'build', value: os.build }];
    if (!windows || windows.id === 'unknown') {
      return {
        verdict: 'notChecked',
        message: 'unknown',
        params: { product: os.productName, build: os.build },
        evidence,
        because: { section: 'os', what: 'build', reason: 'notSupported', code: 'unknownWindows' },
      };
    }
    const { extendedEnd, esuEnd } = windowsVersion(windows.id);
    const params = { windows: windows.label, date: extendedEnd, esuEnd: esuEnd ?? '' };
    const remedy = { id: 'windows/support#replace', steps: [{ do: 'manual', step: 'replace' }] } as const;
    if (windows.servicePackMissing) {
      const steps = [{ do: 'manual', step: 'servicePack' }] as const;
      return {
        verdict: 'warn',
        message: 'servicePackMissing',
        params,
        evidence,
        remedy: { id: 'windows/support#servicePack', steps },
      };
    }
    if (windows.newerThanKnown) return { verdict: 'info', message: 'newerThanKnown', params, evidence };
    // The dates of a Windows Server say nothing about a workstation or another channel.
    if (!windows.exact) return { verdict: 'info', message: 'notServer', params, evidence };
    switch (windowsSupport(windows.id, host.nowText)) {
      case 'mainstream':
      case 'extended':
        return { verdict: 'pass', message: 'supported', params, evidence };
      case 'esuOnly':
        return { verdict: 'warn', message: 'extendedOnly', params, evidence, remedy };
      case 'ended':
        return { verdict: 'warn', message: 'ended', params, evidence, remedy };
    }
  },
});
