// Judges the installed .NET Framework 4 against the one recommended for this Exchange build.
import { defineRule } from '../../engine/rule.ts';
import { dotnetPaths } from '../../facts/dotnet.ts';
import { findKey, findValue } from '../../facts/registry.ts';
import { dotnetReleases, dotnetVersion, recommendedDotnet } from '../../reference/dotnet-releases.ts';
import { valueEvidence } from '../evidence.ts';
import { installedBuild } from '../exchange-product.ts';
import { gapReason } from '../not-checked.ts';
import { exchangeTlsGuide } from '../references.ts';

export const release = defineRule({
  id: 'dotnet/release',
  affects: 'hygiene',
  needs: ['dotnet', 'exchange'],
  references: [
    'https://learn.microsoft.com/exchange/plan-and-deploy/supportability-matrix',
    'https://learn.microsoft.com/dotnet/framework/install/how-to-determine-which-versions-are-installed',
    exchangeTlsGuide,
  ],
  evaluate: ({ dotnet, exchange }, host) => {
    if (exchange.installation !== 'server') return { verdict: 'notApplicable', message: 'noExchange' };
    const found = installedBuild(host);
    if (!found) {
      const because = gapReason(host, 'exchange', 'build');
      return { verdict: 'notChecked', message: 'exchangeUnknown', because };
    }
    if (found.product === '2010' || found.product === '2007')
      return { verdict: 'notApplicable', message: 'olderExchange' };
    const path = dotnetPaths.v4Release;
    const key = findKey(dotnet.keys, path);
    const value = findValue(key, 'Release');
    if (!value || typeof value.data !== 'number') {
      const because = gapReason(host, 'dotnet', `${path}\\Release`);
      return { verdict: 'notChecked', message: 'releaseUnknown', because };
    }
    const wanted = recommendedDotnet(found, host.windows?.id ?? 'unknown');
    if (wanted === null) {
      const because = gapReason(host, 'os', 'build');
      return { verdict: 'notChecked', message: 'windowsUnknown', because };
    }
    const minimum = dotnetReleases.find(([, version]) => version === wanted)?.[0] ?? 0;
    const evidence = [valueEvidence(key, path, 'Release', `>= ${minimum}`)];
    const installed = dotnetVersion(value.data) ?? '4.0';
    const params = { installed, wanted, exchange: found.label };
    if (value.data < minimum) return { verdict: 'warn', message: 'older', params, evidence };
    return installed === wanted
      ? { verdict: 'pass', message: 'recommended', params, evidence }
      : { verdict: 'info', message: 'newer', params, evidence };
  },
});
