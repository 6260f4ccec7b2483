// Tells whether an old Windows can be seen to have the updates that TLS 1.2 needs there.
import type { Outcome } from '../../engine/finding.ts';
import { defineRule } from '../../engine/rule.ts';
import { isExchange2010 } from '../../part-in-mail/transport-role.ts';
import { neededUpdates, type UpdatePurpose, updateEvidence } from '../../reference/windows-updates.ts';
import { exchangeTlsGuide } from '../references.ts';

const messages = {
  schannel: 'schannelUnproven',
  winHttp: 'winHttpUnproven',
  sha512: 'sha512Unproven',
  dotnet35: 'dotnet35Unproven',
} as const satisfies Record<UpdatePurpose, string>;

type Message = (typeof messages)[UpdatePurpose] | 'present' | 'none' | 'unknown';

export const tls12Updates = defineRule({
  id: 'windows/tls12-updates',
  affects: 'both',
  needs: ['os', 'updates'],
  references: [
    exchangeTlsGuide,
    'https://support.microsoft.com/help/4019276',
    'https://support.microsoft.com/help/3140245',
  ],
  evaluate: ({ os, updates }, host) => {
    const windows = host.windows;
    if (!windows || windows.id === 'unknown') {
      return {
        verdict: 'notChecked',
        message: 'unknown',
        params: { build: os.build },
        because: { section: 'os', what: 'build', reason: 'notSupported', code: 'unknownWindows' },
      };
    }
    const exchange = host.section('exchange');
    // Only Exchange 2010 runs on .NET 3.5.
    const old = exchange?.installation === 'server' && isExchange2010(exchange);
    const needed = neededUpdates(windows.id).filter(({ purpose }) => purpose !== 'dotnet35' || old);
    if (needed.length === 0)
      return { verdict: 'notApplicable', message: 'none', params: { windows: windows.label } };
    const ids = updates.hotfixes.map(({ id }) => id);
    const outcomes: Outcome<Message>[] = [];
    for (const { kb, purpose } of needed) {
      if (updateEvidence(windows.id, kb, ids) !== 'unproven') continue;
      const about = {
        message: messages[purpose],
        params: { kb, windows: windows.label },
        subject: kb,
        evidence: [{ source: updates.source, name: kb, value: null }],
      } as const;
      // A list of updates never proves that one is missing, so the worst is a warning, and only about Schannel itself.
      if (purpose !== 'schannel') outcomes.push({ verdict: 'info', ...about });
      else {
        const steps = [{ do: 'manual', step: 'install', params: { kb } }, { do: 'restartWindows' }] as const;
        const remedy = { id: 'windows/tls12-updates#install', params: { kb }, steps };
        outcomes.push({ verdict: 'warn', ...about, remedy });
      }
    }
    if (outcomes.length > 0) return outcomes;
    return { verdict: 'pass', message: 'present', params: { windows: windows.label } };
  },
});
