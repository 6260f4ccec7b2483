// Finds what somebody wrote below `Protocols` that Schannel does not read, and what was meant by it.
import { type ProtocolRoleState, protocolNames, type RoleName } from '../../effective/protocol-state.ts';
import type { HostView } from '../../engine/host-view.ts';
import { perHost } from '../../engine/per-host.ts';
import type { RegistryKey, RegistryValue } from '../../facts/registry.ts';
import { protocolsPath } from '../../facts/schannel.ts';
import {
  isKnownKey,
  isKnownValueName,
  type KnownProtocol,
  type KnownRole,
  meantKey,
  meantValueName,
} from '../../reference/misprints.ts';

export interface GhostKey {
  key: RegistryKey;
  /** Names below `Protocols`. */
  parts: readonly string[];
  /** Undefined when the names mean nothing that Schannel knows. */
  meant: readonly [KnownProtocol] | readonly [KnownProtocol, KnownRole] | undefined;
}

export interface GhostValue {
  key: RegistryKey;
  value: RegistryValue;
  protocol: string | undefined;
  role: RoleName | undefined;
  /** Undefined when the name means neither of the two values. */
  meant: 'Enabled' | 'DisabledByDefault' | undefined;
}

export interface Ghosts {
  /** Deepest first, so that a key is dealt with before the one that holds it. */
  keys: readonly GhostKey[];
  values: readonly GhostValue[];
}

/** All ghosts of a host; none where the schannel section was not read. */
export const ghostsOn: (host: HostView) => Ghosts = perHost((host) =>
  findGhosts(host.section('schannel')?.protocols ?? []),
);

export function findGhosts(keys: readonly RegistryKey[]): Ghosts {
  const ghostKeys: GhostKey[] = [];
  const values: GhostValue[] = [];
  for (const key of keys) {
    const parts = usualParts.get(key.path) ?? partsOf(key.path);
    if (parts.length > 0 && !isKnownKey(parts)) {
      ghostKeys.push({ key, parts, meant: meantKey(parts) });
    } else if (key.values.length > 0) {
      addValues(key, parts, values);
    }
  }
  if (ghostKeys.length > 1) ghostKeys.sort((a, b) => b.parts.length - a.parts.length);
  return { keys: ghostKeys, values };
}

/** Names below `Protocols` of the keys that nearly every host has: taking their paths apart again is not free. */
const usualParts: ReadonlyMap<string, readonly string[]> = new Map(
  protocolNames
    .flatMap((protocol) => [[protocol], [protocol, 'Client'], [protocol, 'Server']])
    .map((parts) => [[protocolsPath, ...parts].join('\\'), parts]),
);

function partsOf(path: string): string[] {
  return path.length <= protocolsPath.length ? [] : path.slice(protocolsPath.length + 1).split('\\');
}

/** Below a role everything but the two values is a ghost; elsewhere every value is. */
function addValues(key: RegistryKey, [protocol, role]: readonly string[], values: GhostValue[]): void {
  for (const value of key.values) {
    if (role !== undefined && isKnownValueName(value.name)) continue;
    // Editors leave an empty default value behind, which nobody meant.
    if (value.name === '' && value.data === '') continue;
    values.push({
      key,
      value,
      protocol,
      role: role === undefined ? undefined : role.toLowerCase() === 'client' ? 'Client' : 'Server',
      meant: meantValueName(value.name),
    });
  }
}

/**
 * The path of a ghost that was meant to set this protocol and role, if there is one: a misnamed key, a misnamed value
 * in the right key, or, where the right key holds nothing that counts, values one key too high.
 */
export function ghostOf({ keys, values }: Ghosts, state: Role): string | undefined {
  if (keys.length === 0 && values.length === 0) return undefined;
  const { protocol, role } = state;
  const key = keys.find(
    ({ meant, key: ghost }) =>
      meant?.[0] === protocol && (meant[1] === role || (meant[1] === undefined && ghost.values.length > 0)),
  );
  if (key) return visiblePath(key.key.path);
  const isEmpty = !state.enabled && !state.disabledByDefault;
  const value = values.find(
    (ghost) =>
      ghost.protocol?.toLowerCase() === protocol.toLowerCase() &&
      (ghost.role === role || (isEmpty && ghost.role === undefined && ghost.meant !== undefined)),
  );
  return value && `${visiblePath(value.key.path)}\\${visible(value.value.name)}`;
}

type Role = Pick<ProtocolRoleState, 'protocol' | 'role' | 'enabled' | 'disabledByDefault'>;

/** What a reader cannot see: every separator but the plain blank, control and format characters. */
const unseen = /[^\S ]|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * A name with all that cannot be seen written out: blanks at its edges and double ones as `␣`, other characters by
 * their number as in `<U+00A0>`. Only for display.
 */
export function visible(name: string): string {
  return name
    .replace(
      unseen,
      (character) => `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`,
    )
    .replace(/^ +| +$| {2,}/g, (run) => '␣'.repeat(run.length));
}

/** A path below `Protocols` from there on, each name made visible. */
export function visiblePath(path: string): string {
  return `Protocols\\${partsOf(path).map(visible).join('\\')}`;
}
