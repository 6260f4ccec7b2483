// The part in mail that hosts of all shapes have.
import { describe, expect, test } from 'vitest';
import { exampleFacts, exampleNow, withSection, withUnread } from '../../test/example-facts.ts';
import { evaluate } from '../engine/evaluate.ts';
import { createHostView } from '../engine/host-view.ts';
import type { ReceiveConnector, SendConnector } from '../facts/connectors.ts';
import type { HostFacts } from '../facts/host-facts.ts';
import { partInMail } from './part-in-mail.ts';

const connectors = () => {
  const { connectors } = exampleFacts().sections;
  if (connectors.status !== 'read') throw new Error('connectors are read in the example');
  return connectors.data;
};
const send = (change: Partial<SendConnector>): SendConnector => {
  const [first] = connectors().send;
  if (!first) throw new Error('the example has a send connector');
  return { ...first, ...change };
};
const receive = (change: Partial<ReceiveConnector>): ReceiveConnector => {
  const [first] = connectors().receive;
  if (!first) throw new Error('the example has a receive connector');
  return { ...first, ...change };
};
const closed = receive({ tlsDomainCapabilities: [], permissionGroups: ['ExchangeServers'] });
const partsOf = (facts: HostFacts) => partInMail(createHostView(facts, exampleNow)).parts;
/** A host without hybrid configuration whose Receive connector is closed, with these Send connectors. */
const sends = (...list: SendConnector[]) =>
  partsOf(withSection('connectors', { send: list, receive: [closed], hybrid: null }));
const receives = (...list: ReceiveConnector[]) =>
  partsOf(withSection('connectors', { send: [], receive: list, hybrid: null }));
const noExchange = (facts: HostFacts = exampleFacts()) =>
  withUnread(
    'connectors',
    { reason: 'notPresent', code: 'noExchange' },
    withSection('exchange', { installation: 'none', roles: [], build: null, setupKeys: [] }, [], facts),
  );
const iis = (smartHost: string | null, status = 'Running') => ({
  iisSmtp: {
    status,
    source: 'SMTPSVC',
    servers: [
      {
        id: '1',
        source: 'IIS://LOCALHOST/SMTPSVC/1',
        smartHost,
        outboundTls: true,
        inboundTlsRequired: null,
        remotePort: 25,
        logging: true,
      },
    ],
  },
});

test('the hybrid host of the example sends and receives, with the proof of both', () => {
  const { parts, because } = partInMail(createHostView(exampleFacts(), exampleNow));
  expect(parts).toEqual(['sendsDirectly', 'receives']);
  expect(because.map(({ name }) => name)).toEqual([
    'AddressSpaces',
    'ReceivingTransportServers',
    'TlsDomainCapabilities',
  ]);
});

describe('sending', () => {
  test.each<[string, Partial<SendConnector>]>([
    ['a smart host of the worldwide cloud', { smartHosts: ['contoso-com.mail.protection.outlook.com'] }],
    ['its newer name', { smartHosts: ['contoso-com.p-v1.mx.microsoft'] }],
    ['GCC High', { smartHosts: ['contoso-us.mail.protection.office365.us'] }],
    ['21Vianet', { smartHosts: ['contoso-cn.mail.protection.partner.outlook.cn'] }],
    ['submission', { smartHosts: ['smtp.office365.com'] }],
    ['the tenant by DNS, type in upper case', { addressSpaces: ['SMTP:Contoso.mail.onmicrosoft.com;1'] }],
    ['all domains by DNS', { addressSpaces: ['smtp:*;1'] }],
  ])('directly by %s', (_, change) => {
    expect(sends(send(change))).toEqual(['sendsDirectly']);
  });

  test.each<[string, Partial<SendConnector>]>([
    [
      'a smart host of its own for all domains',
      { addressSpaces: ['smtp:*;1'], smartHosts: ['[192.0.2.25]'] },
    ],
    ['a smart host for the tenant', { smartHosts: ['relay.contoso.com'] }],
    ['a look-alike of a name of Office 365', { smartHosts: ['mail.protection.outlook.com.evil.example'] }],
    ['another host’s connector', { usedByThisHost: false, sourceTransportServers: ['EDGE01'] }],
  ])('through another host by %s', (_, change) => {
    expect(sends(send(change))).toEqual(['throughEdgeOrSmartHost']);
  });

  test.each<[string, Partial<SendConnector>]>([
    ['a disabled connector', { enabled: false }],
    [
      'a smart host for one partner',
      { addressSpaces: ['smtp:fabrikam.com;1'], smartHosts: ['relay.fabrikam.com'] },
    ],
    ['a fax gateway', { addressSpaces: ['X400:C=US;A= ;P=Contoso;1'] }],
    [
      'another host’s connector for one partner',
      { addressSpaces: ['smtp:fabrikam.com;1'], usedByThisHost: false },
    ],
  ])('not at all by %s', (_, change) => {
    expect(sends(send(change))).toEqual(['none']);
  });

  test.each<[string, Partial<SendConnector>]>([
    ['a partner’s domain by DNS may be in Office 365', { addressSpaces: ['smtp:fabrikam.com;1'] }],
    ['a connector of which nobody knows whether this host uses it', { usedByThisHost: null }],
    ['a connector that any front end may carry out', { usedByThisHost: false, frontendProxyEnabled: true }],
  ])('not known: %s', (_, change) => {
    expect(sends(send(change))).toEqual(['unknown']);
  });

  test('an Edge server uses all connectors that it sees', () => {
    const change = { usedByThisHost: null, sourceTransportServers: [], addressSpaces: ['smtp:*;100'] };
    const facts = withSection('connectors', { send: [send(change)], receive: [closed], hybrid: null });
    expect(partsOf(withSection('exchange', { roles: ['edge'] }, [], facts))).toEqual(['sendsDirectly']);
  });

  test('the connector of EdgeSync into the organisation is no way to Office 365', () => {
    expect(sends(send({ addressSpaces: ['smtp:--;100'], smartHosts: ['--'] }))).toEqual(['none']);
  });
});

