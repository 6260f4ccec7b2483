// That the fakes of Windows answer as Windows does, whatever was called before them.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { benchReady } from '../availability.ts';
import { createHost, type WindowsHost } from '../host.ts';

const bench = await benchReady('the fakes of Windows commands');

describe.runIf(bench)('Windows commands', () => {
  let host: WindowsHost;
  beforeAll(async () => {
    host = await createHost();
  });
  afterAll(() => host.dispose());

  /** What a script answers, through JSON. */
  async function ask(script: string): Promise<unknown> {
    const result = await host.runPowerShell(`ConvertTo-Json -Depth 5 -Compress @(. {${script}})`);
    expect(result.stderr).toBe('');
    return JSON.parse(result.stdout);
  }

  const FAILURE = (command: string): string =>
    `try { ${command} -ErrorAction Stop } catch { $_.FullyQualifiedErrorId.Split(',')[0]; '{0:x8}' -f $_.Exception.HResult; $_.CategoryInfo.Category.ToString() }`;

  test('stand in for the real ones even after PowerShell has loaded the modules of those', async () => {
    const types = await ask(`
      $null = Get-Service; $null = Get-Item C:\\; Import-Module CimCmdlets, Microsoft.PowerShell.Diagnostics
      foreach ($name in 'Get-HotFix', 'Get-WinEvent', 'Get-CimInstance') { (Get-Command $name).Source }`);
    expect(types).toEqual(['MailflowTlsFakes', 'MailflowTlsFakes', 'MailflowTlsFakes']);
  });

  test('the operating system, in the types of CIM', async () => {
    await host.describe({
      operatingSystem: { BuildNumber: '17763', LastBootUpTime: '2026-11-01T08:00:00Z' },
    });
    expect(
      await ask(`
        $system = Get-CimInstance -ClassName Win32_OperatingSystem
        $system.BuildNumber, $system.Caption, $system.CSName, $system.ProductType.GetType().Name
        $system.LastBootUpTime.GetType().Name, $system.LastBootUpTime.Kind.ToString(), $system.LastBootUpTime.ToUniversalTime().ToString('s')
        (Get-CimInstance Win32_ComputerSystem).Domain
        (Get-CimInstance -Query "SELECT Caption FROM Win32_OperatingSystem WHERE BuildNumber = '17763' AND OSType = 18").CSName
        @(Get-CimInstance Win32_OperatingSystem -Filter "BuildNumber LIKE '14%'").Count`),
    ).toEqual([
      '17763',
      'Microsoft Windows Server 2016 Standard',
      'EX01',
      'UInt32',
      'DateTime',
      'Local',
      '2026-11-01T08:00:00',
      'contoso.local',
      'EX01',
      0,
    ]);
  });

  test('classes: described ones exist, unknown ones and namespaces fail with the codes of Windows', async () => {
    await host.describe({
      cim: { 'root\\cimv2': { Win32_Thing: [{ Name: 'a', Size: 1 }] }, 'ROOT/other': { Thing: [] } },
    });
    expect(
      await ask(`
        (Get-CimInstance Win32_Thing).Size
        @(Get-CimInstance -Namespace root/other -ClassName Thing).Count
        ${FAILURE('Get-CimInstance -Namespace root\\ccm -ClassName CCM_Any')}
        ${FAILURE('Get-CimInstance Win32_Nothing')}`),
    ).toEqual([
      1,
      0,
      'HRESULT 0x8004100e',
      '8004100e',
      'MetadataError',
      'HRESULT 0x80041010',
      '80041010',
      'MetadataError',
    ]);
  });

  test('updates: dates as Windows has them, missing and unreadable ones too', async () => {
    await host.describe({
      hotFixes: [
        { HotFixID: 'KB1', InstalledOn: '9/12/2026' },
        { HotFixID: 'KB2', InstalledOn: null },
        { HotFixID: 'KB3', InstalledOn: '31/12/2026' },
      ],
    });
    expect(
      await ask(`
        Get-HotFix | ForEach-Object HotFixID
        (Get-HotFix -Id KB1).InstalledOn.ToString('s')
        $null -eq (Get-HotFix -Id KB2).InstalledOn
        $null -eq (Get-HotFix -Id KB3).InstalledOn
        Get-CimInstance Win32_QuickFixEngineering | ForEach-Object InstalledOn
        ${FAILURE('Get-HotFix -Id KB9')}`),
    ).toEqual([
      ...['KB1', 'KB2', 'KB3', '2026-09-12T00:00:00', true, true, '9/12/2026', null, '31/12/2026'],
      ...['GetHotFixNoEntriesFound', '80070057', 'ObjectNotFound'],
    ]);
  });

  test('suites and curves', async () => {
    await host.describe({
      cipherSuites: ['TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384', { Name: 'TLS_OTHER', CipherSuite: 7 }],
    });
    expect(
      await ask(`
        Get-TlsCipherSuite | ForEach-Object { $_.Name; $_.CipherSuite; $_.Protocols.GetType().Name }
        (Get-TlsCipherSuite -Name other).CipherLength
        Get-TlsEccCurve`),
    ).toEqual([
      ...['TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384', 49200, 'List`1', 'TLS_OTHER', 7, 'List`1', 256],
      ...['curve25519', 'NistP256', 'NistP384'],
    ]);
  });

  test('Windows before Server 2016 has no module for suites', async () => {
    await using old = await createHost();
    await old.describe({ tlsModule: 'absent' });
    const result = await old.runPowerShell(`
      $null -eq (Get-Command Get-TlsCipherSuite -ErrorAction SilentlyContinue)
      try { Get-TlsCipherSuite } catch { $_.FullyQualifiedErrorId }
      (Get-CimInstance Win32_OperatingSystem).CSName`);
    expect(result.stdout).toBe('True\r\nCommandNotFoundException\r\nEX01\r\n');
  });

  test('events: filters, order, data by position and by name, and the failures of Windows', async () => {
    await host.describe({
      operatingSystem: { LastBootUpTime: '2026-11-01T08:00:00Z' },
      events: [
        { Id: 36874, TimeCreated: '2026-11-02T08:00:00Z', data: { Protocol: 'TLS 1.2' } },
        {
          Id: 36887,
          TimeCreated: '2026-11-03T08:00:00Z',
          data: ['40'],
          LogName: 'System',
          Message: 'Es wurde <eine> Warnung empfangen',
        },
        { Id: 2015, ProviderName: 'MSExchangeTransport', LogName: 'Application', ProviderId: null },
      ],
    });
    expect(
      await ask(`
        $found = Get-WinEvent -FilterHashtable @{ LogName = 'System'; ProviderName = 'Schannel'; Id = 36874, 36887; StartTime = [DateTime]'2026-11-01' }
        $found | ForEach-Object { $_.Id; $_.Properties[0].Value }
        ([xml]$found[1].ToXml()).Event.EventData.Data.Name
        ([xml]$found[0].ToXml()).Event.EventData.Data
        (Get-WinEvent -FilterHashtable @{ LogName = 'System'; ProviderName = 'Microsoft-Windows-Kernel-General'; Id = 12 }).TimeCreated.ToUniversalTime().ToString('s')
        @(Get-WinEvent -LogName System -MaxEvents 1 -Oldest)[0].Id
        (Get-WinEvent -ListLog Application).IsEnabled
        ${FAILURE("Get-WinEvent -FilterHashtable @{ LogName = 'System'; Id = 1 }")}
        ${FAILURE("Get-WinEvent -FilterHashtable @{ LogName = 'Nowhere' }")}
        ${FAILURE("Get-WinEvent -FilterHashtable @{ ProviderName = 'Nobody' }")}`),
    ).toEqual([
      ...[36887, '40', 36874, 'TLS 1.2', 'Protocol', '40', '2026-11-01T08:00:00', 12, true],
      ...['NoMatchingEventsFound', '80131500', 'ObjectNotFound'],
      ...['NoMatchingLogsFound', '80131500', 'ObjectNotFound'],
      ...['NoMatchingProvidersFound', '80131500', 'ObjectNotFound'],
    ]);
  });

  test('an error heeds the preference of its caller, as one of a cmdlet does', async () => {
    expect(
      await ask(`
        function probe { $ErrorActionPreference = 'Stop'; try { Get-HotFix -Id KB9; 'went on' } catch { 'caught' } }
        probe
        $ErrorActionPreference = 'SilentlyContinue'; Get-HotFix -Id KB9; 'silent'
        Get-HotFix -Id KB9 -ErrorAction Ignore; $Error.Count`),
    ).toEqual(['caught', 'silent', 2]);
  });
});
