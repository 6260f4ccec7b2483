// A complete, healthy hybrid host for tests, and small ways to change it.
import type { HostFacts, SectionData, SectionName } from '../src/facts/host-facts.ts';
import type { RegistryKey, RegistryValue } from '../src/facts/registry.ts';
import { protocolsPath, schannelPath } from '../src/facts/schannel.ts';
import type { Gap, Unread } from '../src/facts/section.ts';

export const exampleNow: Date = new Date('2026-11-01T12:00:00.000Z');
const bootTime = '2026-10-20T02:00:00.000Z';
const beforeBoot = '2026-10-19T20:00:00.000Z';
export const afterBoot = '2026-10-30T08:00:00.000Z';

const internalThumbprint = '77AA66BB55CC44DD33EE22FF11009988776655AA';
const exampleThumbprint = 'A1B2C3D4E5F60718293A4B5C6D7E8F9001122334';
const certificateName =
  '<I>CN=DigiCert TLS RSA SHA256 2020 CA1, O=DigiCert Inc, C=US<S>CN=mail.contoso.com, O=Contoso, C=US';

/** A DWORD, a text, a list, or a value with its kind written out. */
export type RawValue = number | string | readonly string[] | Pick<RegistryValue, 'kind' | 'data'>;

export function registryKey(
  path: string,
  values: Readonly<Record<string, RawValue>>,
  lastWriteTime: string | null = beforeBoot,
): RegistryKey {
  return { path, lastWriteTime, values: Object.entries(values).map(([name, raw]) => toValue(name, raw)) };
}

function toValue(name: string, raw: RawValue): RegistryValue {
  if (typeof raw === 'number') return { name, kind: 'REG_DWORD', data: raw };
  if (typeof raw === 'string') return { name, kind: 'REG_SZ', data: raw };
  if ('kind' in raw) return { name, kind: raw.kind, data: raw.data };
  return { name, kind: 'REG_MULTI_SZ', data: [...raw] };
}

/** Keys below `Protocols` from `{'TLS 1.2\\Client': {Enabled: 1}}`. */
export function protocolKeys(
  keys: Readonly<Record<string, Readonly<Record<string, RawValue>>>>,
  lastWriteTime: string | null = beforeBoot,
): RegistryKey[] {
  return Object.entries(keys).map(([name, values]) =>
    registryKey(`${protocolsPath}\\${name}`, values, lastWriteTime),
  );
}

const on = { Enabled: 1, DisabledByDefault: 0 };
const off = { Enabled: 0, DisabledByDefault: 1 };

