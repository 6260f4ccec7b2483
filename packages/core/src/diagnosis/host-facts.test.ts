// The same symptom on hosts that are set up differently: their settings decide, proof outweighs them, doubt stays.
import { describe, expect, test } from 'vitest';
import { causes, diagnosed, readLog, signals } from '../../test/diagnosis/read-text.ts';
import { agreedTls12, failedHandshake, protocolLog } from '../../test/diagnosis/sessions.ts';
import {
  afterBoot,
  exampleFacts,
  registryKey,
  withProtocols,
  withSection,
  withUnread,
} from '../../test/example-facts.ts';
import { evaluate } from '../engine/evaluate.ts';
import type { HostFacts } from '../facts/host-facts.ts';
import { usageOfFacts } from './facts-usage.ts';
import { signalFromEvent } from './signals.ts';

const on = { Enabled: 1, DisabledByDefault: 0 };
const off = { Enabled: 0, DisabledByDefault: 1 };
const connector = 'Outbound to Office 365 - 0f3d5f0e';
const log = protocolLog('Send', connector, [failedHandshake({ at: '10:00' })]);
const now = new Date('2026-11-01T12:00:00.000Z');

const fine = exampleFacts();
const clientOff = withProtocols({ 'TLS 1.2\\Client': off, 'TLS 1.2\\Server': on });
const restartMissing = withProtocols({ 'TLS 1.2\\Client': on, 'TLS 1.2\\Server': on }, afterBoot);
const noSharedSuite = withSection('ciphers', {
  suites: { source: 'Get-TlsCipherSuite', names: ['TLS_RSA_WITH_3DES_EDE_CBC_SHA'] },
});
const noRoot = withSection('certificates', {
  roots: [],
  rootAutoUpdate: registryKey('HKLM\\SOFTWARE\\Policies\\Microsoft\\SystemCertificates\\AuthRoot', {
    DisableRootAutoUpdate: 1,
  }),
});

const judged = (facts: HostFacts, text = log) => diagnosed({ ...readLog(text), facts, now });

describe('one failed handshake with Exchange Online', () => {
  test.each([
    ['TLS 1.2 off', clientOff, 'tls-version certain', 'schannel/tls12-client-enabled#enable'],
    ['a restart missing', restartMissing, 'tls-version certain', 'schannel/tls12-client-enabled#restart'],
    ['no shared cipher suite', noSharedSuite, 'cipher certain', 'ciphers/exchange-online-overlap#list'],
    ['no trusted root', noRoot, 'certificate likely', 'certificates/exchange-online-root#install'],
  ])('%s', (_, facts, first, remedy) => {
    const diagnosis = judged(facts);
    expect(causes(diagnosis)[0]).toBe(first);
    expect(diagnosis.causes[0]?.remedy).toMatchObject({ from: 'rule', remedy: { id: remedy } });
    expect(diagnosis.host).toEqual({ name: 'EX01', domain: 'contoso.com' });
  });

  test('a host in order: not determined, and its settings speak against TLS', () => {
    const diagnosis = judged(fine);
    expect(causes(diagnosis)[0]).toBe('undetermined possible');
    const version = diagnosis.causes.find(({ cause }) => cause === 'tls-version');
    expect(version?.likelihood).toBe('possible');
    expect(version?.because).toContainEqual(
      expect.objectContaining({
        speaks: 'against',
        strength: 'setting',
        finding: expect.objectContaining({ rule: 'schannel/tls12-client-enabled' }),
      }),
    );
  });

  test('settings that could not be read are not held for good or bad', () => {
    const diagnosis = judged(withUnread('schannel'));
    expect(causes(diagnosis)[0]).toBe('tls-version likely');
    expect(diagnosis.causes[0]?.because.every(({ finding }) => finding === undefined)).toBe(true);
  });
});

test('sessions with TLS 1.2 in the log keep a setting from being the certain cause', () => {
  const mixed = protocolLog('Send', connector, [
    failedHandshake({ at: '10:00' }),
    agreedTls12({ at: '10:05' }),
  ]);
  expect(causes(judged(clientOff, mixed))[0]).toBe('tls-version likely');
});

