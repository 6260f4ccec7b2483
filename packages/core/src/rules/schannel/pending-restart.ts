// Judges whether Schannel's settings were changed after the last start of Windows and so wait for a restart.
import { isLater, roleNames } from '../../effective/protocol-state.ts';
import type { Evidence } from '../../engine/finding.ts';
import type { HostView } from '../../engine/host-view.ts';
import { defineRule } from '../../engine/rule.ts';
import type { RegistryKey } from '../../facts/registry.ts';
import { protocolsPath, type SchannelFacts, schannelPath } from '../../facts/schannel.ts';
import { isKnownKey } from '../../reference/misprints.ts';
import { gapReason, gapWithin } from '../not-checked.ts';
import { exchangeTlsGuide, socketErrorArticle } from '../references.ts';
import { algorithmKey, isSwitchedOff } from './algorithm-switches.ts';
import { usedAlgorithms } from './needed-algorithms.ts';
import { restartRemedy } from './protocol-steps.ts';

export const pendingRestart = defineRule({
  id: 'schannel/pending-restart',
  affects: 'both',
  needs: ['os', 'schannel'],
  references: [exchangeTlsGuide, socketErrorArticle],
  evaluate: ({ os, schannel }, host) => {
    const { bootTime } = os;
    if (bootTime === null)
      return {
        verdict: 'notChecked',
        message: 'bootTimeUnknown',
        because: gapReason(host, 'os', 'bootTime'),
      };
    const algorithms = writtenLater(algorithmKeys(schannel), bootTime);
    const protocols = writtenLater(schannel.protocols, bootTime).filter(isRead);
    const used = algorithms.length > 0 ? usedAlgorithms.map((one) => algorithmKey(schannel, one)) : [];
    const isDecisive = (key: RegistryKey) => isTls12(key) || used.includes(key);
    const late = [...protocols, ...algorithms];
    const decisive = late.filter(isDecisive);
    const others = late.filter((key) => !isDecisive(key));
    if (decisive.length === 0 && others.length === 0)
      return unknownTime(schannel, host) ?? { verdict: 'pass', message: 'none' };
    const evidence = [
      ...[...decisive, ...others].map(keyEvidence),
      { source: os.sources['bootTime'] ?? 'os', name: 'bootTime', value: bootTime },
    ];
    if (decisive.length > 0)
      return {
        verdict: 'warn',
        message: 'mail',
        params: { count: decisive.length },
        evidence,
        // Where what is stored is wrong, a restart is what would stop the mail.
        ...(isStoredRight(schannel, host)
          ? { restartOnly: true, remedy: restartRemedy('schannel/pending-restart') }
          : {}),
      };
    return { verdict: 'info', message: 'others', params: { count: others.length }, evidence };
  },
});

function isStoredRight(schannel: SchannelFacts, host: HostView): boolean {
  return (
    roleNames.every((role) => host.protocol('TLS 1.2', role).stored === 'on') &&
    !usedAlgorithms.some((algorithm) => isSwitchedOff(schannel, algorithm))
  );
}

function algorithmKeys({ ciphers, hashes, keyExchangeAlgorithms }: SchannelFacts): RegistryKey[] {
  return [...ciphers, ...hashes, ...keyExchangeAlgorithms];
}

/** Only keys that hold something: the time of the others tells of the keys below them. */
function writtenLater(keys: readonly RegistryKey[], bootTime: string): RegistryKey[] {
  return keys.filter(
    ({ lastWriteTime, values }) =>
      lastWriteTime !== null && values.length > 0 && isLater(lastWriteTime, bootTime),
  );
}

/** Ghosts change nothing, before a restart or after it; nor do values above the roles. */
function isRead({ path }: RegistryKey): boolean {
  const parts = path.slice(protocolsPath.length + 1).split('\\');
  return parts.length === 2 && isKnownKey(parts);
}

const tls12Path = `${protocolsPath}\\TLS 1.2\\`.toLowerCase();
function isTls12({ path }: RegistryKey): boolean {
  return path.toLowerCase().startsWith(tls12Path);
}

function keyEvidence({ path, lastWriteTime }: RegistryKey): Evidence {
  return { source: path, name: 'LastWriteTime', value: lastWriteTime };
}

function unknownTime(schannel: SchannelFacts, host: HostView) {
  const key = [...schannel.protocols, ...algorithmKeys(schannel)].find(
    ({ lastWriteTime, values }) => lastWriteTime === null && values.length > 0,
  );
  const because = key
    ? gapReason(host, 'schannel', 'lastWriteTime')
    : gapWithin(host, 'schannel', schannelPath, 'protocols');
  if (!because) return undefined;
  return { verdict: 'notChecked', message: 'timeUnknown', because } as const;
}