describe('receiving', () => {
  test.each<[string, Partial<ReceiveConnector>]>([
    ['a connector that accepts mail of cloud services', { permissionGroups: [] }],
    ['one open to everybody', { tlsDomainCapabilities: [] }],
    [
      'one for the addresses of Exchange Online',
      { tlsDomainCapabilities: [], permissionGroups: [], remoteIpRanges: ['40.92.0.0/15', '104.47.0.0/17'] },
    ],
  ])('by %s', (_, change) => {
    expect(receives(receive(change))).toEqual(['receives']);
  });

  test('where the hybrid configuration names it by its full name', () => {
    const { hybrid } = connectors();
    if (!hybrid) throw new Error('the example is hybrid');
    const change = {
      send: [],
      receive: [closed],
      hybrid: { ...hybrid, receivingTransportServers: ['ex01.contoso.com'] },
    };
    expect(partsOf(withSection('connectors', change))).toEqual(['receives']);
  });

  test.each<[string, Partial<ReceiveConnector>]>([
    ['disabled', { enabled: false }],
    ['on another port', { bindings: ['0.0.0.0:2525'] }],
    ['for applications in the house', { tlsDomainCapabilities: [], remoteIpRanges: ['10.0.0.0/8'] }],
    [
      'that trusts only a partner',
      { tlsDomainCapabilities: ['fabrikam.com:AcceptCloudServicesMail'], permissionGroups: [] },
    ],
  ])('not by one %s', (_, change) => {
    expect(receives(receive(change))).toEqual(['none']);
  });

  const open = receive({ tlsDomainCapabilities: [] });
  test('being open proves nothing where the hybrid configuration names others', () => {
    const { hybrid } = connectors();
    if (!hybrid) throw new Error('the example is hybrid');
    const change = { send: [], receive: [open], hybrid: { ...hybrid, receivingTransportServers: ['EX02'] } };
    expect(partsOf(withSection('connectors', change))).toEqual(['throughEdgeOrSmartHost']);
  });

  test('nor where an Edge server is subscribed', () => {
    const edgeSubscriptions = [{ name: 'EDGE01', site: 'Berlin' }];
    const change = { send: [], receive: [open], hybrid: null, edgeSubscriptions };
    expect(partsOf(withSection('connectors', change))).toEqual(['throughEdgeOrSmartHost']);
  });
});

describe('what could not be read', () => {
  test('connectors', () => {
    expect(partsOf(withUnread('connectors'))).toEqual(['unknown']);
  });

  test('connectors of an Edge server, whose role tells enough', () => {
    const facts = withSection('exchange', { roles: ['edge'] }, [], withUnread('connectors'));
    expect(partsOf(facts)).toEqual(['sendsDirectly', 'receives']);
  });

  test('whether Exchange is there', () => {
    expect(partsOf(withUnread('exchange'))).toEqual(['unknown']);
  });

  test('a half of the connectors', () => {
    const gaps = [{ what: 'send', reason: 'timedOut' as const, code: 'timedOut' }];
    expect(partsOf(withSection('connectors', { send: [] }, gaps))).toEqual(['unknown']);
  });

  test('other senders of a host without Exchange', () => {
    expect(partsOf(noExchange(withUnread('senders')))).toEqual(['unknown']);
  });
});

describe('without Exchange’s transport', () => {
  test('none', () => {
    expect(partsOf(noExchange())).toEqual(['none']);
  });

  test('management tools only, though they can see all connectors', () => {
    expect(partsOf(withSection('exchange', { installation: 'managementTools', roles: [] }))).toEqual([
      'none',
    ]);
  });

  test('the Mailbox role of Exchange 2010 moves no mail to the outside', () => {
    const change = { roles: ['mailbox' as const], build: '14.3.513.0' };
    expect(partsOf(withSection('exchange', change))).toEqual(['none']);
  });

  test.each([
    ['Office 365', 'contoso-com.mail.protection.outlook.com', 'Running', 'applicationRelay'],
    ['Office 365, stopped for now', 'contoso-com.mail.protection.outlook.com', 'Stopped', 'applicationRelay'],
    ['DNS', null, 'Running', 'applicationRelay'],
    ['another host', 'relay.contoso.com', 'Running', 'throughEdgeOrSmartHost'],
    ['nobody, since it never ran', null, 'Stopped', 'none'],
  ])('IIS delivers to %s', (_, smartHost, status, part) => {
    expect(partsOf(noExchange(withSection('senders', iis(smartHost, status))))).toEqual([part]);
  });

  test('other mail software leaves the part unknown', () => {
    const other = [{ product: 'MailServer', service: 'MailSvc', status: 'Running', source: 'Win32_Service' }];
    expect(partsOf(noExchange(withSection('senders', { other })))).toEqual(['unknown']);
  });
});

test('a relay without Exchange can be ready: connectors that do not exist are not missed', () => {
  const relay = iis('contoso-com.mail.protection.outlook.com');
  const report = evaluate(noExchange(withSection('senders', relay)), { now: exampleNow });
  expect(report.state).toBe('ready');
  expect(report.findings.find(({ rule }) => rule === 'connectors/require-tls')).toMatchObject({
    verdict: 'notApplicable',
    message: { key: 'noTransport' },
  });
});

test('an Exchange server whose connectors are said not to exist stays unknown', () => {
  const report = evaluate(withUnread('connectors', { reason: 'notPresent', code: 'x' }), { now: exampleNow });
  expect(report.state).toBe('unknown');
});
