// Reads hosts with Exchange in its several installations, with the whole program.
import type { HostFacts } from '@mailflow-tls/core';
import {
  benchReady,
  createHost,
  type ExchangeInstallation,
  makeCertificate,
  type WindowsHost,
} from '@mailflow-tls/windows-bench';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleForTest, check, read } from './windows.ts';

const bench = await benchReady('the probes on Windows hosts with Exchange');
const minutes = 60_000;

describe.runIf(bench)('a host with Exchange', () => {
  let program: string;
  beforeAll(() => {
    program = bundleForTest('src/main.ts');
  });

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

describe.runIf(bench)('a host with another installation of Exchange', () => {
  let program: string;
  beforeAll(() => {
    program = bundleForTest('src/main.ts');
  });

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
