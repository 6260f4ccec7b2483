// Reads hosts of the bench with the whole program: Windows Node, node-powershell, real PowerShell, real registry.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { findKey, findValue, type HostFacts, type SectionName, sectionNames } from '@mailflow-tls/core';
import {
  benchReady,
  createHost,
  type ExchangeInstallation,
  makeCertificate,
  type WindowsHost,
} from '@mailflow-tls/windows-bench';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleForTest, check } from './windows.ts';

const bench = await benchReady('the probes on Windows hosts');
const minutes = 60_000;

/** The data of a section; the test fails with its reason when it was not read. */
function read<N extends SectionName>(facts: HostFacts, name: N) {
  const section = facts.sections[name];
  if (section.status !== 'read')
    throw new Error(`${name}: ${section.reason} ${section.code} ${section.detail}`);
  // The compiler cannot tie the data to the name across the union of sections.
  return section as Extract<HostFacts['sections'][N], { status: 'read' }>;
}

const schannel = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL';
const windowsNt = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';
const control = 'HKLM\\SYSTEM\\CurrentControlSet\\Control';

describe.runIf(bench)('a host', () => {
  let program: string;
  beforeAll(() => {
    program = bundleForTest('src/main.ts');
  });

  describe('as set-up leaves it', () => {
    let host: WindowsHost;
    let facts: HostFacts;
    beforeAll(async () => {
      host = await createHost({ computerName: 'APP07', domain: 'fabrikam.example' });
      await host.describe({ operatingSystem: { LastBootUpTime: '2026-11-01T08:00:00Z' } });
      ({ facts } = await check(host, program));
    }, 4 * minutes);
    afterAll(() => host.dispose());

    test('is read in all sections but those of Exchange', () => {
      const unread = sectionNames.filter((name) => facts.sections[name].status !== 'read');
      expect(unread).toEqual(['connectors', 'queues', 'mailLogs']);
      for (const name of unread)
        expect(facts.sections[name]).toMatchObject({ reason: 'notPresent', code: 'noExchange' });
      expect(read(facts, 'exchange').data).toMatchObject({ installation: 'none', roles: [], build: null });
      expect(read(facts, 'certificates').gaps).toEqual([
        { what: 'exchangeServices', reason: 'notPresent', code: 'noExchange' },
      ]);
      const gaps = sectionNames.flatMap((name) =>
        name === 'certificates' || facts.sections[name].status !== 'read' ? [] : read(facts, name).gaps,
      );
      expect(gaps).toEqual([]);
    });

    test('says who it is and what read it', () => {
      expect(facts.host).toEqual({ name: 'APP07', domain: 'fabrikam.example' });
      expect(facts.gatherer.powershell).toMatchObject({
        executable: host.powershell,
        languageMode: 'FullLanguage',
        is64Bit: true,
        elevated: true,
      });
      expect(read(facts, 'os').data).toMatchObject({
        version: '10.0',
        architecture: 'x64',
        language: 'en-US',
        bootTime: '2026-11-01T08:00:00.000Z',
      });
      const clock = Date.parse(read(facts, 'os').data.clock.utc);
      expect(Math.abs(clock - Date.parse(facts.gatheredAt))).toBeLessThan(2 * minutes);
    });

    test('has each key with the time at which it was written', () => {
      const { root, protocols } = read(facts, 'schannel').data;
      expect(root?.path).toBe(schannel);
      expect(
        findValue(findKey(protocols, `${schannel}\\Protocols\\SSL 2.0\\Client`), 'DisabledByDefault'),
      ).toEqual({
        name: 'DisabledByDefault',
        kind: 'REG_DWORD',
        data: 1,
      });
      for (const key of protocols)
        expect(key.lastWriteTime).toMatch(/^2\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    });
  });

  describe('with a history', () => {
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
        [ciphers, hashes, keyExchangeAlgorithms].map((keys) =>
          keys.map(({ path }) => path.split('\\').at(-1)),
        ),
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

  describe('with Exchange', () => {
    let host: WindowsHost;
    let facts: HostFacts;
    const ca = makeCertificate({ subject: 'CN=Contoso CA, O=Contoso, C=US', authority: true });
    const mail = makeCertificate({
      subject: 'CN=mail.contoso.com, O=Contoso <b>$(x)',
      issuer: ca,
      dnsNames: ['mail.contoso.com', '*.contoso.com'],
    });
    const lost = makeCertificate({ subject: 'CN=lost.contoso.com', keySize: 1024, hash: 'sha1' });
    const orphan = makeCertificate({ subject: 'CN=orphan.contoso.com', issuer: ca });

    beforeAll(async () => {
      host = await createHost();
      await host.installExchange({ product: '2019', build: '15.2.1748.24', roles: ['Mailbox'] });
      await host.addCertificate(ca, 'Root', { privateKey: 'none' });
      await host.addCertificate(mail, 'My');
      await host.addCertificate(lost, 'My', { privateKey: 'lost' });
      await host.addCertificate(orphan, 'My', { privateKey: 'none' });
      await host.setRegistry({
        'HKLM\\SOFTWARE\\Microsoft\\Updates\\Exchange 2019\\SP0\\KB5049233': {
          PackageName: 'Security Update for Exchange Server 2019 Cumulative Update 15 (KB5049233)',
          InstalledDate: '11/28/2024',
          InstalledBy: 'CONTOSO\\avi.cohen',
        },
      });
      await host.describe({
        exchange: {
          sendConnectors: [
            {
              Name: 'Outbound to Office 365 – דואר $(calc) avi.cohen@contoso.com',
              AddressSpaces: ['smtp:contoso.mail.onmicrosoft.com;1', 'SMTP:*;10'],
              SmartHosts: ['contoso-com.mail.protection.outlook.com', '[192.0.2.1]'],
              RequireTLS: true,
              TlsAuthLevel: 'DomainValidation',
              TlsDomain: 'mail.protection.outlook.com',
              TlsCertificateName: '<I>CN=Contoso CA<S>CN=mail.contoso.com, E=admin@contoso.com',
              CloudServicesMailEnabled: true,
              SourceTransportServers: ['EX01', 'EX02'],
              Fqdn: 'mail.contoso.com',
              ProtocolLoggingLevel: 'Verbose',
            },
            { Name: 'Other', SourceTransportServers: ['EX02'], Enabled: false, RequireTLS: false },
          ],
          certificates: [{ Thumbprint: mail.thumbprint, Services: 'IMAP, IIS, SMTP' }],
          hybrid: {
            Domains: ['contoso.com', 'autod:fabrikam.com'],
            Features: ['SecureMail', 'FreeBusy'],
            ReceivingTransportServers: ['EX01'],
            TlsCertificateName: '<I>CN=Contoso CA<S>CN=mail.contoso.com',
            ServiceInstance: 1,
          },
          acceptedDomains: [{ DomainName: 'contoso.com', DomainType: 'Authoritative' }],
          edgeSubscriptions: [{ Name: 'EDGE01', Site: 'contoso.local/Configuration/Sites/Main' }],
        },
      });
      ({ facts } = await check(host, program));
    }, 4 * minutes);
    afterAll(() => host.dispose());

    test('tells version, roles, services and updates', () => {
      const { data } = read(facts, 'exchange');
      expect(data).toMatchObject({
        installation: 'server',
        build: '15.2.1748.24',
        updates: [
          {
            name: 'Security Update for Exchange Server 2019 Cumulative Update 15 (KB5049233)',
            installedOn: '2024-11-28',
            source: 'HKLM\\SOFTWARE\\Microsoft\\Updates\\Exchange 2019\\SP0\\KB5049233',
          },
        ],
      });
      expect(data.roles).toEqual(expect.arrayContaining(['mailbox', 'hubTransport', 'frontendTransport']));
      expect(data.services).toContainEqual({ name: 'MSExchangeTransport', status: 'Running' });
    });

    test('tells its connectors in plain values', () => {
      const { data, gaps } = read(facts, 'connectors');
      expect(gaps).toEqual([]);
      expect(data.send).toHaveLength(2);
      expect(data.send[0]).toEqual({
        name: 'Outbound to Office 365 – דואר $(calc) *@contoso.com',
        enabled: true,
        addressSpaces: ['smtp:contoso.mail.onmicrosoft.com;1', 'SMTP:*;10'],
        smartHosts: ['contoso-com.mail.protection.outlook.com', '[192.0.2.1]'],
        dnsRouting: false,
        port: 25,
        fqdn: 'mail.contoso.com',
        requireTls: true,
        ignoreStartTls: false,
        tlsAuthLevel: 'DomainValidation',
        tlsDomain: 'mail.protection.outlook.com',
        tlsCertificateName: '<I>CN=Contoso CA<S>CN=mail.contoso.com, E=*@contoso.com',
        cloudServicesMailEnabled: true,
        frontendProxyEnabled: false,
        protocolLogging: 'Verbose',
        sourceTransportServers: ['EX01', 'EX02'],
        usedByThisHost: true,
      });
      expect(data.send[1]).toMatchObject({ enabled: false, usedByThisHost: false, tlsAuthLevel: null });
      expect(data.receive).toHaveLength(5);
      expect(data.receive.find(({ name }) => name === 'Default Frontend EX01')).toMatchObject({
        transportRole: 'FrontendTransport',
        bindings: ['[::]:25', '0.0.0.0:25'],
        permissionGroups: ['AnonymousUsers', 'ExchangeServers', 'ExchangeLegacyServers'],
        requireTls: false,
      });
      expect(data.transport.map(({ source }) => source)).toEqual([
        'Get-TransportService',
        'Get-MailboxTransportService',
        'Get-FrontendTransportService',
      ]);
      expect(data.hybrid).toMatchObject({
        domains: ['contoso.com', 'autod:fabrikam.com'],
        features: ['SecureMail', 'FreeBusy'],
        receivingTransportServers: ['EX01'],
        serviceInstance: 1,
      });
      expect(data.acceptedDomains).toEqual([{ name: 'contoso.com', type: 'Authoritative' }]);
      expect(data.edgeSubscriptions).toEqual([
        { name: 'EDGE01', site: 'contoso.local/Configuration/Sites/Main' },
      ]);
    });

    test('tells its certificates, their keys and what Exchange does with them', () => {
      const { personal, roots, exchangeServices } = read(facts, 'certificates').data;
      const find = (thumbprint: string) => personal.find((one) => one.thumbprint === thumbprint);
      expect(find(mail.thumbprint)).toMatchObject({
        store: 'Cert:\\LocalMachine\\My',
        issuer: ca.subject,
        subject: 'CN=mail.contoso.com, O="Contoso <b>$(x)"',
        names: ['mail.contoso.com', '*.contoso.com'],
        signatureAlgorithm: '1.2.840.113549.1.1.11',
        keyAlgorithm: 'RSA',
        keySize: 2048,
        hasPrivateKey: true,
        privateKeyUsable: true,
        chain: { valid: true, problems: [] },
      });
      expect(find(lost.thumbprint)).toMatchObject({
        signatureAlgorithm: '1.2.840.113549.1.1.5',
        keySize: 1024,
        names: ['lost.contoso.com'],
        hasPrivateKey: true,
        privateKeyUsable: false,
        chain: { valid: false, problems: ['UntrustedRoot'] },
      });
      expect(find(orphan.thumbprint)).toMatchObject({ hasPrivateKey: false, privateKeyUsable: false });
      expect(roots.map(({ subject: name, store }) => [store, name.split(',')[0]])).toEqual([
        ['Cert:\\LocalMachine\\Root', 'CN=DigiCert Global Root G2'],
      ]);
      expect(exchangeServices?.certificates).toContainEqual({
        thumbprint: mail.thumbprint,
        services: ['IMAP', 'IIS', 'SMTP'],
      });
    });

    test('lets no person out', () => {
      expect(JSON.stringify(facts)).not.toMatch(/avi\.cohen|admin@/i);
    });

    test('tells what its account may not see, and reads the rest', { timeout: 4 * minutes }, async () => {
      await host.describe({
        exchange: { hiddenCmdlets: ['Get-HybridConfiguration', 'Get-ExchangeCertificate'] },
        behaviours: {
          'Get-SendConnector': {
            throw: {
              message: 'גישה נדחתה avi.cohen@contoso.com',
              exception: 'System.UnauthorizedAccessException',
            },
          },
        },
      });
      const { facts: later } = await check(host, program);
      const { data, gaps } = read(later, 'connectors');
      expect(gaps.map(({ what, reason, code }) => [what, reason, code])).toEqual([
        ['send', 'denied', '0x80070005'],
        ['hybrid', 'denied', 'cmdletNotFound'],
      ]);
      expect(gaps[0]?.detail).toContain('גישה נדחתה *@contoso.com');
      expect(data.receive).toHaveLength(5);
      expect(read(later, 'certificates').gaps).toMatchObject([
        { what: 'exchangeServices', reason: 'denied', code: 'cmdletNotFound' },
      ]);
    });

    test('is asked by remoting where no snap-in loads, and says so where nothing does', {
      timeout: 4 * minutes,
    }, async () => {
      await host.describe({ exchange: { snapIns: [], hiddenCmdlets: [] }, behaviours: {} });
      const { facts: remote } = await check(host, program);
      expect(read(remote, 'connectors').data).toMatchObject({ source: 'remoting' });
      expect(read(remote, 'connectors').data.receive).toHaveLength(5);
      await host.describe({ exchange: { hiddenCmdlets: ['Get-SendConnector'] } });
      const { facts: none } = await check(host, program);
      expect(none.sections.connectors).toMatchObject({
        status: 'unread',
        reason: 'denied',
        code: '0x80070005',
      });
    });
  });

  describe('with another installation of Exchange', () => {
    async function factsOf(installation: ExchangeInstallation): Promise<HostFacts> {
      await using host = await createHost();
      await host.installExchange(installation);
      return (await check(host, program)).facts;
    }

    test('an Edge server is asked for what it has', { timeout: 4 * minutes }, async () => {
      const facts = await factsOf({ product: '2019', build: '15.2.1748.24', roles: ['Edge'] });
      expect(read(facts, 'exchange').data).toMatchObject({ installation: 'server', roles: ['edge'] });
      const { data, gaps } = read(facts, 'connectors');
      expect(data.receive.length).toBeGreaterThan(0);
      expect(data.transport.map(({ source }) => source)).toEqual(['Get-TransportService']);
      expect(gaps.map(({ what, code }) => [what, code])).toEqual([
        ['hybrid', 'edgeRole'],
        ['edgeSubscriptions', 'edgeRole'],
      ]);
      expect(read(facts, 'certificates').gaps).toEqual([]);
    });

    test('Exchange 2010 by the cmdlets of its time', { timeout: 4 * minutes }, async () => {
      const roles = ['Mailbox', 'ClientAccess', 'HubTransport'] as const;
      const facts = await factsOf({ product: '2010', build: '14.3.513.0', roles });
      expect(read(facts, 'exchange').data).toMatchObject({
        installation: 'server',
        build: '14.3.513.0',
        roles: ['mailbox', 'clientAccess', 'hubTransport'],
        sources: { installation: 'HKLM\\SOFTWARE\\Microsoft\\ExchangeServer\\v14\\Setup' },
      });
      const { data } = read(facts, 'connectors');
      expect(data.source).toBe('Microsoft.Exchange.Management.PowerShell.E2010');
      expect(data.transport.map(({ source }) => source)).toEqual(['Get-TransportServer']);
      expect(data.receive[0]).toMatchObject({ transportRole: null, tlsCertificateName: null });
    });

    test('management tools alone are no server and are not asked', { timeout: 4 * minutes }, async () => {
      const facts = await factsOf({ product: '2019', build: '15.2.1748.24', roles: ['AdminTools'] });
      expect(read(facts, 'exchange').data).toMatchObject({ installation: 'managementTools', roles: [] });
      expect(facts.sections.connectors).toMatchObject({ reason: 'notPresent', code: 'managementToolsOnly' });
    });
  });
});
