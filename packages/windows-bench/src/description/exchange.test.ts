// That the fakes of Exchange's cmdlets exist when they should and return what Exchange returns.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { benchReady } from '../availability.ts';
import { makeCertificate } from '../certificates/certificate.ts';
import { consoleFile } from '../exchange/shell-files.ts';
import { createHost, type WindowsHost } from '../host.ts';

const bench = await benchReady("the fakes of Exchange's cmdlets");
const SNAP_IN = 'Microsoft.Exchange.Management.PowerShell.SnapIn';

async function ask(host: WindowsHost, script: string): Promise<unknown> {
  const result = await host.runPowerShell(`ConvertTo-Json -Depth 5 -Compress @(. {${script}})`);
  expect(result.stderr).toBe('');
  return JSON.parse(result.stdout);
}

test('exShell.psc1 names the snap-ins', () => {
  expect(consoleFile([SNAP_IN])).toContain(`<PSSnapIn Name="${SNAP_IN}" />`);
});

describe.runIf(bench)('on a mailbox server', () => {
  let host: WindowsHost;
  const certificate = makeCertificate({
    subject: 'CN=mail.contoso.com',
    dnsNames: ['mail.contoso.com', '*.contoso.com'],
  });

  beforeAll(async () => {
    host = await createHost();
    await host.installExchange({ product: '2016', build: '15.1.2507.27', setupBuild: '15.1.2507.6' });
    await host.addCertificate(certificate, 'My', { friendlyName: 'Mail' });
    await host.describe({
      exchange: {
        sendConnectors: [
          {
            Name: 'To Office 365',
            SmartHosts: ['contoso-com.mail.protection.outlook.com'],
            TlsAuthLevel: 'DomainValidation',
            TlsDomain: 'mail.protection.outlook.com',
            TlsCertificateName: '<I>CN=Contoso CA, O=Contoso<S>CN=mail.contoso.com',
            RequireTLS: true,
          },
          { Name: 'Internet', MaxMessageSize: 'Unlimited', SourceTransportServers: ['EX01', 'EX02'] },
        ],
        certificates: [{ Thumbprint: certificate.thumbprint, Services: 'IIS, SMTP' }],
        hybrid: {},
        queues: [
          {
            Identity: 'EX01\\9',
            Status: 'Retry',
            LastError: '451 4.4.0',
            LastRetryTime: '2026-11-01T08:00:00Z',
          },
        ],
        messages: [{ Queue: 'EX01\\9' }, { Queue: 'EX01\\8' }],
        hiddenCmdlets: ['Get-EdgeSubscription'],
      },
    });
  });
  afterAll(() => host.dispose());

  test('set-up left its traces', async () => {
    expect(
      await ask(
        host,
        `
        $setup = Get-ItemProperty HKLM:\\SOFTWARE\\Microsoft\\ExchangeServer\\v15\\Setup
        $setup.MsiInstallPath, $setup.MsiProductMajor, $setup.MsiBuildMajor, $setup.MsiBuildMinor
        [Diagnostics.FileVersionInfo]::GetVersionInfo("$($setup.MsiInstallPath)bin\\ExSetup.exe").FileVersion
        (Get-ChildItem HKLM:\\SOFTWARE\\Microsoft\\ExchangeServer\\v15).PSChildName
        ([xml](Get-Content "$($setup.MsiInstallPath)bin\\exShell.psc1")).PSConsoleFile.PSSnapIns.PSSnapIn.Name
        (Get-Service MSExchangeTransport).Status.ToString()`,
      ),
    ).toEqual([
      ...['C:\\Program Files\\Microsoft\\Exchange Server\\V15\\', 15, 2507, 6, '15.1.2507.27'],
      ...[
        'AdminTools',
        'ClientAccessRole',
        'FrontendTransportRole',
        'HubTransportRole',
        'MailboxRole',
        'Setup',
      ],
      ...[SNAP_IN, 'Running'],
    ]);
  });

  test('the cmdlets come with the snap-in, not before, and without those of missing roles', async () => {
    expect(
      await ask(
        host,
        `
        $there = { [bool](Get-Command $args[0] -ErrorAction Ignore) }
        & $there Get-SendConnector
        (Get-PSSnapin -Registered).Name
        try { Add-PSSnapin No.Such.SnapIn -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }
        Add-PSSnapin ${SNAP_IN}
        & $there Get-SendConnector; & $there Get-EdgeSubscription; & $there Get-FrontendTransportService`,
      ),
    ).toEqual([false, SNAP_IN, 'AddPSSnapInRead,Add-PSSnapin', true, false, true]);
  });

  test('values have the types and text forms of Exchange', async () => {
    expect(
      await ask(
        host,
        `
        Add-PSSnapin ${SNAP_IN}
        $cloud = Get-SendConnector 'To Office 365'
        "$($cloud.TlsAuthLevel) $($cloud.TlsAuthLevel.GetType().FullName) $($cloud.TlsAuthLevel -eq 'DomainValidation')"
        "$($cloud.SmartHosts.Count) $($cloud.SmartHosts[0]) $($cloud.SmartHostsString) $($cloud.DNSRoutingEnabled)"
        "$($cloud.TlsCertificateName) | $($cloud.TlsCertificateName.CertificateSubject) | $($cloud.MaxMessageSize)"
        $internet = Get-SendConnector Internet
        "$($null -eq $internet.TlsAuthLevel) $($null -eq $internet.Fqdn) $($internet.AddressSpaces) $($internet.AddressSpaces[0].Cost)"
        "$($internet.MaxMessageSize.IsUnlimited) $($internet.SourceTransportServers -join '+') $($internet.Guid -eq (Get-SendConnector Internet).Guid)"
        $culture = [Threading.Thread]::CurrentThread.CurrentCulture; [Threading.Thread]::CurrentThread.CurrentCulture = 'de-DE'
        "$($cloud.MaxMessageSize)"
        [Threading.Thread]::CurrentThread.CurrentCulture = $culture
        ($cloud | Select-Object TlsAuthLevel | ConvertTo-Json -Compress)`,
      ),
    ).toEqual([
      'DomainValidation Microsoft.Exchange.Data.TlsAuthLevel True',
      '1 contoso-com.mail.protection.outlook.com contoso-com.mail.protection.outlook.com False',
      '<I>CN=Contoso CA, O=Contoso<S>CN=mail.contoso.com | CN=mail.contoso.com | 35 MB (36,700,160 bytes)',
      'True True SMTP:*;1 1',
      'True EX01+EX02 True',
      '35 MB (36.700.160 bytes)',
      '{"TlsAuthLevel":3}',
    ]);
  });

  test('every cmdlet answers, from the description or as set-up leaves it', async () => {
    expect(
      await ask(
        host,
        `
        Add-PSSnapin ${SNAP_IN}
        "$((Get-ExchangeServer EX01.contoso.local).AdminDisplayVersion) $((Get-ExchangeServer).ServerRole)"
        (Get-ReceiveConnector -Server EX01 | ForEach-Object { "$($_.Bindings[1]) $($_.TransportRole)" }) -join '; '
        $mine = Get-ExchangeCertificate ${certificate.thumbprint}
        "$($mine.GetType().Name) $($mine.Services) $($mine.CertificateDomains -join ',') $($mine.PublicKeySize) $($mine.HasPrivateKey) $($mine.FriendlyName)"
        "$((Get-TransportService EX01).SendProtocolLogPath) $((Get-FrontendTransportService).Identity) $((Get-MailboxTransportService).Name)"
        "$((Get-TransportServer).MaxPerDomainOutboundConnections) $((Get-TransportConfig).MaxSendSize) $((Get-TransportConfig).TLSSendDomainSecureList.Count)"
        "$((Get-HybridConfiguration).Features) $((Get-AcceptedDomain).DomainName) $(@(Get-ServerComponentState EX01).Count)"
        "$((Get-Queue -Server EX01 -ResultSize 5).Status) $((Get-Queue).LastRetryTime.Kind) $($null -eq (Get-Queue).NextRetryTime)"
        @(Get-Message -Queue EX01\\9).Count
        try { Get-SendConnector Nobody -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }`,
      ),
    ).toEqual([
      'Version 15.1 (Build 2507.6) Mailbox',
      '0.0.0.0:2525 HubTransport; 0.0.0.0:465 HubTransport; 0.0.0.0:25 FrontendTransport; 0.0.0.0:717 FrontendTransport; 0.0.0.0:587 FrontendTransport',
      'X509Certificate2 IIS, SMTP mail.contoso.com,*.contoso.com 2048 True Mail',
      'C:\\Program Files\\Microsoft\\Exchange Server\\V15\\TransportRoles\\Logs\\Hub\\ProtocolLog\\SmtpSend EX01\\Frontend EX01',
      '40 35 MB (36,700,160 bytes) 0',
      'FreeBusy MoveMailbox Mailtips contoso.local 6',
      'Retry Local True',
      1,
      'ManagementObjectNotFound,Get-SendConnector',
    ]);
  });

  test('RemoteExchange.ps1 brings the cmdlets too, with the notes of remoting', async () => {
    expect(
      await ask(
        host,
        `
        . 'C:\\Program Files\\Microsoft\\Exchange Server\\V15\\bin\\RemoteExchange.ps1'
        Connect-ExchangeServer -auto
        (Get-SendConnector Internet).PSComputerName`,
      ),
    ).toEqual(['ex01.contoso.local']);
  });
});

