// Reads a host whose registry, updates and mail software have a history, with the whole program.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { findKey, findValue, type HostFacts } from '@mailflow-tls/core';
import { benchReady, createHost, type WindowsHost } from '@mailflow-tls/windows-bench';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleForTest, check, read } from './windows.ts';

const bench = await benchReady('the probes on a Windows host with a history');
const minutes = 60_000;
const schannel = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL';
const windowsNt = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';
const control = 'HKLM\\SYSTEM\\CurrentControlSet\\Control';

describe.runIf(bench)('a host with a history', () => {
  let program: string;
  beforeAll(() => {
    program = bundleForTest('src/main.ts');
  });

  let host: WindowsHost;
  let facts: HostFacts;
  const bidi = 'TLS 1.2\u202e\u05d0';
  const proxy = Buffer.concat(
    [0x28, 0, 3].map(dword).concat([text('proxy.contoso.com:8080'), text('<local>;*.contoso.com')]),
  );

  function dword(value: number): Buffer {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value);
    return bytes;
  }
  function text(value: string): Buffer {
    return Buffer.concat([dword(value.length), Buffer.from(value)]);
  }

  beforeAll(async () => {
    host = await createHost();
    await host.setRegistry({
      [windowsNt]: {
        ProductName: 'Windows Server 2012 R2 Standard',
        CurrentVersion: '6.3',
        CurrentMajorVersionNumber: null,
        CurrentMinorVersionNumber: null,
        CurrentBuild: '9600',
        CurrentBuildNumber: '9600',
        UBR: 21_563,
        InstallationType: 'Server Core',
      },
      [`${control}\\Windows`]: { CSDVersion: 0x100 },
      [`${control}\\ProductOptions`]: { ProductType: 'LanmanNT' },
      [`${control}\\Nls\\Language`]: { InstallLanguage: '040D' },
      [schannel]: { EventLogging: 7, AllowInsecureRenegoClients: 0 },
      [`${schannel}\\Protocols\\TLS 1.2\\Client`]: { Enabled: 0xffffffff, DisabledByDefault: '0' },
      [`${schannel}\\Protocols\\TLS 1.2\\Server `]: { 'Enabled ': 1 },
      [`${schannel}\\Protocols\\${bidi}\\לקוח`]: {
        'זמין\u2019"': { kind: 'REG_QWORD', data: 0xffff_ffff_ffff_ffffn },
        '': 'default',
        binary: { kind: 'REG_BINARY', data: Uint8Array.of(0, 255) },
        list: ['$(whoami)', '<script>'],
        expand: { kind: 'REG_EXPAND_SZ', data: '%SystemRoot%\\x' },
        long: 'x'.repeat(20_000),
        none: { kind: 'REG_NONE', data: Uint8Array.of(1) },
      },
      [`${schannel}\\Ciphers\\RC4 128/128`]: { Enabled: 0 },
      [`${schannel}\\Hashes\\MD5`]: {},
      [`${schannel}\\KeyExchangeAlgorithms\\Diffie-Hellman`]: { ServerMinKeyBitLength: 2048 },
      'HKLM\\SOFTWARE\\Policies\\Microsoft\\Cryptography\\Configuration\\SSL\\00010002': {
        Functions: 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384_P384',
      },
      'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa\\FipsAlgorithmPolicy': { Enabled: 1 },
      'HKLM\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319': { SchUseStrongCrypto: 1, Other: 5 },
      'HKLM\\SOFTWARE\\Wow6432Node\\Microsoft\\.NETFramework\\v4.0.30319': { SystemDefaultTlsVersions: 1 },
      'HKLM\\SOFTWARE\\Microsoft\\NET Framework Setup\\NDP\\v4\\Full': {
        Release: 528_049,
        TargetVersion: '4',
      },
      'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\WinHttp': {
        DefaultSecureProtocols: 0xa80,
      },
      'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\Connections': {
        WinHttpSettings: { kind: 'REG_BINARY', data: proxy },
      },
      'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootPending': {},
      'HKLM\\SOFTWARE\\Microsoft\\Updates': { UpdateExeVolatile: 0 },
      'HKLM\\SOFTWARE\\Microsoft\\Updates\\UpdateExeVolatile': { Flags: 2 },
      [`${control}\\Session Manager`]: {
        PendingFileRenameOperations: [
          '\\??\\C:\\Users\\avi.cohen\\AppData\\Local\\Temp\\a.tmp',
          '',
          '\\??\\C:\\new.dll',
          '\\??\\C:\\old.dll',
        ],
      },
      [`${control}\\ComputerName\\ComputerName`]: { ComputerName: 'EX02' },
      'HKLM\\SOFTWARE\\Policies\\Microsoft\\SystemCertificates\\AuthRoot': { DisableRootAutoUpdate: 1 },
      'HKLM\\SYSTEM\\CurrentControlSet\\Services\\MailService': {
        ImagePath: 'C:\\Program Files (x86)\\SmarterTools\\SmarterMail\\Service\\MailService.exe',
      },
    });
    await host.describe({
      tlsModule: 'absent',
      hotFixes: [
        { HotFixID: 'KB5034770', InstalledOn: '9/12/2025', Description: 'Security Update' },
        { HotFixID: 'KB2', InstalledOn: null },
      ],
    });
    await host.addService({ name: 'SMTPSVC', running: true });
    await host.addService({ name: 'Lotus Domino Server (C_Domino_Data)', running: false });
    const metabase = host.toLocalPath('C:\\windows\\system32\\inetsrv\\MetaBase.xml');
    mkdirSync(dirname(metabase), { recursive: true });
    writeFileSync(
      metabase,
      `<?xml version="1.0"?><configuration xmlns="urn:microsoft-catalog:XML_Metabase_V64_0"><MBProperty>
        <IIsSmtpService Location="/LM/SMTPSVC" RouteAction="4" RemoteSmtpPort="25" LogType="0"/>
        <IIsSmtpServer Location="/LM/SMTPSVC/1" SmartHost="contoso-com.mail.protection.outlook.com" LogType="1"
          AccessSSLFlags="AccessSSL | AccessNegotiateCert"/>
        <IIsSmtpServer Location="/LM/SMTPSVC/2" RouteAction="0" RemoteSmtpPort="587"/>
        <IIsSmtpDomain Location="/LM/SMTPSVC/1/Domain/x" RouteAction="16"/></MBProperty></configuration>`,
    );
    ({ facts } = await check(host, program));
  }, 4 * minutes);
  afterAll(() => host.dispose());

  test('tells its Windows from the registry, without translated texts', () => {
    expect(read(facts, 'os').data).toMatchObject({
      productName: 'Windows Server 2012 R2 Standard',
      version: '6.3',
      build: 9600,
      revision: 21_563,
      servicePack: 1,
      productType: 'domainController',
      serverCore: true,
      language: 'he-IL',
      sources: { version: `${windowsNt}\\CurrentVersion`, servicePack: `${control}\\Windows\\CSDVersion` },
    });
  });

  test('shows every Schannel key and value as it is stored', () => {
    const { root, protocols, ciphers, hashes, keyExchangeAlgorithms } = read(facts, 'schannel').data;
    const value = (path: string, name: string) =>
      findValue(findKey(protocols, `${schannel}\\Protocols\\${path}`), name);
    expect(findValue(root, 'EventLogging')?.data).toBe(7);
    expect(value('TLS 1.2\\Client', 'Enabled')).toMatchObject({ kind: 'REG_DWORD', data: 4_294_967_295 });
    expect(value('TLS 1.2\\Client', 'DisabledByDefault')).toMatchObject({ kind: 'REG_SZ', data: '0' });
    expect(value('TLS 1.2\\Server ', 'Enabled ')?.data).toBe(1);
    const ghost = `${bidi}\\לקוח`;
    expect(value(ghost, 'זמין\u2019"')).toMatchObject({ kind: 'REG_QWORD', data: '18446744073709551615' });
    expect(value(ghost, '')).toMatchObject({ kind: 'REG_SZ', data: 'default' });
    expect(value(ghost, 'binary')).toMatchObject({ kind: 'REG_BINARY', data: '00FF' });
    expect(value(ghost, 'list')).toMatchObject({ kind: 'REG_MULTI_SZ', data: ['$(whoami)', '<script>'] });
    expect(value(ghost, 'expand')).toMatchObject({ kind: 'REG_EXPAND_SZ', data: '%SystemRoot%\\x' });
    expect(value(ghost, 'none')).toMatchObject({ kind: 'REG_NONE', data: '01' });
    expect(value(ghost, 'long')?.data).toHaveLength(16_384);
    expect(read(facts, 'schannel').gaps).toEqual([
      { what: `${schannel}\\Protocols\\${ghost}\\long`, reason: 'failed', code: 'tooLong' },
    ]);
    expect(
      [ciphers, hashes, keyExchangeAlgorithms].map((keys) => keys.map(({ path }) => path.split('\\').at(-1))),
    ).toEqual([
      ['Ciphers', 'RC4 128/128'],
      ['Hashes', 'MD5'],
      ['KeyExchangeAlgorithms', 'Diffie-Hellman'],
    ]);
    const paths = protocols.map(({ path }) => path);
    for (const path of paths.slice(1)) {
      expect(paths.indexOf(path.slice(0, path.lastIndexOf('\\')))).toBeLessThan(paths.indexOf(path));
    }
  });

  test('says what it has no command for, and reads the lists', () => {
    const { data, gaps } = read(facts, 'ciphers');
    expect(data).toMatchObject({ suites: null, curves: null, local: null });
    expect(findValue(data.policy, 'Functions')?.data).toBe('TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384_P384');
    expect(findValue(data.fips, 'Enabled')?.data).toBe(1);
    expect(gaps.map(({ what, reason, code }) => [what, reason, code])).toEqual([
      ['suites', 'notSupported', 'commandNotFound'],
      ['curves', 'notSupported', 'commandNotFound'],
    ]);
  });

  test('carries of .NET and WinHTTP only what matters, from both views', () => {
    const { keys } = read(facts, 'dotnet').data;
    expect(keys.map(({ path, values }) => [path, values.map(({ name, data }) => [name, data])])).toEqual([
      ['HKLM\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319', [['SchUseStrongCrypto', 1]]],
      [
        'HKLM\\SOFTWARE\\Wow6432Node\\Microsoft\\.NETFramework\\v4.0.30319',
        [['SystemDefaultTlsVersions', 1]],
      ],
      ['HKLM\\SOFTWARE\\Microsoft\\NET Framework Setup\\NDP\\v4\\Full', [['Release', 528_049]]],
    ]);
    const winhttp = read(facts, 'winhttp').data;
    expect(winhttp.keys.map(({ values }) => values)).toEqual([
      [{ name: 'DefaultSecureProtocols', kind: 'REG_DWORD', data: 0xa80 }],
    ]);
    expect(winhttp.proxy).toMatchObject({
      server: 'proxy.contoso.com:8080',
      bypass: '<local>;*.contoso.com',
    });
  });

  test('names who wants a restart, and no person', () => {
    expect(read(facts, 'restart').data.pending).toEqual([
      {
        origin: 'componentBasedServicing',
        source:
          'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootPending',
        detail: [],
      },
      {
        origin: 'fileRename',
        source: `${control}\\Session Manager\\PendingFileRenameOperations`,
        detail: ['C:\\Users\\*\\AppData\\Local\\Temp\\a.tmp', 'C:\\new.dll -> C:\\old.dll'],
      },
      {
        origin: 'updateExe',
        source: 'HKLM\\SOFTWARE\\Microsoft\\Updates\\UpdateExeVolatile\\Flags',
        detail: [],
      },
      {
        origin: 'computerRename',
        source: `${control}\\ComputerName\\ComputerName\\ComputerName`,
        detail: ['EX01 -> EX02'],
      },
    ]);
  });

  test('reads the SMTP service of IIS and other mail software', () => {
    const { data, gaps } = read(facts, 'senders');
    expect(data.iisSmtp).toMatchObject({
      status: 'Running',
      source: 'C:\\windows\\system32\\inetsrv\\MetaBase.xml',
    });
    expect(data.iisSmtp?.servers.map(({ source: _, ...server }) => server)).toEqual([
      {
        id: '1',
        smartHost: 'contoso-com.mail.protection.outlook.com',
        outboundTls: true,
        inboundTlsRequired: true,
        remotePort: 25,
        logging: true,
      },
      {
        id: '2',
        smartHost: null,
        outboundTls: false,
        inboundTlsRequired: false,
        remotePort: 587,
        logging: false,
      },
    ]);
    expect(data.other.map(({ product, service, status }) => [product, service, status])).toEqual([
      ['SmarterMail', 'MailService', 'Unknown'],
      ['HCL Domino', 'Lotus Domino Server (C_Domino_Data)', 'Stopped'],
    ]);
    expect(gaps.map(({ what }) => what)).toEqual(['other.MailService']);
  });

  test('reads the updates and their dates', () => {
    expect(read(facts, 'updates').data).toEqual({
      source: 'Get-HotFix',
      hotfixes: [
        { id: 'KB5034770', description: 'Security Update', installedOn: '2025-09-12' },
        { id: 'KB2', description: 'Update', installedOn: null },
      ],
    });
  });

  const installed = async (...dates: string[]): Promise<(string | null)[]> => {
    await host.describe({
      hotFixes: dates.map((InstalledOn, index) => ({ HotFixID: `KB${index}`, InstalledOn })),
      behaviours: { 'Get-HotFix': { throw: { message: 'Zugriff verweigert' } } },
    });
    const { facts: later } = await check(host, program);
    expect(read(later, 'updates').data.source).toBe('Win32_QuickFixEngineering');
    return read(later, 'updates').data.hotfixes.map(({ installedOn }) => installedOn);
  };

  test('reads dates in the forms that Windows has written them', { timeout: 4 * minutes }, async () => {
    expect(
      await installed(
        '9/2/2025',
        '01db2f8a3b5c4000',
        '2025-09-12',
        '12.9.2025',
        '20250912',
        '12. September',
        '9/2/2525',
      ),
    ).toEqual(['2025-09-02', '2024-11-05', '2025-09-12', '2025-09-12', '2025-09-12', null, null]);
    // One date that can only be day first tells the order of all.
    expect(await installed('\u200f2/9/2025', '25/9/2025')).toEqual(['2025-09-02', '2025-09-25']);
  });
});
