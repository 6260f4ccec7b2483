// The example host of the demo: a hybrid Exchange 2016 server on which somebody tried to turn TLS 1.2 on.

import { makeCertificate, type WindowsHost } from '@mailflow-tls/windows-bench';

/** What reports print, so that nobody takes the example for a host of theirs. */
export const exampleLabel: string =
  'Example host, made for a demonstration: Exchange and some services of Windows are stand-ins.';

const protocols = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols';
const windows = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';
const issuer = 'CN=Example Certification Authority, O=Example, C=US';
const subject = 'CN=mail.contoso.com, O=Contoso, C=US';
const certificateName = `<I>${issuer}<S>${subject}`;

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

export async function makeExample(host: WindowsHost): Promise<void> {
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
  });
  await host.installExchange({ product: '2016', build: '15.1.2507.27' });
  const thumbprint = await addMailCertificate(host);
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
      sendConnectors: [
        {
          Identity: 'Outbound to Office 365',
          Name: 'Outbound to Office 365',
          AddressSpaces: ['smtp:contoso.mail.onmicrosoft.com;1'],
          Fqdn: 'mail.contoso.com',
          RequireTLS: false,
          TlsAuthLevel: null,
          TlsDomain: null,
          TlsCertificateName: certificateName,
          CloudServicesMailEnabled: true,
          SourceTransportServers: ['EX01'],
        },
      ],
      hybrid: {
        Domains: ['contoso.com'],
        SendingTransportServers: ['EX01'],
        ReceivingTransportServers: ['EX01'],
        TlsCertificateName: certificateName,
      },
      acceptedDomains: [{ DomainName: 'contoso.com' }, { DomainName: 'contoso.mail.onmicrosoft.com' }],
      certificates: [{ Thumbprint: thumbprint, Services: 'IIS, SMTP' }],
    },
  });
}

/**
 * @param {import('@mailflow-tls/windows-bench').WindowsHost} host
 * @returns {Promise<string>} its thumbprint
 */
async function addMailCertificate(host: WindowsHost): Promise<string> {
  const authority = makeCertificate({ subject: issuer, authority: true });
  const certificate = makeCertificate({ subject, issuer: authority, dnsNames: ['mail.contoso.com'] });
  await host.addCertificate(authority, 'Root', { privateKey: 'none' });
  await host.addCertificate(certificate, 'My');
  return certificate.thumbprint;
}
