// Names every key below `Protocols` that Schannel does not read, and the key that was meant.
import type { Outcome } from '../../engine/finding.ts';
import type { HostView } from '../../engine/host-view.ts';
import { defineRule } from '../../engine/rule.ts';
import { protocolsPath } from '../../facts/schannel.ts';
import type { Step } from '../../remediation/remedy.ts';
import { registryEvidence } from '../evidence.ts';
import { gapWithin } from '../not-checked.ts';
import { exchangeTlsGuide, socketErrorArticle, tlsRegistrySettings } from '../references.ts';
import { type GhostKey, ghostsOn, visible, visiblePath } from './ghosts.ts';
import { setProtocol } from './protocol-steps.ts';

type Message =
  | 'none'
  | 'unreadable'
  | 'meant'
  | 'meantInForce'
  | 'meantOther'
  | 'container'
  | 'unknownBelow'
  | 'unknownName';

export const ghostKeys = defineRule({
  id: 'schannel/ghost-keys',
  affects: 'hygiene',
  needs: ['os', 'schannel'],
  references: [exchangeTlsGuide, tlsRegistrySettings, socketErrorArticle],
  evaluate: (_, host) => {
    const { keys } = ghostsOn(host);
    if (keys.length > 0) return keys.map((ghost) => judge(ghost, keys, host));
    const because = gapWithin(host, 'schannel', 'protocols', protocolsPath);
    return because
      ? { verdict: 'notChecked', message: 'unreadable', because }
      : { verdict: 'pass', message: 'none' };
  },
});

function judge(ghost: GhostKey, all: readonly GhostKey[], host: HostView): Outcome<Message> {
  const { key, parts, meant } = ghost;
  const path = visiblePath(key.path);
  const evidence =
    key.values.length === 0
      ? [{ source: key.path, name: 'LastWriteTime', value: key.lastWriteTime }]
      : key.values.map((value) => registryEvidence(value, visible(value.name), key.path, key.lastWriteTime));
  const removal: Step = { do: 'deleteKey', path: key.path };
  if (!meant) {
    // A name that means nothing may be a protocol of a newer Windows; below a known protocol there are only two names.
    if (parts.length === 1)
      return { verdict: 'info', message: 'unknownName', params: { path }, subject: path, evidence };
    return {
      verdict: 'warn',
      message: 'unknownBelow',
      params: { path },
      subject: path,
      evidence,
      remedy: { id: 'schannel/ghost-keys#delete', params: { path }, steps: [removal] },
    };
  }
  const meantPath = `Protocols\\${meant.join('\\')}`;
  const params = { path, meant: meantPath };
  const missing = missingSteps(ghost, host);
  if (missing.length > 0)
    return {
      verdict: 'warn',
      message: 'meant',
      params,
      subject: path,
      evidence,
      remedy: {
        id: 'schannel/ghost-keys#replace',
        params,
        steps: [...missing, removal, { do: 'restartWindows' }],
      },
    };
  const holdsOthers = key.values.length === 0 && all.some((other) => isBelow(other.key.path, key.path));
  return {
    verdict: 'warn',
    message: holdsOthers ? 'container' : isTls12(ghost) ? 'meantInForce' : 'meantOther',
    params,
    subject: path,
    evidence,
    remedy: { id: 'schannel/ghost-keys#delete', params, steps: [removal] },
  };
}

/**
 * What has to be written in the right place instead. Only for TLS 1.2, since only there is it certain what must stand;
 * a ghost that meant another protocol never had an effect, and giving it one now could cut somebody off.
 */
function missingSteps(ghost: GhostKey, host: HostView): Step[] {
  const { meant } = ghost;
  if (!meant || !isTls12(ghost)) return [];
  const roles = meant[1] === undefined ? (['Client', 'Server'] as const) : [meant[1]];
  return roles
    .map((role) => host.protocol('TLS 1.2', role))
    .filter((state) => state.stored !== 'unreadable' && !(state.stored === 'on' && state.explicit))
    .flatMap((state) => setProtocol('TLS 1.2', state.role, 'on'));
}

function isTls12({ key, meant }: GhostKey): boolean {
  return meant?.[0] === 'TLS 1.2' && key.values.length > 0;
}

function isBelow(path: string, above: string): boolean {
  return path.startsWith(`${above}\\`);
}
