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
import type { HostFacts } from '../facts/host-facts.ts';

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
