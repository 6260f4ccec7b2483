// Judges whether TLS 1.3 is on where Windows or Exchange does not support it.
import { type ProtocolRoleState, roleNames } from '../../effective/protocol-state.ts';
import type { HostView } from '../../engine/host-view.ts';
import { defineRule } from '../../engine/rule.ts';
import type { ExchangeFacts } from '../../facts/exchange.ts';
import { exchangeAtLeast, exchangeLimits } from '../../reference/exchange-builds.ts';
import type { Remedy, Step } from '../../remediation/remedy.ts';
import { installedBuild } from '../exchange-product.ts';
import { gapReason, unknownWindows } from '../not-checked.ts';
import { exchangeTlsGuide, schannelProtocols } from '../references.ts';
import { protocolEvidence } from './protocol-evidence.ts';
import { setProtocol } from './protocol-steps.ts';

export const tls13Supported = defineRule({
  id: 'schannel/tls13-supported',
  affects: 'hygiene',
  needs: ['os', 'schannel'],
  references: [
    exchangeTlsGuide,
    schannelProtocols,
    'https://techcommunity.microsoft.com/blog/exchange/released-2025-h1-cumulative-update-for-exchange-server/4362386',
  ],
  evaluate: ({ os }, host) => {
    const states = roleNames.map((role) => host.protocol('TLS 1.3', role));
    const evidence = states.flatMap((state) => protocolEvidence(state));
    const windows = host.windows?.label ?? os.productName;
    const unreadable = states.find((state) => state.stored === 'unreadable');
    if (unreadable) {
      const because = gapReason(host, 'schannel', unreadable.path);
      return { verdict: 'notChecked', message: 'unreadable', because };
    }
    if (states.some((state) => state.osDefault === null)) {
      return {
        verdict: 'notChecked',
        message: 'unknownSystem',
        evidence,
        because: unknownWindows,
      };
    }
    if (states.every((state) => state.osDefault === 'notSupported')) {
      const asked = states.filter(asksForIt);
      if (asked.length === 0) return { verdict: 'pass', message: 'notSupportedAndNotAsked', evidence };
      const remedy = turnOff(asked);
      return { verdict: 'warn', message: 'windowsTooOld', params: { windows }, evidence, remedy };
    }
    const on = states.filter((state) => state.stored === 'on');
    if (on.length === 0) return { verdict: 'pass', message: 'off', evidence };
    return judgeExchange(on, host);
  },
});

function judgeExchange(on: readonly ProtocolRoleState[], host: HostView) {
  const evidence = on.flatMap((state) => protocolEvidence(state));
  const exchange = host.section('exchange');
  if (exchange && exchange.installation !== 'server')
    return { verdict: 'pass', message: 'noExchange', evidence } as const;
  const found = installedBuild(host);
  if (!exchange || !found) {
    const because = gapReason(host, 'exchange', 'build');
    return { verdict: 'notChecked', message: 'exchangeUnknown', evidence, because } as const;
  }
  if (exchangeAtLeast(found.build, exchangeLimits[found.product].tls13))
    return { verdict: 'pass', message: 'supported', params: { exchange: found.label }, evidence } as const;
  const byDefault = on.every((state) => !state.enabled && !state.disabledByDefault);
  return {
    verdict: 'warn',
    message: byDefault ? 'exchangeTooOldByDefault' : 'exchangeTooOld',
    params: { exchange: found.label },
    evidence: [...evidence, buildEvidence(exchange)],
    remedy: turnOff(on),
  } as const;
}

function buildEvidence({ build, sources }: ExchangeFacts) {
  return { source: sources['build'] ?? 'ExSetup.exe', name: 'build', value: build };
}

/** A key that turns on what Windows does not have: harmless to Schannel's table, not to its programs. */
function asksForIt({ enabled, disabledByDefault }: ProtocolRoleState): boolean {
  if (!enabled && !disabledByDefault) return false;
  return enabled?.data !== 0 && (disabledByDefault?.data ?? 0) === 0;
}

function turnOff(states: readonly ProtocolRoleState[]): Remedy {
  const steps: Step[] = states.flatMap((state) => setProtocol('TLS 1.3', state.role, 'off'));
  return { id: 'schannel/tls13-supported#disable', steps: [...steps, { do: 'restartWindows' }] };
}
