// Events by provider, id and data, whatever the language of their sentence.
import { expect, test } from 'vitest';
import { matchEvent } from './index.ts';

test.each([
  [36887, ['70'], 'tls-alert-protocol-version'],
  [36887, ['40'], 'tls-alert-handshake-failure'],
  [36888, ['48', '552'], 'tls-alert-unknown-ca'],
  [36887, ['90'], 'schannel-alert-received'],
  [36888, ['90', '1205'], 'schannel-alert-sent'],
  [36887, [], 'schannel-alert-received'],
  [36871, ['client', '10013'], 'schannel-credential'],
  [36874, ['TLS 1.2'], 'schannel-no-shared-cipher'],
])('Schannel %i with %j', (id, data, expected) => {
  expect(matchEvent({ provider: 'Schannel', id, data })?.id).toBe(expected);
});

test('values are found by position or by name', () => {
  expect(matchEvent({ provider: 'SCHANNEL', id: 36888, data: ['40', '1205'] })?.groups).toEqual({
    alert: '40',
    state: '1205',
  });
  expect(
    matchEvent({ provider: 'Schannel', id: 36888, data: { ErrorState: '1205', AlertDesc: '40' } })?.groups,
  ).toEqual({ alert: '40', state: '1205' });
});

test('the usual English words stand for a sentence that is not at hand', () => {
  expect(matchEvent({ provider: 'Schannel', id: 36874, data: ['TLS 1.0'] })?.text).toMatch(
    /^TLS 1\.0 connection request was received/,
  );
  expect(matchEvent({ provider: 'MSExchangeTransport', id: 2015, data: [] })?.text).toBe(
    'SmtpSendTLSRequiredFailed',
  );
});

test('other events, and the same numbers of other providers, say nothing', () => {
  expect(matchEvent({ provider: 'Schannel', id: 36865, data: [] })).toBeUndefined();
  expect(matchEvent({ provider: 'Service Control Manager', id: 2015, data: [] })).toBeUndefined();
});

test('an event of Exchange tells in its own words which connector and which server it is about', () => {
  const event = matchEvent({
    provider: 'MSExchangeTransport',
    id: 2015,
    data: ['Outbound to Office 365', 'contoso-com.mail.protection.outlook.com'],
    text: 'Log Name: Application\nSendeconnector Outbound to Office 365 konnte keine Verbindung herstellen.',
  });
  expect(event).toMatchObject({
    text: 'Sendeconnector Outbound to Office 365 konnte keine Verbindung herstellen.',
    groups: { connector: 'Outbound to Office 365', host: 'contoso-com.mail.protection.outlook.com' },
  });
});
