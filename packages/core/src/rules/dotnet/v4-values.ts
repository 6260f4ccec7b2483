// Judges whether programs on .NET Framework 4, and with them Exchange's web clients, follow Windows' TLS versions.
import { isLater } from '../../effective/protocol-state.ts';
import { defineRule } from '../../engine/rule.ts';
import { exchangeProduct } from '../exchange-product.ts';
import { dotnetTlsGuide, exchangeTlsGuide } from '../references.ts';
import { isContrary, isSet, tlsEvidence, tlsValues, unreadableView, writeValues } from './tls-values.ts';

export const v4Values = defineRule({
  id: 'dotnet/v4-values',
  affects: 'hygiene',
  needs: ['dotnet'],
  references: [dotnetTlsGuide, exchangeTlsGuide],
  evaluate: ({ dotnet }, host) => {
    const values = tlsValues('v4', dotnet, host);
    const because = unreadableView(values, host);
    if (because) return { verdict: 'notChecked', message: 'unreadable', because };
    const evidence = tlsEvidence(values);
    const wrong = values.filter((entry) => !isSet(entry));
    if (wrong.length === 0) {
      const bootTime = host.section('os')?.bootTime;
      const late = values.some(
        ({ key }) => bootTime && key?.lastWriteTime && isLater(key.lastWriteTime, bootTime),
      );
      return late
        ? { verdict: 'info', message: 'setPending', evidence }
        : { verdict: 'pass', message: 'set', evidence };
    }
    const product = exchangeProduct(host);
    // Exchange 2010 and older run on .NET 2.0 to 3.5.
    if (product === 'none' || product === '2010' || product === '2007')
      return { verdict: 'info', message: 'notNeeded', params: { count: wrong.length }, evidence };
    return {
      verdict: 'warn',
      message: wrong.some(isContrary) ? 'contrary' : 'absent',
      params: { count: wrong.length },
      evidence,
      remedy: { id: 'dotnet/v4-values#write', steps: writeValues(values) },
    };
  },
});