test('settings for mail with Office 365 say nothing about mail with others', () => {
  const elsewhere = signals('451 4.4.0 TLS negotiation failed with error SocketError', 'queue', {
    peer: 'mx.fabrikam.com',
  });
  const rulesOf = (facts: HostFacts) =>
    diagnosed({ signals: elsewhere, facts, now }).causes.flatMap(({ because }) =>
      because.flatMap(({ finding }) => finding?.rule ?? []),
    );
  expect(rulesOf(noSharedSuite)).toEqual(['schannel/tls12-client-enabled']);
  // Others may take old versions, so the setting is not enough to be certain.
  expect(causes(diagnosed({ signals: elsewhere, facts: clientOff, now }))[0]).toBe('tls-version likely');
});

test('beside a certain cause, another setting that is wrong is only possible', () => {
  const both = withSection('certificates', { roots: [], rootAutoUpdate: null }, [], clientOff);
  const expired = withSection('certificates', { personal: [] }, [], both);
  const diagnosis = judged(expired);
  expect(causes(diagnosis).slice(0, 2)).toEqual(['tls-version certain', 'certificate possible']);
});

test('the setting of the other direction says nothing', () => {
  const serverOff = withProtocols({ 'TLS 1.2\\Client': on, 'TLS 1.2\\Server': off });
  expect(causes(judged(serverOff))).toEqual(causes(judged(fine)));
});

test('a setting without a symptom is no cause', () => {
  expect(diagnosed({ facts: clientOff }).causes).toEqual([]);
  const policy = signals('550 5.7.26 Your email has been blocked because the sender is unauthenticated');
  expect(causes(diagnosed({ signals: policy, facts: clientOff }))).toEqual(['policy certain']);
});

test('proof outweighs a setting, and the contradiction is shown', () => {
  const refused = protocolLog('Send', connector, [
    failedHandshake({ at: '10:00', status: 'UnsupportedFunction' }),
  ]);
  const diagnosis = judged(fine, refused);
  expect(causes(diagnosis)[0]).toBe('tls-version likely');
  expect(diagnosis.causes[0]?.because.map(({ speaks, strength }) => `${speaks} ${strength}`)).toEqual([
    'for proof',
    'against setting',
  ]);
});

test('a certificate that the log names is not outweighed by TLS 1.2 that is off', () => {
  const named = protocolLog('Send', connector, [failedHandshake({ at: '10:00', status: 'UntrustedRoot' })]);
  const diagnosis = judged(clientOff, named);
  expect(causes(diagnosis)).toEqual(['certificate certain']);
});

test('sessions with TLS 1.2 in the same log speak against the version', () => {
  const mixed = protocolLog('Send', connector, [
    failedHandshake({ at: '10:00' }),
    agreedTls12({ at: '10:05' }),
    agreedTls12({ at: '10:10' }),
  ]);
  const diagnosis = diagnosed({ ...readLog(mixed), now });
  expect(causes(diagnosis)[0]).toBe('undetermined possible');
  const version = diagnosis.causes.find(({ cause }) => cause === 'tls-version');
  expect(version?.because).toContainEqual(
    expect.objectContaining({ evidence: 'agreedNew', speaks: 'against', count: 2 }),
  );
  expect(version?.flows[0]?.ongoing).toBe('no');
});

test('Exchange Online and a server of somebody else: known from the host’s own names', () => {
  const text =
    '450 4.4.317 Cannot connect to remote server [Message=451 4.4.0 TLS negotiation failed with error SocketError] [LastAttemptedServerName=mail.fabrikam.com] [LastAttemptedIP=192.0.2.9:25]';
  const trace = signals(text, 'messageTrace');
  expect(causes(diagnosed({ signals: trace, facts: clientOff }))).toEqual(['unrelated certain']);
  const own = signals(text.replaceAll('fabrikam', 'contoso'), 'messageTrace');
  expect(causes(diagnosed({ signals: own, facts: clientOff }))[0]).toMatch(
    /undetermined possible|tls-version/,
  );
  expect(causes(diagnosed({ signals: own, facts: clientOff })).join()).not.toContain('unrelated');
});

