// The example host of the demo: a hybrid Exchange 2016 server on which somebody tried to turn TLS 1.2 on.

/** What reports print, so that nobody takes the example for a host of theirs. */
export const exampleLabel =
  'Example host, made for a demonstration: Exchange and some services of Windows are stand-ins.';

const protocols = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols';
const windows = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';
const exchange = 'HKLM\\SOFTWARE\\Microsoft\\ExchangeServer\\v15';
const version = '15.1.2507.27';

/**
 * A registry file as a machine translation of a support article printed it: a comma in the version, blanks around the
 * backslash, a translated role and a translated value. Windows imports it without a word.
 */
const misprinted = `Windows Registry Editor Version 5.00

[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1,2]

[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2 \\ клиент]
"DisabledByDefault"=dword:00000000
"активиран"=dword:00000001

[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2 \\ Server]
"DisabledByDefault"=dword:00000000
"активиран"=dword:00000001
`;

/** @param {import('@mailflow-tls/windows-bench').WindowsHost} host */
export async function makeExample(host) {
  await host.setRegistry({
    [windows]: {
      ProductName: 'Windows Server 2016 Standard',
      CurrentVersion: '6.3',
      CurrentMajorVersionNumber: 10,
      CurrentMinorVersionNumber: 0,
      CurrentBuild: '14393',
      CurrentBuildNumber: '14393',
      UBR: 8422,
      InstallationType: 'Server',
    },
    'HKLM\\SYSTEM\\CurrentControlSet\\Control\\ProductOptions': { ProductType: 'ServerNT' },
    // Somebody once turned TLS 1.2 off for a device that could not do it, and forgot.
    [`${protocols}\\TLS 1.2\\Client`]: { Enabled: 0, DisabledByDefault: 1 },
    'HKLM\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319': { SystemDefaultTlsVersions: 0 },
    'HKLM\\SOFTWARE\\Microsoft\\NET Framework Setup\\NDP\\v4\\Full': { Release: 528049 },
    [`${exchange}\\Setup`]: {
      MsiInstallPath: 'C:\\Program Files\\Microsoft\\Exchange Server\\V15\\',
      MsiProductMajor: 15,
      MsiProductMinor: 1,
      MsiBuildMajor: 2507,
      MsiBuildMinor: 27,
    },
    [`${exchange}\\MailboxRole`]: { ConfiguredVersion: version, UnpackedVersion: version },
    [`${exchange}\\HubTransportRole`]: { ConfiguredVersion: version, UnpackedVersion: version },
    [`${exchange}\\FrontendTransportRole`]: { ConfiguredVersion: version, UnpackedVersion: version },
  });
  await host.importReg(misprinted);
  await host.describe({
    operatingSystem: {
      Caption: 'Microsoft Windows Server 2016 Standard',
      BuildNumber: '14393',
      // After the keys were written: what they say is in force.
      LastBootUpTime: new Date().toISOString(),
    },
    hotFixes: [{ HotFixID: 'KB5066136', Description: 'Security Update', InstalledOn: '9/16/2025' }],
    exchange: {
      product: '2016',
      roles: ['Mailbox'],
      sendConnectors: [
        {
          Identity: 'Outbound to Office 365',
          Name: 'Outbound to Office 365',
          AddressSpaces: ['smtp:contoso.mail.onmicrosoft.com;1'],
          RequireTLS: false,
          TlsAuthLevel: null,
          TlsDomain: null,
          CloudServicesMailEnabled: true,
          SourceTransportServers: ['EX01'],
        },
      ],
      hybrid: {
        Domains: ['contoso.com'],
        SendingTransportServers: ['EX01'],
        ReceivingTransportServers: ['EX01'],
      },
      acceptedDomains: [{ DomainName: 'contoso.com' }, { DomainName: 'contoso.mail.onmicrosoft.com' }],
    },
  });
}
