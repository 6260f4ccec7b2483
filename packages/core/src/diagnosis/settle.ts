// The one observation that would settle the doubt about a cause, and the command that makes it.
import { quotePowerShell } from '../remediation/powershell-quote.ts';
import type { SettleBy } from './diagnosis.ts';
import { type Group, isReceiving } from './group.ts';
import type { CauseName } from './input.ts';
import type { Ranked } from './rank.ts';

const schannel = 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2';
const sendLog = '$env:ExchangeInstallPath\\TransportRoles\\Logs\\Hub\\ProtocolLog\\SmtpSend\\*.log';
const receiveLog =
  '$env:ExchangeInstallPath\\TransportRoles\\Logs\\FrontEnd\\ProtocolLog\\SmtpReceive\\*.log';

/** Null for what is certain, and for what nobody needs to look into. */
export function settle({
  cause,
  likelihood,
  group,
}: Pick<Ranked, 'cause' | 'likelihood' | 'group'>): SettleBy | null {
  if (likelihood === 'certain') return null;
  return group.hop === 'submission' ? submission : (byCause[cause]?.(group) ?? null);
}

const submission: SettleBy = {
  key: 'clientVersion',
  shell: 'powershell',
  commands: [
    'Get-Item "HKLM:\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319" | Get-ItemProperty -Name SystemDefaultTlsVersions, SchUseStrongCrypto',
  ],
};

const byCause: Partial<Record<CauseName, (group: Group) => SettleBy>> = {
  'tls-version': (group) => ({
    key: 'tls12',
    shell: 'powershell',
    commands: [`Get-ItemProperty -Path '${schannel}\\${isReceiving(group) ? 'Server' : 'Client'}'`],
  }),
  cipher: () => ({
    key: 'suites',
    shell: 'powershell',
    commands: ['Get-TlsCipherSuite | Format-Table Name'],
  }),
  certificate: () => ({
    key: 'certificates',
    shell: 'exchange',
    commands: [
      'Get-ExchangeCertificate | Format-List Subject, Services, Status, NotAfter, HasPrivateKey, Thumbprint',
    ],
  }),
  'starttls-not-offered': (group) =>
    isReceiving(group)
      ? {
          key: 'offerHere',
          shell: 'powershell',
          commands: [
            `Select-String -Path "${receiveLog}" -Pattern 'SIZE .* DSN' | Select-String -NotMatch -Pattern ' STARTTLS ' | Select-Object -Last 5`,
          ],
        }
      : {
          key: 'offerThere',
          shell: 'powershell',
          commands: [`Select-String -Path "${sendLog}" -Pattern '250[- ].*STARTTLS' | Select-Object -Last 5`],
        },
  connector: (group) => ({
    key: 'connector',
    shell: 'exchange',
    commands: [
      isReceiving(group)
        ? 'Get-ReceiveConnector | Format-List Identity, Fqdn, AuthMechanism, TlsCertificateName, TlsDomainCapabilities'
        : 'Get-SendConnector | Format-List Name, RequireTLS, IgnoreSTARTTLS, TlsAuthLevel, TlsDomain, TlsCertificateName',
    ],
  }),
  network: (group) => {
    const host = isReceiving(group) ? null : peerOf(group);
    return {
      key: host === null ? 'reachable' : 'reaches',
      ...(host === null ? {} : { params: { host } }),
      shell: 'powershell',
      commands: [
        `Test-NetConnection -ComputerName ${host === null ? '$env:COMPUTERNAME' : quotePowerShell(host)} -Port 25`,
      ],
    };
  },
  'outdated-server': () => ({
    key: 'build',
    shell: 'exchange',
    commands: ['Get-Command ExSetup.exe | ForEach-Object { $_.FileVersionInfo.FileVersion }'],
  }),
  authentication: () => ({
    key: 'authentication',
    shell: 'powershell',
    commands: [
      "Get-WinEvent -FilterHashtable @{ LogName = 'Application'; ProviderName = 'MSExchangeTransport'; Id = 1035, 2017 } -MaxEvents 20",
    ],
  }),
  unrelated: (group) => ({
    key: 'whose',
    shell: 'exchange',
    // In the headers of a mail the host outside is the one whose owner is asked for.
    params: { host: group.rows.find(({ host }) => host)?.host ?? peerOf(group) ?? '' },
    commands: ['Get-AcceptedDomain | Format-Table DomainName'],
  }),
  undetermined: (group) => {
    if (group.signals.length === 0 && group.events.length > 0) return hostEvent;
    return isReceiving(group) ? receivedSession : sentSession(group);
  },
};

const hostEvent: SettleBy = {
  key: 'whichProgram',
  shell: 'powershell',
  commands: [
    "Get-WinEvent -FilterHashtable @{ LogName = 'System'; ProviderName = 'Schannel' } -MaxEvents 20 | Format-List TimeCreated, Id, ProcessId, Message",
  ],
};

const receivedSession: SettleBy = {
  key: 'receiveLog',
  shell: 'powershell',
  commands: [
    `Select-String -Path "${receiveLog}" -Pattern 'TLS negotiation failed', 'STARTTLS' | Select-Object -Last 20`,
  ],
};

/** Send connectors do not log unless they are told to, so that comes first. */
function sentSession(group: Group): SettleBy {
  const connector = connectorOf(group);
  const which = connector === null ? 'Get-SendConnector' : `Get-SendConnector ${quotePowerShell(connector)}`;
  return {
    key: 'sendLog',
    shell: 'exchange',
    commands: [
      `${which} | Set-SendConnector -ProtocolLoggingLevel Verbose`,
      'Get-Queue -Filter "Status -eq \'Retry\'" | Retry-Queue',
      `Select-String -Path "${sendLog}" -Pattern 'TLS negotiation failed', 'STARTTLS' | Select-Object -Last 20`,
    ],
  };
}

/** In a queue the connector stands as its id, by which the cmdlets find it as well. */
function connectorOf({ signals, rows }: Group): string | null {
  const named = [...signals, ...rows]
    .map(({ connector }) => connector)
    .find((one) => one !== undefined && one !== '');
  return named ?? null;
}

function peerOf({ signals, rows }: Group): string | null {
  return [...signals, ...rows].map(({ peer }) => peer).find((one) => one) ?? null;
}
