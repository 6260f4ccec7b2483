// What happens to mail when the two sides share no TLS version: the nine cases of connectors and directions.
import { describe, expect, test } from 'vitest';
import { because, causes, diagnosed, readLog, signals } from '../../test/diagnosis/read-text.ts';
import { clearMail, failedHandshake, protocolLog, receivedClear } from '../../test/diagnosis/sessions.ts';
import { withProtocols } from '../../test/example-facts.ts';

const now = new Date('2026-01-11T12:00:00.000Z');
const connector = 'Outbound to Office 365';

describe('from the host to Exchange Online', () => {
  test('1. TLS is optional: mail goes in clear text, and nobody is told', () => {
    const log = protocolLog('Send', connector, [
      failedHandshake({ at: '10:00' }),
      clearMail({ at: '10:05' }),
      clearMail({ at: '10:10' }),
    ]);
    const diagnosis = diagnosed({ ...readLog(log), now });
    expect(causes(diagnosis)[0]).toBe('tls-version likely');
    expect(because(diagnosis)).toEqual(['+ handshakeFailed', '+ onlineRefusesOldTls', '+ clearRetry']);
    expect(diagnosis.causes[0]?.flows).toEqual([
      {
        direction: 'send',
        connector,
        peer: null,
        office365: true,
        outcome: 'clearText',
        count: 2,
        messages: 2,
        likelihood: 'likely',
        firstSeen: '2026-01-11T10:05:00.000Z',
        lastSeen: expect.stringContaining('2026-01-11T10:10'),
        ongoing: 'yes',
      },
    ]);
    expect(diagnosis.causes.find(({ cause }) => cause === 'network')?.likelihood).toBe('unlikely');
  });

  test('2. the connector demands TLS: mail waits, then comes back', () => {
    const known = { connector, peer: 'contoso-com.mail.protection.outlook.com' };
    const waiting = signals(
      '451 4.4.397 Error communicating with target host. -> 421 4.4.2 Connection dropped due to SocketError',
      'queue',
      { ...known, messages: 37, waiting: true },
    );
    const expired = signals('550 4.4.7 QUEUE.Expired; message expired', 'trackingLog', {
      ...known,
      direction: 'send',
      count: 4,
    });
    const log = readLog(protocolLog('Send', connector, [failedHandshake({ at: '10:00' })]));
    const diagnosis = diagnosed({ ...log, signals: [...waiting, ...expired, ...log.signals], now });
    expect(causes(diagnosis)[0]).toBe('tls-version likely');
    expect(diagnosis.causes[0]?.flows).toMatchObject([
      { outcome: 'delayed', messages: 37, ongoing: 'yes', office365: true },
      { outcome: 'broken', count: 4 },
      { outcome: 'failing', count: 1 },
    ]);

    // The queue alone does not tell why.
    expect(causes(diagnosed({ signals: [...waiting, ...expired], now }))[0]).toBe('undetermined possible');
  });

  test('3. TLS is optional here and demanded there: the clear retry is refused', () => {
    const refused = clearMail({ at: '10:05', refusal: '451 5.7.3 STARTTLS is required to send mail' });
    const log = protocolLog('Send', connector, [failedHandshake({ at: '10:00' }), refused]);
    const diagnosis = diagnosed({ ...readLog(log), now });
    expect(causes(diagnosis)[0]).toBe('tls-version likely');
    expect(causes(diagnosis)).not.toContain('undetermined possible');
    expect(diagnosis.causes[0]?.flows.map(({ outcome }) => outcome).sort()).toEqual(['delayed', 'failing']);

    const alone = signals('451 5.7.3 Must issue a STARTTLS command first', 'queue', { connector });
    expect(causes(diagnosed({ signals: alone, now }))[0]).toBe('undetermined possible');
  });

  test('4. recognised by certificate there: without TLS no certificate, so relaying is refused', () => {
    const refusal = '550 5.7.64 TenantAttribution; Relay Access Denied';
    const log = protocolLog('Send', connector, [
      failedHandshake({ at: '10:00' }),
      clearMail({ at: '10:05', refusal }),
    ]);
    const diagnosis = diagnosed({ ...readLog(log), now });
    expect(causes(diagnosis).slice(0, 2).sort()).toEqual(['connector likely', 'tls-version likely']);
    expect(diagnosis.causes[0]?.flows).toContainEqual(
      expect.objectContaining({ outcome: 'broken', direction: 'send', office365: true }),
    );

    // Without a failed handshake nothing speaks for TLS.
    const alone = diagnosed({ signals: signals(refusal), now });
    expect(causes(alone)).toEqual(['connector likely', 'certificate possible']);
  });
});

