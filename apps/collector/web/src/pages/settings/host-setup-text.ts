// What is set on hosts so that they deliver here: registry values for a policy, and commands for one host.
import { quotePowerShell } from '@mailflow-tls/core/formats';

export const policyKey = 'HKLM\\SOFTWARE\\Policies\\mailflow-tls';
const ownKey = 'HKLM:\\SOFTWARE\\mailflow-tls';

export interface Reach {
  address: string;
  tls: 'own' | 'given' | 'none';
  publicKeyPin: string | null;
}

/** Value names and data. A certificate that Windows may trust by itself needs no pin. */
export function setupValues(reach: Reach, token: string): [name: string, data: string][] {
  return [
    ['CollectorUrl', reach.address],
    ['EnrolmentToken', token],
    ...(reach.tls === 'own' && reach.publicKeyPin !== null
      ? [['CollectorPin', reach.publicKeyPin] satisfies [string, string]]
      : []),
  ];
}

/** For Windows PowerShell 5.1 as administrator; ends with the first run. */
export function setupCommands(reach: Reach, token: string): string {
  return [
    `$key = ${quotePowerShell(ownKey)}`,
    // With -Force an existing key would lose its values.
    'if (-not (Test-Path -LiteralPath $key)) { New-Item -Path $key | Out-Null }',
    ...setupValues(reach, token).map(
      ([name, data]) => `Set-ItemProperty -LiteralPath $key -Name ${name} -Value ${quotePowerShell(data)}`,
    ),
    'mailflow-tls run --now',
  ].join('\n');
}