export function exampleFacts(): HostFacts {
  return {
    schemaVersion: 1,
    id: '019a3c5e-7b00-7000-8000-000000000001',
    gatheredAt: '2026-11-01T11:59:58.000Z',
    gatherer: {
      name: 'mailflow-tls-agent',
      version: '0.1.0',
      powershell: {
        executable: 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe',
        version: '5.1.20348.2849',
        edition: 'Desktop',
        languageMode: 'FullLanguage',
        is64Bit: true,
        elevated: true,
      },
    },
    host: { name: 'EX01', domain: 'contoso.com' },
    sections: {
      os: read({
        productName: 'Windows Server 2022 Standard',
        version: '10.0',
        build: 20348,
        revision: 4294,
        servicePack: null,
        productType: 'server',
        serverCore: false,
        architecture: 'x64',
        language: 'en-US',
        hostName: 'EX01',
        domain: 'contoso.com',
        clock: { utc: '2026-11-01T11:59:58.000Z', timeZone: 'W. Europe Standard Time' },
        bootTime,
        sources: { bootTime: 'Win32_OperatingSystem.LastBootUpTime' },
      }),
      schannel: read({
        root: registryKey(schannelPath, { EventLogging: 1 }),
        protocols: [
          registryKey(protocolsPath, {}),
          ...protocolKeys({
            'TLS 1.0': {},
            'TLS 1.0\\Client': off,
            'TLS 1.0\\Server': off,
            'TLS 1.1': {},
            'TLS 1.1\\Client': off,
            'TLS 1.1\\Server': off,
            'TLS 1.2': {},
            'TLS 1.2\\Client': on,
            'TLS 1.2\\Server': on,
          }),
        ],
        ciphers: [],
        hashes: [],
        keyExchangeAlgorithms: [],
      }),
      ciphers: read({
        suites: {
          source: 'Get-TlsCipherSuite',
          names: [
            'TLS_AES_256_GCM_SHA384',
            'TLS_AES_128_GCM_SHA256',
            'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384',
            'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256',
            'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
            'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
            'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384',
            'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256',
          ],
        },
        curves: { source: 'Get-TlsEccCurve', names: ['curve25519', 'NistP256', 'NistP384'] },
        policy: null,
        local: null,
        fips: registryKey('HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa\\FipsAlgorithmPolicy', {
          Enabled: 0,
        }),
      }),
      dotnet: read({
        keys: [
          registryKey('HKLM\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319', {
            SystemDefaultTlsVersions: 1,
            SchUseStrongCrypto: 1,
          }),
          registryKey('HKLM\\SOFTWARE\\Wow6432Node\\Microsoft\\.NETFramework\\v4.0.30319', {
            SystemDefaultTlsVersions: 1,
            SchUseStrongCrypto: 1,
          }),
          registryKey('HKLM\\SOFTWARE\\Microsoft\\NET Framework Setup\\NDP\\v4\\Full', { Release: 533325 }),
        ],
      }),
      winhttp: read({ keys: [], proxy: null }),
      certificates: read({
        personal: [
          {
            store: 'Cert:\\LocalMachine\\My',
            thumbprint: exampleThumbprint,
            subject: 'CN=mail.contoso.com, O=Contoso, C=US',
            issuer: 'CN=DigiCert TLS RSA SHA256 2020 CA1, O=DigiCert Inc, C=US',
            serialNumber: '0A1B2C3D4E5F60718293A4B5C6D7E8F9',
            notBefore: '2026-06-01T00:00:00.000Z',
            notAfter: '2027-06-01T23:59:59.000Z',
            names: ['mail.contoso.com', 'autodiscover.contoso.com'],
            signatureAlgorithm: '1.2.840.113549.1.1.11',
            keyAlgorithm: 'RSA',
            keySize: 2048,
            extendedKeyUsage: ['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2'],
            hasPrivateKey: true,
            privateKeyUsable: true,
            chain: { valid: true, problems: [] },
          },
          {
            store: 'Cert:\\LocalMachine\\My',
            thumbprint: internalThumbprint,
            subject: 'CN=EX01',
            issuer: 'CN=EX01',
            serialNumber: '5A0C31D27E5F0B9D4C8E2F7A61B3D0E4',
            notBefore: '2025-07-10T08:00:00.000Z',
            notAfter: '2030-07-10T08:00:00.000Z',
            names: ['EX01', 'EX01.contoso.com'],
            signatureAlgorithm: '1.2.840.113549.1.1.11',
            keyAlgorithm: 'RSA',
            keySize: 2048,
            extendedKeyUsage: ['1.3.6.1.5.5.7.3.1'],
            hasPrivateKey: true,
            privateKeyUsable: true,
            chain: { valid: true, problems: [] },
          },
        ],
        roots: [
          {
            store: 'Cert:\\LocalMachine\\Root',
            thumbprint: 'DF3C24F9BFD666761B268073FE06D1CC8D4F82A4',
            subject: 'CN=DigiCert Global Root G2, OU=www.digicert.com, O=DigiCert Inc, C=US',
            issuer: 'CN=DigiCert Global Root G2, OU=www.digicert.com, O=DigiCert Inc, C=US',
            serialNumber: '033AF1E6A711A9A0BB2864B11D09FAE5',
            notBefore: '2013-08-01T12:00:00.000Z',
            notAfter: '2038-01-15T12:00:00.000Z',
            names: ['DigiCert Global Root G2'],
            signatureAlgorithm: '1.2.840.113549.1.1.11',
            keyAlgorithm: 'RSA',
            keySize: 2048,
            extendedKeyUsage: [],
          },
        ],
        rootAutoUpdate: null,
        exchangeServices: {
          source: 'Get-ExchangeCertificate',
          certificates: [
            { thumbprint: exampleThumbprint, services: ['IIS', 'SMTP'] },
            { thumbprint: internalThumbprint, services: ['SMTP'] },
          ],
        },
      }),
      exchange: read({
        installation: 'server',
        roles: ['mailbox', 'frontendTransport', 'hubTransport', 'clientAccess'],
        build: '15.2.2562.53',
        installPath: 'C:\\Program Files\\Microsoft\\Exchange Server\\V15\\',
        setupKeys: [
          registryKey('HKLM\\SOFTWARE\\Microsoft\\ExchangeServer\\v15\\Setup', {
            MsiInstallPath: 'C:\\Program Files\\Microsoft\\Exchange Server\\V15\\',
            MsiProductMajor: 15,
            MsiProductMinor: 2,
          }),
        ],
        services: [
          { name: 'MSExchangeTransport', status: 'Running' },
          { name: 'MSExchangeFrontEndTransport', status: 'Running' },
        ],
        updates: [],
        sources: { build: 'C:\\Program Files\\Microsoft\\Exchange Server\\V15\\bin\\ExSetup.exe' },
      }),
      connectors: read({
        source: 'Microsoft.Exchange.Management.PowerShell.SnapIn',
        send: [
          {
            name: 'Outbound to Office 365 - 0f3d5f0e',
            enabled: true,
            addressSpaces: ['smtp:contoso.mail.onmicrosoft.com;1'],
            smartHosts: [],
            dnsRouting: true,
            port: 25,
            fqdn: 'mail.contoso.com',
            requireTls: true,
            ignoreStartTls: false,
            tlsAuthLevel: 'DomainValidation',
            tlsDomain: 'mail.protection.outlook.com',
            tlsCertificateName: certificateName,
            cloudServicesMailEnabled: true,
            frontendProxyEnabled: false,
            protocolLogging: 'Verbose',
            sourceTransportServers: ['EX01'],
            usedByThisHost: true,
          },
        ],
        receive: [
          {
            name: 'EX01\\Default Frontend EX01',
            enabled: true,
            transportRole: 'FrontendTransport',
            bindings: ['[::]:25', '0.0.0.0:25'],
            remoteIpRanges: ['::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', '0.0.0.0-255.255.255.255'],
            authMechanism: ['Tls', 'Integrated', 'BasicAuth', 'BasicAuthRequireTLS', 'ExchangeServer'],
            permissionGroups: ['AnonymousUsers', 'ExchangeServers', 'ExchangeLegacyServers'],
            fqdn: 'EX01.contoso.com',
            requireTls: false,
            tlsCertificateName: certificateName,
            tlsDomainCapabilities: ['mail.protection.outlook.com:AcceptCloudServicesMail'],
            suppressXAnonymousTls: false,
            protocolLogging: 'Verbose',
          },
        ],
        transport: [
          {
            source: 'Get-TransportService',
            sendProtocolLogPath:
              'C:\\Program Files\\Microsoft\\Exchange Server\\V15\\TransportRoles\\Logs\\Hub\\ProtocolLog\\SmtpSend',
            receiveProtocolLogPath:
              'C:\\Program Files\\Microsoft\\Exchange Server\\V15\\TransportRoles\\Logs\\Hub\\ProtocolLog\\SmtpReceive',
            connectivityLogEnabled: true,
            connectivityLogPath:
              'C:\\Program Files\\Microsoft\\Exchange Server\\V15\\TransportRoles\\Logs\\Hub\\Connectivity',
            messageTrackingLogEnabled: true,
            messageTrackingLogPath:
              'C:\\Program Files\\Microsoft\\Exchange Server\\V15\\TransportRoles\\Logs\\MessageTracking',
            intraOrgProtocolLogging: 'None',
            internalTransportCertificate: internalThumbprint,
          },
        ],
        hybrid: {
          domains: ['contoso.com'],
          features: ['FreeBusy', 'SecureMail'],
          onPremisesSmartHost: 'mail.contoso.com',
          sendingTransportServers: ['EX01'],
          receivingTransportServers: ['EX01'],
          edgeTransportServers: [],
          tlsCertificateName: certificateName,
          serviceInstance: 0,
        },
        acceptedDomains: [
          { name: 'contoso.com', type: 'Authoritative' },
          { name: 'contoso.mail.onmicrosoft.com', type: 'InternalRelay' },
        ],
        edgeSubscriptions: [],
      }),
      senders: read({ iisSmtp: null, other: [] }),
      updates: read({
        source: 'Get-HotFix',
        hotfixes: [{ id: 'KB5066782', description: 'Security Update', installedOn: '2026-10-18' }],
      }),
      restart: read({ pending: [] }),
      queues: read({
        source: 'Microsoft.Exchange.Management.PowerShell.SnapIn',
        queues: [],
        total: 3,
        messages: 0,
      }),
      events: read({ since: '2026-10-25T12:00:00.000Z', limit: null, groups: [] }),
      mailLogs: read({
        folders: [
          {
            path: 'C:\\Program Files\\Microsoft\\Exchange Server\\V15\\TransportRoles\\Logs\\Hub\\ProtocolLog\\SmtpSend',
            kind: 'smtpSendLog',
            foundBy: 'settings',
            files: 24,
            bytes: 1_000_000,
            records: 9000,
            unreadable: 0,
            leftOut: 0,
          },
        ],
        from: '2026-10-25T12:00:00.000Z',
        to: '2026-11-01T11:58:00.000Z',
        sessions: 900,
        protocols: { 'TLS 1.2': 900 },
        messages: { encrypted: 900, clear: 0, refused: 0 },
        newest: { send: 'TLS 1.2', receive: null },
        peers: [
          {
            peer: '52.101.8.36',
            names: ['AM0EUR02FT022.mail.protection.outlook.com'],
            connector: 'Outbound to Office 365',
            direction: 'send',
            office365: true,
            sessions: 900,
            protocols: { 'TLS 1.2': 900 },
            messages: { encrypted: 900, clear: 0, refused: 0 },
            cutOff: null,
            firstSeen: '2026-10-25T12:00:00.000Z',
            lastSeen: '2026-11-01T11:58:00.000Z',
          },
        ],
        morePeers: 0,
        errors: [],
        moreErrors: 0,
        silentClear: [],
      }),
    },
  };
}