test('what the facts counted of the mail logs is usage as well', () => {
  const facts = exampleFacts();
  facts.sections.mailLogs = {
    status: 'read',
    gaps: [],
    data: {
      folders: [],
      from: '2026-10-31T00:00:00.000Z',
      to: '2026-11-01T11:00:00.000Z',
      sessions: 5,
      protocols: { failed: 2, 'clear text': 3 },
      messages: { encrypted: 0, clear: 3, refused: 0 },
      newest: { send: 'TLS 1.0', receive: null },
      peers: [
        {
          peer: '104.47.58.43',
          names: [],
          connector,
          direction: 'send',
          office365: true,
          sessions: 5,
          protocols: { failed: 2, 'clear text': 3 },
          messages: { encrypted: 0, clear: 3, refused: 0 },
          cutOff: null,
          firstSeen: '2026-10-31T00:00:00.000Z',
          lastSeen: '2026-11-01T11:00:00.000Z',
        },
      ],
      morePeers: 0,
      errors: [],
      moreErrors: 0,
      silentClear: [
        {
          direction: 'send',
          connector,
          peer: '104.47.58.43',
          office365: true,
          failure: 'TLS negotiation failed with error SocketError',
          sessions: 3,
          messages: 3,
          firstSeen: '2026-10-31T01:00:00.000Z',
          lastSeen: '2026-11-01T11:00:00.000Z',
        },
      ],
    },
  };
  const diagnosis = diagnosed({ usage: usageOfFacts(facts), now });
  expect(causes(diagnosis)[0]).toBe('tls-version likely');
  expect(diagnosis.causes[0]?.because.map(({ evidence }) => evidence)).toContain('neverNewer');
  expect(diagnosis.causes[0]?.flows).toMatchObject([{ outcome: 'clearText', messages: 3, ongoing: 'yes' }]);
  expect(usageOfFacts(withUnread('mailLogs'))).toEqual([]);
});

describe('which evidence belongs together', () => {
  const cut = 'Connection dropped due to SocketError';

  test('a line without a peer joins the only story in its direction', () => {
    const line = signals(`421 4.4.2 ${cut}`, 'queue');
    const read = readLog(
      protocolLog('Send', connector, [failedHandshake({ at: '10:00', status: 'UntrustedRoot' })]),
    );
    const diagnosis = diagnosed({ ...read, signals: [...line, ...read.signals], now });
    expect(causes(diagnosis)).toEqual(['certificate certain']);
    expect(diagnosis.causes[0]?.flows.map(({ outcome }) => outcome).sort()).toEqual(['delayed', 'failing']);
  });

  test('mail with others is not explained by what happened with one of them', () => {
    const first = signals('550 5.7.26 unauthenticated', 'trackingLog', {
      direction: 'send',
      peer: 'mx.fabrikam.com',
    });
    const second = signals(`421 4.4.2 ${cut}`, 'queue', { peer: 'mx.adatum.com' });
    expect(causes(diagnosed({ signals: [...first, ...second], now })).slice(0, 2)).toEqual([
      'policy certain',
      'undetermined possible',
    ]);
  });

  test('the two lines of one bounce are about one target', () => {
    const text = [
      "1/15/2026 9:57:15 PM - Server at MN2PR13MB4005.namprd13.prod.outlook.com returned '550 5.4.300 Message expired -> 421 4.4.2 Connection dropped due to SocketError'",
      "1/15/2026 9:47:12 PM - Server at mail.contoso.com (192.0.2.1) returned '421 4.4.2 Connection dropped due to SocketError'",
    ].join('\n');
    const flows = diagnosed({ signals: signals(text, 'nonDeliveryReport'), now }).causes[0]?.flows;
    expect(flows?.map(({ peer, outcome }) => `${peer} ${outcome}`).sort()).toEqual([
      'mail.contoso.com broken',
      'mail.contoso.com delayed',
    ]);
  });

  test('each flow says how likely the cause is for it', () => {
    const elsewhere = signals('451 4.4.0 TLS negotiation failed with error SocketError', 'queue', {
      peer: 'mx.fabrikam.com',
    });
    const read = readLog(log);
    const diagnosis = diagnosed({ ...read, signals: [...elsewhere, ...read.signals], facts: clientOff, now });
    expect(diagnosis.causes[0]?.flows.map(({ peer, likelihood }) => `${peer} ${likelihood}`)).toEqual([
      'null certain',
      'mx.fabrikam.com likely',
    ]);
    // Somewhere it is only possible, and there nobody may read that it is certain.
    const fineThere = diagnosed({ ...read, signals: [...elsewhere, ...read.signals], now });
    expect(fineThere.causes[0]?.flows.map(({ peer }) => peer)).toEqual([null]);
  });

  test('mail that still waits is delayed, whatever the code', () => {
    const waiting = signals('550 5.7.64 TenantAttribution; Relay Access Denied', undefined, {
      waiting: true,
    });
    expect(diagnosed({ signals: waiting, now }).causes[0]?.flows[0]?.outcome).toBe('delayed');
  });

  test('a finding that the host’s part in mail made milder weighs in full', () => {
    const report = evaluate(clientOff, { now });
    const milder = report.findings.map((finding) =>
      finding.verdict === 'fail'
        ? { ...finding, verdict: 'info' as const, unweighed: 'fail' as const }
        : finding,
    );
    const diagnosis = diagnosed({ ...readLog(log), report: { ...report, findings: milder }, now });
    expect(causes(diagnosis)[0]).toBe('tls-version certain');
  });
});

