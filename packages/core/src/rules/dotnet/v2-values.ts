// Judges whether programs on .NET Framework 2.0 to 3.5 follow Windows' TLS versions, which Exchange 2010 needs.
import { defineRule } from '../../engine/rule.ts';
import { dotnetPaths } from '../../facts/dotnet.ts';
import { findKey } from '../../facts/registry.ts';
import { exchangeProduct } from '../exchange-product.ts';
import { dotnetTlsGuide, exchangeTlsGuide } from '../references.ts';
import { isSet, tlsEvidence, tlsValues, unreadableView, writeValues } from './tls-values.ts';

export const v2Values = defineRule({
  id: 'dotnet/v2-values',
  affects: 'hygiene',
  needs: ['dotnet'],
  references: [dotnetTlsGuide, exchangeTlsGuide],
  evaluate: ({ dotnet }, host) => {
    const values = tlsValues('v2', dotnet, host);
    const because = unreadableView(values, host);
    if (because) return { verdict: 'notChecked', message: 'unreadable', because };
    const evidence = tlsEvidence(values);
    const wrong = values.filter((entry) => !isSet(entry));
    if (wrong.length === 0) return { verdict: 'pass', message: 'set', evidence };
    const product = exchangeProduct(host);
    const params = { count: wrong.length };
    if (product === '2010')
      return {
        verdict: 'warn',
        message: 'needed',
        params,
        evidence,
        remedy: { id: 'dotnet/v2-values#write', steps: writeValues(values) },
      };
    if (!findKey(dotnet.keys, dotnetPaths.v35Release))
      return { verdict: 'notApplicable', message: 'notInstalled' };
    return {
      verdict: 'info',
      message: product === 'unknown' ? 'exchangeUnknown' : 'recommended',
      params,
      evidence,
    };
  },
});