describe.runIf(bench)('other installations', () => {
  test('every shape makes an object of its defaults alone, with all its properties', async () => {
    await using host = await createHost();
    const result = await ask(
      host,
      `
      $fakes = "$env:ProgramFiles\\PowerShell\\Modules\\MailflowTlsFakes"
      . "$fakes\\common\\Description.ps1"; . "$fakes\\common\\Objects.ps1"
      foreach ($file in Get-ChildItem "$fakes\\shapes") {
        $object = New-FakeObject $file.BaseName
        $missing = @((Get-FakeShape $file.BaseName).properties.PSObject.Properties.Name | Where-Object { $null -eq $object.PSObject.Properties[$_] })
        if ($missing.Count -gt 0 -or "$($object.PSObject.Properties.Value)" -match '[{]\\w+[}]') { $file.BaseName }
      }
      'done'`,
    );
    expect(result).toEqual(['done']);
  });

  test('2010 has other names and lacks what came later', async () => {
    await using host = await createHost();
    await host.installExchange({ product: '2010', build: '14.3.513.0', running: false });
    await host.describe({ exchange: { sendConnectors: [{}] } });
    expect(
      await ask(
        host,
        `
        (Get-ItemProperty HKLM:\\SOFTWARE\\Microsoft\\ExchangeServer\\v14\\Setup).MsiProductMajor
        (Get-Service MSExchangeTransport).Status.ToString()
        Add-PSSnapin Microsoft.Exchange.Management.PowerShell.E2010
        $null -eq (Get-SendConnector).PSObject.Properties['TlsCertificateName']
        [bool](Get-Command Get-TransportService -ErrorAction Ignore)
        (Get-TransportServer).Name`,
      ),
    ).toEqual([14, 'Stopped', true, false, 'EX01']);
  });

  test('an Edge has its own connector and no front end', async () => {
    await using host = await createHost();
    await host.installExchange({ product: '2019', build: '15.2.1748.10', roles: ['Edge'], running: false });
    expect(
      await ask(
        host,
        `
        Add-PSSnapin ${SNAP_IN}
        (Get-ExchangeServer).ServerRole.ToString()
        (Get-ReceiveConnector).Name
        [bool](Get-Command Get-FrontendTransportService -ErrorAction Ignore)`,
      ),
    ).toEqual(['Edge', 'Default internal receive connector EX01', false]);
  });
});
