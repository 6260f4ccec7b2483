// What Schannel does with one protocol in one role: the state that its registry values and the system's default add up to.
import { findKey, findValue, type RegistryKey, type RegistryValue } from '../facts/registry.ts';
import { protocolsPath } from '../facts/schannel.ts';
import type { Gap } from '../facts/section.ts';
import type { ProtocolDefault } from '../reference/protocol-defaults.ts';

export const protocolNames = ['SSL 2.0', 'SSL 3.0', 'TLS 1.0', 'TLS 1.1', 'TLS 1.2', 'TLS 1.3'] as const;
export type ProtocolName = (typeof protocolNames)[number];
export const roleNames = ['Client', 'Server'] as const;
export type RoleName = (typeof roleNames)[number];

/**
 * `on`: offered by default. `offByDefault`: used only by a program that asks for it. `off`: refused to everybody.
 * `notSupported`: this Windows does not have it. `unreadable`: the key could not be read. `wrongType`: a value is not a
 * REG_DWORD, so what Schannel makes of it is not documented. `unknownSystem`: a value is missing and this Windows is
 * not one whose defaults are known.
 */
export type ProtocolState =
  | 'on'
  | 'offByDefault'
  | 'off'
  | 'notSupported'
  | 'unreadable'
  | 'wrongType'
  | 'unknownSystem';

export interface ProtocolRoleState {
  protocol: ProtocolName;
  role: RoleName;
  /** What the registry asks for: in force after the next restart. */
  stored: ProtocolState;
  /**
   * Whether both values are written and both say the stored state: `Enabled` other than 0 with 0, or 0 with other than
   * 0. Tools write 0xFFFFFFFF as often as 1.
   */
  explicit: boolean;
  /**
   * `yes`: the key was written, or deleted, after the last start of Windows, so the state in force may still be an
   * older one, which the registry no longer shows. `unknown`: the time of writing or of the start could not be read.
   */
  pending: 'no' | 'yes' | 'unknown';
  /** Full path of the role's key, whether it exists or not. */
  path: string;
  writtenAt: string | null;
  enabled: RegistryValue | undefined;
  disabledByDefault: RegistryValue | undefined;
  /** The system's own choice for what is not written; null when the system is not known. */
  osDefault: ProtocolDefault | null;
}

export interface ProtocolSource {
  /** Every key below `Protocols`, as the schannel section holds them. */
  protocols: readonly RegistryKey[];
  gaps: readonly Gap[];
  /** Default of this system for the protocol and role; null when the system is not known. */
  osDefault: ProtocolDefault | null;
  /** Last start of Windows (UTC), or null. */
  bootTime: string | null;
}

/**
 * The state of one protocol in one role.
 *
 * `Enabled` 0 refuses the protocol even to a program that asks for it; `DisabledByDefault` other than 0 takes it out of
 * the default offer; what is missing takes the system's default (Microsoft, TLS registry settings and Exchange Server
 * TLS configuration best practices).
 */
export function resolveProtocol(
  protocol: ProtocolName,
  role: RoleName,
  source: ProtocolSource,
): ProtocolRoleState {
  const { path, above } = paths[protocol][role];
  const key = findKey(source.protocols, path);
  const enabled = findValue(key, 'Enabled');
  const disabledByDefault = findValue(key, 'DisabledByDefault');
  const unreadable = isUnreadable(path, source.gaps);
  const stored = unreadable ? 'unreadable' : storedState(enabled, disabledByDefault, source.osDefault);
  return {
    protocol,
    role,
    stored,
    explicit: isExplicit(stored, enabled, disabledByDefault),
    pending: unreadable ? 'unknown' : pendingState(key, above, source),
    path,
    writtenAt: key?.lastWriteTime ?? null,
    enabled,
    disabledByDefault,
    osDefault: source.osDefault,
  };
}

/** Each role's key and the key above it, joined once: joining them for every host is what judging would wait for. */
const paths = Object.fromEntries(
  protocolNames.map((protocol) => {
    const above = `${protocolsPath}\\${protocol}`;
    return [
      protocol,
      { Client: { path: `${above}\\Client`, above }, Server: { path: `${above}\\Server`, above } },
    ];
  }),
) as Record<ProtocolName, Record<RoleName, { path: string; above: string }>>; // fromEntries forgets the keys

function storedState(
  enabled: RegistryValue | undefined,
  disabledByDefault: RegistryValue | undefined,
  osDefault: ProtocolDefault | null,
): ProtocolState {
  if (osDefault === 'notSupported') return 'notSupported';
  if (enabled && enabled.kind !== 'REG_DWORD') return 'wrongType';
  if (disabledByDefault && disabledByDefault.kind !== 'REG_DWORD') return 'wrongType';
  const isEnabled = enabled ? enabled.data !== 0 : osDefault?.enabled;
  const isDisabledByDefault = disabledByDefault ? disabledByDefault.data !== 0 : osDefault?.disabledByDefault;
  if (isEnabled === false) return 'off';
  if (isEnabled === undefined || isDisabledByDefault === undefined) return 'unknownSystem';
  return isDisabledByDefault ? 'offByDefault' : 'on';
}

function isExplicit(
  state: ProtocolState,
  enabled: RegistryValue | undefined,
  disabledByDefault: RegistryValue | undefined,
): boolean {
  if (!enabled || !disabledByDefault) return false;
  return state === 'on' || (state === 'off' && disabledByDefault.data !== 0);
}

/**
 * A key that was deleted leaves its trace only in its parent's time, so without the role's key the next key above it
 * counts: unless one of that key's other children is as new as it, whose making explains the time.
 */
function pendingState(
  roleKey: RegistryKey | undefined,
  above: string,
  { protocols, bootTime }: ProtocolSource,
): 'no' | 'yes' | 'unknown' {
  const key = roleKey ?? findKey(protocols, above) ?? findKey(protocols, protocolsPath);
  if (!key) return 'no';
  if (key.lastWriteTime === null || bootTime === null) return 'unknown';
  if (!isLater(key.lastWriteTime, bootTime)) return 'no';
  return key === roleKey || !hasNewChild(key.path, key.lastWriteTime, protocols) ? 'yes' : 'no';
}

/** Windows stamps a new key and its parent one after the other, so times are compared by the second. */
function hasNewChild(path: string, time: string, protocols: readonly RegistryKey[]): boolean {
  const above = `${path.toLowerCase()}\\`;
  const second = time.slice(0, 'YYYY-MM-DDTHH:MM:SS'.length);
  return protocols.some(
    (key) =>
      key.lastWriteTime !== null &&
      key.lastWriteTime >= second &&
      key.path.toLowerCase().startsWith(above) &&
      !key.path.includes('\\', above.length),
  );
}

/** Compares two UTC times; texts of the same form compare as text, which is much faster than parsing both. */
export function isLater(a: string, b: string): boolean {
  if (a.length === b.length && a.endsWith('Z') && b.endsWith('Z')) return a > b;
  return Date.parse(a) > Date.parse(b);
}

/** A refused key takes everything below it along; a refused value must not pass for an absent one. */
function isUnreadable(path: string, gaps: readonly Gap[]): boolean {
  if (gaps.length === 0) return false;
  const wanted = path.toLowerCase();
  const values = [`${wanted}\\enabled`, `${wanted}\\disabledbydefault`];
  return gaps.some((gap) => {
    if (gap.reason === 'notPresent') return false;
    const what = gap.what.toLowerCase();
    return wanted === what || wanted.startsWith(`${what}\\`) || values.includes(what);
  });
}
