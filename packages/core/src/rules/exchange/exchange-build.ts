// The Exchange build of a host as the rules need it: identified, or the reason why it is not.
import type { Outcome } from '../../engine/finding.ts';
import type { HostView } from '../../engine/host-view.ts';
import type { ExchangeFacts } from '../../facts/exchange.ts';
import type { ExchangeBuild } from '../../reference/exchange-builds.ts';
import { installedBuild } from '../exchange-product.ts';
import { gapReason } from '../not-checked.ts';

/** Messages that every rule about the build has. */
export type BuildMessage = 'noServer' | 'buildUnread' | 'buildUnknown';

export function exchangeBuild(
  exchange: ExchangeFacts,
  host: HostView,
): { found: ExchangeBuild } | Outcome<BuildMessage> {
  if (exchange.installation !== 'server') {
    return { verdict: 'notApplicable', message: 'noServer', evidence: [installationEvidence(exchange)] };
  }
  if (exchange.build === null) {
    return { verdict: 'notChecked', message: 'buildUnread', because: gapReason(host, 'exchange', 'build') };
  }
  const found = installedBuild(host);
  if (found) return { found };
  return {
    verdict: 'notChecked',
    message: 'buildUnknown',
    params: { build: exchange.build },
    evidence: [buildEvidence(exchange)],
    because: { section: 'exchange', what: 'build', reason: 'notSupported', code: 'unknownBuild' },
  };
}

export function buildEvidence(exchange: ExchangeFacts, expected?: string) {
  return {
    source: exchange.sources['build'] ?? 'ExSetup.exe',
    name: 'FileVersion',
    value: exchange.build,
    ...(expected === undefined ? {} : { expected }),
  };
}

function installationEvidence(exchange: ExchangeFacts) {
  return {
    source: exchange.sources['installation'] ?? 'HKLM\\SOFTWARE\\Microsoft\\ExchangeServer',
    name: 'installation',
    value: exchange.installation,
  };
}
