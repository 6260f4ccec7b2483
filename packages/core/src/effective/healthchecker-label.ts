// The word that Microsoft's HealthChecker prints for a protocol, computed exactly as it does, for people who compare.
import type { RegistryValue } from '../facts/registry.ts';
import type { ProtocolName, ProtocolRoleState } from './protocol-state.ts';

export type HealthCheckerLabel = 'Enabled' | 'Disabled' | 'Half Disabled' | 'Misconfigured';

type RoleValues = Pick<ProtocolRoleState, 'enabled' | 'disabledByDefault'>;

/**
 * HealthChecker knows no defaults of the system: a missing `Enabled` counts as on, for TLS 1.3 as off; it takes any
 * kind of value, and looks for half-disabled pairs on the server side only (CSS-Exchange, HealthChecker, 2026). Null
 * for SSL, which it does not read.
 */
export function healthCheckerLabel(
  protocol: ProtocolName,
  client: RoleValues,
  server: RoleValues,
): HealthCheckerLabel | null {
  if (protocol === 'SSL 2.0' || protocol === 'SSL 3.0') return null;
  const missing = protocol !== 'TLS 1.3';
  const clientEnabled = client.enabled ? isTrue(client.enabled) : missing;
  const serverEnabled = server.enabled ? isTrue(server.enabled) : missing;
  const clientDisabled = client.disabledByDefault ? isTrue(client.disabledByDefault) : false;
  const serverDisabled = server.disabledByDefault ? isTrue(server.disabledByDefault) : false;

  if (serverEnabled !== clientEnabled || serverDisabled !== clientDisabled) return 'Misconfigured';
  const contradicts = !serverEnabled && !serverDisabled && server.disabledByDefault !== undefined;
  if (contradicts || (serverEnabled && serverDisabled)) return 'Half Disabled';
  const off =
    !serverEnabled &&
    (serverDisabled || !server.disabledByDefault) &&
    !clientEnabled &&
    (clientDisabled || !client.disabledByDefault);
  return off ? 'Disabled' : 'Enabled';
}

/** PowerShell's idea of "not equal to 0" for each kind of value. */
function isTrue(value: RegistryValue): boolean {
  const { data } = value;
  if (typeof data === 'number') return data !== 0;
  if (typeof data !== 'string') return isTrueList(data.filter((item) => item !== '0'));
  if (value.kind === 'REG_BINARY') return /[1-9a-f]/i.test(data);
  return data !== '0';
}

/** A list of one item is as true as the item; a longer one is always true. */
function isTrueList(items: readonly string[]): boolean {
  return items.length > 1 || (items.length === 1 && items[0] !== '');
}