test('sessions that are no conversation with a peer are no traffic', () => {
  const read = readLog(log);
  const [usage] = read.usage;
  const peers = (usage?.peers ?? []).map((peer) => ({
    ...peer,
    kind: 'intraExchange' as const,
    startTlsMissing: 9,
  }));
  expect(diagnosed({ usage: usage ? [{ ...usage, peers }] : [], now }).causes).toEqual([]);
});

test('errors that this version does not know, and signs of success, are no symptoms', () => {
  const where = { source: 'a' };
  const others = ['error-of-tomorrow', 'schannel-handshake-succeeded'].map((id) => ({ id, text: id, where }));
  expect(diagnosed({ signals: others }).causes).toEqual([]);
});

test('an event of Windows beside the mail makes a cause likely, not certain', () => {
  const alert = signals(
    'A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is 70.',
    'schannelEvent',
  );
  const waiting = signals('421 4.4.2 Connection dropped due to SocketError', 'queue', {
    peer: 'contoso-com.mail.protection.outlook.com',
  });
  expect(causes(diagnosed({ signals: waiting, now }))[0]).toBe('undetermined possible');
  expect(causes(diagnosed({ signals: [...waiting, ...alert], now }))[0]).toBe('tls-version likely');
});

test('a logon that fails somewhere does not hide what happens to mail with Office 365', () => {
  const logon = signals('Inbound AUTH LOGIN failed because of LogonDenied', 'smtpReceiveLog', {
    peer: '198.51.100.7',
    direction: 'receive',
    count: 9000,
  });
  const read = readLog(log);
  const diagnosis = diagnosed({ ...read, signals: [...logon, ...read.signals], now });
  expect(causes(diagnosis)[0]).toBe('tls-version likely');
  expect(causes(diagnosis).at(-1)).toBe('authentication certain');
});

test('an event of Exchange belongs to the mail of its connector', () => {
  const data = ['Outbound to Office 365', 'contoso-com.mail.protection.outlook.com'];
  const signal = signalFromEvent({ provider: 'MSExchangeTransport', id: 2015, data }, { source: 'a' });
  const [cause] = diagnosed({ signals: signal ? [signal] : [], now }).causes;
  expect(cause?.flows).toMatchObject([
    { direction: 'send', office365: true, connector: data[0], peer: data[1] },
  ]);
});
