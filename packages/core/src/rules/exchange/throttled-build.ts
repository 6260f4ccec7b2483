// Judges whether Exchange Online holds back mail of this host because its Exchange is outdated.
import { defineRule } from '../../engine/rule.ts';
import { exchangeOnlineBaseline, exchangeOnlineBaselineState } from '../../reference/exchange-online.ts';
import { mailConnectors } from '../connectors/send-connectors.ts';
import { exchangeBuildNumbers } from '../mail-references.ts';
import { buildEvidence, exchangeBuild } from './exchange-build.ts';

const baselines: Readonly<Record<string, string>> = exchangeOnlineBaseline.builds;

export const throttledBuild = defineRule({
  id: 'exchange/throttled-build',
  affects: 'sending',
  needs: ['exchange'],
  references: [
    'https://techcommunity.microsoft.com/blog/exchange/throttling-and-blocking-email-from-persistently-vulnerable-exchange-servers-to-e/3815328',
    'https://techcommunity.microsoft.com/blog/exchange/how-to-pause-throttling-and-blocking-of-out-of-date-on-premises-exchange-servers/4007169',
    exchangeBuildNumbers,
  ],
  evaluate: ({ exchange }, host) => {
    const build = exchangeBuild(exchange, host);
    if (!('found' in build)) return build;
    const { found } = build;
    const baseline = baselines[found.product] ?? '';
    const params = { label: found.label, baseline };
    const evidence = [buildEvidence(exchange, baseline === '' ? undefined : baseline)];
    switch (exchangeOnlineBaselineState(found)) {
      case 'met':
        return { verdict: 'pass', message: 'recent', params, evidence };
      case 'unclear':
        return { verdict: 'info', message: 'unclear', params, evidence };
      case 'below': {
        // Only mail through an inbound connector of type OnPremises is held back; without connectors nobody knows.
        const concerned =
          !host.section('connectors') ||
          mailConnectors(host).some(({ connector, route }) => connector.enabled && route === 'office365');
        if (!concerned) return { verdict: 'info', message: 'belowWithoutConnector', params, evidence };
        return {
          verdict: 'warn',
          message: 'below',
          params,
          evidence,
          remedy: {
            id: 'exchange/throttled-build#update',
            params,
            steps: [
              { do: 'manual', step: 'look' },
              { do: 'manual', step: 'update' },
              { do: 'manual', step: 'pause' },
            ],
          },
        };
      }
    }
  },
});