function read<T>(data: T): { status: 'read'; data: T; gaps: Gap[] } {
  return { status: 'read', data, gaps: [] };
}

/** The example with some fields of one section changed. */
export function withSection<N extends SectionName>(
  name: N,
  change: Partial<SectionData<N>>,
  gaps: Gap[] = [],
  facts: HostFacts = exampleFacts(),
): HostFacts {
  const section = facts.sections[name];
  if (section.status === 'unread') throw new Error(`${name} is unread in the example`);
  return {
    ...facts,
    sections: { ...facts.sections, [name]: { ...section, data: { ...section.data, ...change }, gaps } },
  };
}

/** The example with one section that could not be read. */
export function withUnread(
  name: SectionName,
  unread: Omit<Unread, 'status'> = { reason: 'denied', code: '0x80070005' },
  facts: HostFacts = exampleFacts(),
): HostFacts {
  return { ...facts, sections: { ...facts.sections, [name]: { status: 'unread', ...unread } } };
}

/** The example with exactly these keys below `Protocols`. */
export function withProtocols(
  keys: Readonly<Record<string, Readonly<Record<string, RawValue>>>>,
  lastWriteTime: string | null = beforeBoot,
  facts: HostFacts = exampleFacts(),
): HostFacts {
  return withSection(
    'schannel',
    { protocols: [registryKey(protocolsPath, {}), ...protocolKeys(keys, lastWriteTime)] },
    [],
    facts,
  );
}
