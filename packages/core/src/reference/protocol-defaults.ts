// What each Windows Server does with a protocol whose registry values are missing.
import type { ProtocolName, RoleName } from '../effective/protocol-state.ts';
import type { ReferenceData, Sources } from './reference-data.ts';
import type { Windows, WindowsId } from './windows.ts';

export const protocolDefaultsData: ReferenceData = { asOf: '2026-08-01' };

export const protocolDefaultsSources: Sources = [
  'Microsoft, Protocols in TLS/SSL (Schannel SSP)',
  'Microsoft, TLS (Schannel SSP) changes in Windows 10 and Windows Server',
  'Microsoft, TLS registry settings',
  'Microsoft, KB4019276: Update to add support for TLS 1.1 and TLS 1.2 in Windows Server 2008 SP2',
  'Microsoft, [MS-TLSP] Transport Layer Security Profile, product behavior',
];

/**
 * The two values that the system acts upon when the registry holds neither; a registry that holds only one of
 * them takes the other from here. `needsUpdate` is the update without which the protocol does not exist.
 */
export type ProtocolDefault =
  | { readonly enabled: boolean; readonly disabledByDefault: boolean; readonly needsUpdate?: string }
  | 'notSupported';

const on: ProtocolDefault = { enabled: true, disabledByDefault: false };

/**
 * What the documented table calls "Disabled": neither offered nor accepted unless a program asks for it by name
 * (Microsoft, TLS (Schannel SSP) changes in Windows 10 and Windows Server, SSL support). So the missing half of
 * a lone `Enabled` is `DisabledByDefault` = 1, and a lone `DisabledByDefault` = 0 is enough to switch it on,
 * as KB4019276 and KB3140245 say for TLS 1.1 and 1.2 on 2008 and 2008 R2.
 */
const offByDefault: ProtocolDefault = { enabled: true, disabledByDefault: true };

const offUntilUpdated: ProtocolDefault = { ...offByDefault, needsUpdate: 'KB4019276' };

/**
 * One letter for each protocol from SSL 2.0 to TLS 1.3, client and server alike but for SSL 2.0:
 * `+` on, `-` off by default, `u` the same once updated, `x` not supported, `s` on for the server role only.
 */
const table: Readonly<Record<WindowsId, string>> = {
  '2008': 's++uux',
  '2008R2': 's++--x',
  '2012': '-++++x',
  '2012R2': '-++++x',
  '2016': 'x-+++x',
  '2019': 'x-+++x',
  '2022': 'x-++++',
  '2025': 'x-++++',
};

const columns: Readonly<Record<ProtocolName, number>> = {
  'SSL 2.0': 0,
  'SSL 3.0': 1,
  'TLS 1.0': 2,
  'TLS 1.1': 3,
  'TLS 1.2': 4,
  'TLS 1.3': 5,
};

/**
 * The system's own choice for one protocol and role.
 *
 * @returns null when it is not documented for this system: an unknown one, and TLS 1.0 and 1.1 on a Windows newer
 * than those known here, since previews of the next one have both off.
 */
export function protocolDefault(
  windows: Pick<Windows, 'id' | 'servicePackMissing' | 'newerThanKnown'>,
  protocol: ProtocolName,
  role: RoleName,
): ProtocolDefault | null {
  if (windows.id === 'unknown') return null;
  if (windows.newerThanKnown && (protocol === 'TLS 1.0' || protocol === 'TLS 1.1')) return null;
  switch (table[windows.id][columns[protocol]]) {
    case '+':
      return on;
    case '-':
      return offByDefault;
    case 'u':
      // The update is for Service Pack 2 only.
      return windows.servicePackMissing ? 'notSupported' : offUntilUpdated;
    case 's':
      return role === 'Server' ? on : offByDefault;
    default:
      return 'notSupported';
  }
}
