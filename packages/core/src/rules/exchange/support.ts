// Judges whether the installed Exchange is supported and has its newest update.
import { defineRule } from '../../engine/rule.ts';
import { compareExchangeBuilds, exchangeLimits } from '../../reference/exchange-builds.ts';
import { exchangeBuildNumbers, exchangeLifecycle } from '../mail-references.ts';
import { buildEvidence, exchangeBuild } from './exchange-build.ts';

export const support = defineRule({
  id: 'exchange/support',
  affects: 'hygiene',
  needs: ['exchange'],
  references: [exchangeBuildNumbers, exchangeLifecycle],
  evaluate: ({ exchange }, host) => {
    const build = exchangeBuild(exchange, host);
    if (!('found' in build)) return build;
    const { label, product, newerInCu, newerThanKnown, latest, build: number } = build.found;
    const { supportEnd, esuEnd } = exchangeLimits[product];
    const today = host.nowText.slice(0, 10);
    const newest = newerInCu.at(-1) ?? latest;
    const params = { label, supportEnd, esuEnd: esuEnd ?? '', newest: newest?.build ?? '' };
    // Where nothing newer can be had, no build is expected: what is wrong then is the version.
    const evidence = [buildEvidence(exchange, newest?.build === number ? undefined : newest?.build)];
    const update = {
      id: 'exchange/support#update',
      params,
      steps: [{ do: 'manual', step: 'update', params }],
    } as const;
    if (today > supportEnd) {
      const migrate = { id: 'exchange/support#migrate', steps: [{ do: 'manual', step: 'migrate' }] } as const;
      if (esuEnd === null || today > esuEnd) {
        return { verdict: 'warn', message: 'ended', params, evidence, remedy: migrate };
      }
      return newerInCu.length > 0
        ? { verdict: 'warn', message: 'extendedUpdateMissing', params, evidence, remedy: update }
        : { verdict: 'warn', message: 'extendedOnly', params, evidence, remedy: migrate };
    }
    // A build that is newer than the list is no outdated one.
    if (newerThanKnown) return { verdict: 'pass', message: 'newerThanKnown', params, evidence };
    if (latest && compareExchangeBuilds(latest.build, number) > 0) {
      return {
        verdict: 'warn',
        message: 'updateMissing',
        params: { ...params, newest: latest.build },
        evidence,
        remedy: update,
      };
    }
    return { verdict: 'pass', message: 'current', params, evidence };
  },
});