describe('from Exchange Online to the host', () => {
  test('5. no connector there: mail arrives in clear text where TLS was not offered', () => {
    const log = protocolLog('Receive', 'EX01\\Default Frontend EX01', [
      receivedClear({ at: '10:00', offer: false }),
    ]);
    const diagnosis = diagnosed({ ...readLog(log), now });
    expect(causes(diagnosis)[0]).toBe('starttls-not-offered certain');
    expect(diagnosis.causes[0]?.flows).toMatchObject([
      { direction: 'receive', outcome: 'clearText', messages: 1, office365: true },
    ]);
    expect(causes(diagnosis).join()).not.toContain('tls-version');
  });

  test('5. no connector there: mail arrives in clear text after the handshake failed', () => {
    const frontEnd = 'EX01\\Default Frontend EX01';
    const log = protocolLog('Receive', frontEnd, [
      failedHandshake({ at: '10:00', receive: true, status: 'UnsupportedFunction' }),
      receivedClear({ at: '10:02', offer: true }),
    ]);
    const diagnosis = diagnosed({ ...readLog(log), now });
    expect(causes(diagnosis)[0]).toBe('tls-version certain');
    expect(diagnosis.causes[0]?.flows).toMatchObject([
      { direction: 'receive', outcome: 'clearText', messages: 1 },
    ]);
  });

  test('6. the connector there demands TLS: deferred for a day, then back to the sender', () => {
    const trace = signals(
      'Reason: [{LED=450 4.4.317 Cannot connect to remote server [Message=451 4.4.0 TLS negotiation failed with error SocketError] [LastAttemptedServerName=mail.contoso.com] [LastAttemptedIP=192.0.2.1:25] [SmtpSecurity=-2;-2]};{MSG=};{FQDN=mail.contoso.com};{IP=192.0.2.1}]. OutboundProxyTargetIP: 192.0.2.1. OutboundProxyTargetHostName: mail.contoso.com',
      'messageTrace',
      { at: '2026-01-11T09:00:00.000Z' },
    );
    const bounce = signals(
      '550 5.4.317 Message expired, cannot connect to remote server(451 4.4.0 TLS negotiation failed with error SocketError)',
      'nonDeliveryReport',
      { peer: 'mail.contoso.com' },
    );
    const diagnosis = diagnosed({ signals: [...trace, ...bounce], now });
    expect(causes(diagnosis)[0]).toBe('tls-version likely');
    expect(diagnosis.causes[0]?.flows).toMatchObject([
      { direction: 'receive', peer: 'mail.contoso.com', outcome: 'delayed', ongoing: 'yes' },
      { direction: 'receive', peer: 'mail.contoso.com', outcome: 'broken' },
    ]);

    const facts = withProtocols({ 'TLS 1.2\\Server': { Enabled: 0, DisabledByDefault: 1 } });
    const joined = diagnosed({ signals: [...trace, ...bounce], facts, now });
    expect(causes(joined)[0]).toBe('tls-version certain');
    expect(joined.causes[0]?.remedy).toMatchObject({ from: 'rule', rule: 'schannel/tls12-server-enabled' });
  });

  test('7. the host cannot load its certificate, so it offers no TLS', () => {
    const trace = signals(
      '450 4.4.317 Cannot connect to remote server [Message=451 5.7.3 STARTTLS is required to send mail] [LastAttemptedServerName=mail.contoso.com]',
      'messageTrace',
    );
    const event = signals(
      'Microsoft Exchange could not find a certificate that contains the domain name mail.contoso.com in the personal store on the local computer. Therefore, it is unable to support the STARTTLS SMTP verb for the connector Default Frontend EX01 with a FQDN parameter of mail.contoso.com.',
      'transportEvent',
    );
    const log = readLog(
      protocolLog('Receive', 'EX01\\Default Frontend EX01', [
        receivedClear({ at: '10:00', offer: false, mail: false }),
      ]),
    );
    const diagnosis = diagnosed({ ...log, signals: [...trace, ...event, ...log.signals], now });
    expect(causes(diagnosis).slice(0, 2).sort()).toEqual([
      'certificate certain',
      'starttls-not-offered certain',
    ]);
    expect(causes(diagnosis).join()).not.toMatch(/tls-version (certain|likely|possible)/);
  });

  test('8. the destination publishes DANE or MTA-STS: deferred', () => {
    const text =
      '450 4.7.321 starttls-not-supported: Destination mail server must support TLS to receive mail.';
    const diagnosis = diagnosed({
      signals: signals(text, 'messageTrace', { peer: 'mail.contoso.com' }),
      now,
    });
    expect(causes(diagnosis)[0]).toBe('undetermined possible');
    expect(causes(diagnosis)[1]).toBe('starttls-not-offered possible');
    expect(diagnosis.causes[0]?.flows).toMatchObject([{ direction: 'receive', outcome: 'delayed' }]);
  });
});

test('9. an application hands mail to Exchange Online with an old version', () => {
  const text =
    '421 4.7.66 TLS 1.0 and 1.1 are not supported. Please upgrade/update your client to support TLS 1.2. Visit https://aka.ms/smtp_auth_tls.';
  const diagnosis = diagnosed({ signals: signals(text), now });
  expect(causes(diagnosis)).toEqual(['tls-version certain']);
  expect(diagnosis.causes[0]).toMatchObject({
    flows: [{ direction: 'submission', outcome: 'broken' }],
    remedy: { from: 'error', error: 'smtp-auth-old-tls' },
    settleBy: null,
  });
});
