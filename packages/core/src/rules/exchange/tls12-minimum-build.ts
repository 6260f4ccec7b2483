// Judges whether the installed Exchange can speak TLS 1.2 at all.
import { defineRule } from '../../engine/rule.ts';
import type { ExchangeProduct } from '../../reference/exchange-build-table.ts';
import { exchangeAtLeast, exchangeLimits } from '../../reference/exchange-builds.ts';
import { exchangeTlsGuide } from '../references.ts';
import { buildEvidence, exchangeBuild } from './exchange-build.ts';

/**
 * Builds below these have SMTP hard-coded to SSL 3.0 and TLS 1.0, whatever Windows allows (Microsoft, KB3029667 and
 * KB3045301). No build of 2016 and later has that restriction.
 */
const smtpMinimum: Partial<Record<ExchangeProduct, string>> = { '2010': '14.3.235.1', '2013': '15.0.1076.9' };

export const tls12MinimumBuild = defineRule({
  id: 'exchange/tls12-minimum-build',
  affects: 'both',
  essential: true,
  needs: ['exchange'],
  references: [
    exchangeTlsGuide,
    'https://support.microsoft.com/help/3045301',
    'https://support.microsoft.com/help/3029667',
  ],
  evaluate: ({ exchange }, host) => {
    const build = exchangeBuild(exchange, host);
    if (!('found' in build)) return build;
    const { product, label, build: number } = build.found;
    const minimum = exchangeLimits[product].tls12;
    const evidence = [buildEvidence(exchange, minimum ?? undefined)];
    if (exchangeAtLeast(number, minimum))
      return { verdict: 'pass', message: 'able', params: { label }, evidence };
    const params = { label, build: number, minimum: minimum ?? '' };
    const remedy = {
      id: `exchange/tls12-minimum-build#${minimum === null ? 'replace' : 'update'}`,
      params,
      steps: [{ do: 'manual', step: minimum === null ? 'replace' : 'update', params }],
    } as const;
    if (minimum === null) return { verdict: 'fail', message: 'never', params, evidence, remedy };
    const smtp = smtpMinimum[product];
    if (smtp !== undefined && !exchangeAtLeast(number, smtp)) {
      return { verdict: 'fail', message: 'smtpBoundToTls10', params, evidence, remedy };
    }
    return { verdict: 'warn', message: 'belowMinimum', params, evidence, remedy };
  },
});
