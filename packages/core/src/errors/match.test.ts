// Texts as people paste them: wrapped, quoted, cut, several at once, and prose that is no error.
import { describe, expect, test } from 'vitest';
import { type ErrorId, matchText } from './index.ts';

const failover =
  'Attempted failover to alternate host, but that did not succeed. Either there are no alternate hosts, or delivery failed to all alternate hosts.';

function ids(text: string): ErrorId[] {
  return matchText(text).signals.map((signal) => signal.id);
}

describe('the same error however it was pasted', () => {
  const literal = '421 4.4.2 Connection dropped due to SocketError';
  test.each([
    ['as it is', literal],
    ['in other case', literal.toUpperCase()],
    ['with a dash behind the code', '421-4.4.2 Connection dropped due to SocketError'],
    ['with a number sign', '#421 4.4.2 Connection dropped due to SocketError ##'],
    ['wrapped between words', '421 4.4.2 Connection dropped\r\n      due to SocketError'],
    ['wrapped inside a word', '421 4.4.2 Connection drop\nped due to Socket\n   Error'],
    ['wrapped inside the code', '421 4.4\n.2 Connection dropped due to SocketError'],
    ['quoted in a mail', '> 421 4.4.2 Connection dropped\n> due to SocketError'],
    ['in quoted-printable', '421 4.4.2 Connection dro=\r\npped due to SocketError'],
    ['in HTML', '421 4.4.2&nbsp;Connection dropped due to SocketError&quot;'],
    ['with blanks that do not break', '421\u00a04.4.2\u00a0Connection dropped due\u200b to SocketError'],
    ['as a person types it', '421 4.4.2 connection dropped due to socket error'],
    [
      'after the name of the protocol',
      'Diagnostic-Code: smtp;421 4.4.2 Connection dropped due to SocketError',
    ],
    ['between brackets of one kind or another', '(421 4.4.2 Connection dropped due to SocketError)'],
  ])('%s', (_, text) => {
    const [signal, ...more] = matchText(text).signals;
    expect(more).toEqual([]);
    expect(signal).toMatchObject({ id: 'connection-dropped-socket-error' });
  });

  test('wraps do not show in the text that is given back', () => {
    expect(matchText('421 4.4.2 Connection drop\nped due to Socket\n   Error').signals[0]).toMatchObject({
      text: '421 4.4.2 Connection dropped due to SocketError',
      smtp: '421',
      enhanced: '4.4.2',
    });
  });
});

test('a longer word is not the shorter one', () => {
  expect(ids('Connection dropped due to SocketErrors')).toEqual(['connection-dropped-other']);
  expect(ids('MyConnection dropped due to SocketError')).toEqual([]);
  expect(ids('error 0x80090331F')).toEqual([]);
});

test('the same words with other codes are another error', () => {
  expect(ids('451 5.7.3 Must issue a STARTTLS command first')).toEqual(['starttls-must-issue']);
  expect(ids('530 5.7.0 Must issue a STARTTLS command first')).toEqual(['starttls-must-issue-530']);
  expect(ids('421 4.4.1 Connection timed out')).toEqual(['connection-timed-out']);
  expect(ids('450 4.4.315 Connection timed out')).toEqual(['exo-connection-timed-out']);
});

test('a code of its own is enough when the words are translated', () => {
  expect(ids('550 5.7.64 Mandantenzuordnung; Relayzugriff verweigert')).toEqual(['relay-access-denied']);
  expect(ids('Version 15.7.64 of 10.5.7.64')).toEqual([]);
});

test('an enhanced code alone tells the same words apart', () => {
  expect(ids('5.7.0 Must issue a STARTTLS command first')).toEqual(['starttls-must-issue-530']);
  expect(ids('smtp; 5.7.3 Must issue a STARTTLS command first')).toEqual(['starttls-must-issue']);
});

test('digits of another number are not taken for a code', () => {
  expect(matchText('port-421 Connection dropped due to SocketError').signals[0]?.smtp).toBe('421');
  expect(matchText('x421 Connection dropped due to SocketError').signals[0]?.smtp).toBeUndefined();
  expect(matchText('10.0.0.421 Connection dropped due to SocketError').signals[0]?.smtp).toBeUndefined();
});

test('quotes that CSV doubled are single quotes of the text', () => {
  expect(ids("chain validation status: ''UntrustedRoot''")).toEqual([]);
  expect(ids("certificate chain validation status: ''UntrustedRoot''")).toEqual(['peer-chain-not-valid']);
});

test('the same error on several lines of one wrapper is one', () => {
  const text =
    '[{LED=550-5.7.26 This mail is unauthenticated\n   550-5.7.26 and so on\n   550 5.7.26 end};{MSG=};{FQDN=mx.contoso.com}]';
  expect(matchText(text).signals).toMatchObject([{ id: 'sender-not-authenticated', times: 3 }]);
});

test('the braces of the next queue end those that were cut', () => {
  const { signals } = matchText(
    '{LED=421 4.4.2 Connection dropped due to SocketError... {LED=451 5.7.3 STARTTLS is required to send mail};{FQDN=mx.contoso.com}]',
  );
  expect(signals.map(({ id, layers }) => [id, layers.length, layers[0]?.host])).toEqual([
    ['connection-dropped-socket-error', 1, undefined],
    ['starttls-required', 1, 'mx.contoso.com'],
  ]);
});

test('a wrapper without an end of its own ends with the line of its error', () => {
  const { signals } = matchText(
    '451 4.4.395 Target host responded with error. -> 421 4.4.2 Connection dropped due to SocketError\n451 5.7.3 STARTTLS is required to send mail',
  );
  expect(signals.map(({ layers }) => layers.length)).toEqual([1, 0]);
});

test('wrappers in wrappers without end are followed to a bounded depth', () => {
  const deep = `${"450 4.7.0 Proxy session setup failed on Frontend with '".repeat(40)}421 4.4.2 Connection dropped due to TimedOut`;
  expect(matchText(deep).signals.at(-1)).toMatchObject({ id: 'connection-dropped-timed-out' });
  expect(matchText(deep).signals.at(-1)?.layers).toHaveLength(16);
});

test('the name of a status decides, also one that is wrapped', () => {
  expect(ids('451 4.4.0 Security status Algorithm\r\n   Mismatch')).toEqual([
    'tls-negotiation-algorithm-mismatch',
  ]);
  expect(matchText('TLS negotiation failed with error Odd').signals[0]).toMatchObject({
    id: 'tls-negotiation-other',
    groups: { status: 'Odd' },
  });
});

test('a text at the end of one error does not hide the next', () => {
  expect(
    ids('451 4.4.0 DNS query failed. The error was: none; 421 4.4.2 Connection dropped due to TimedOut'),
  ).toEqual(['dns-query-failed', 'connection-dropped-timed-out']);
});

test('several errors in one report are all found, in their order, each with its server', () => {
  const report = [
    "1/19/2026 9:57:15 PM - Server at AM0PR01MB0001.eurprd01.prod.exchangelabs.com returned '550 5.4.317 Message expired, cannot connect to remote server(451 5.7.3 STARTTLS is required to send mail)'",
    "1/19/2026 9:47:12 PM - Server at contoso.com (192.0.2.25) returned '450 4.4.317 Cannot connect to remote server [Message=421 4.4.2 Connection dropped due to SocketError] [LastAttemptedServerName=mail.contoso.com] [LastAttemptedIP=192.0.2.25:25] [SmtpSecurity=1;1](421 4.4.2 Connection dropped due to SocketError)'",
  ].join('\r\n');
  const { signals, rest } = matchText(report);
  expect(rest).toEqual([]);
  expect(signals).toMatchObject([
    {
      id: 'starttls-required',
      times: 1,
      layers: [
        { id: 'wrapped-server-returned', host: 'AM0PR01MB0001.eurprd01.prod.exchangelabs.com' },
        { id: 'wrapped-expired-cannot-connect' },
      ],
    },
    {
      id: 'connection-dropped-socket-error',
      times: 2,
      layers: [
        { id: 'wrapped-server-returned', host: 'contoso.com', ip: '192.0.2.25' },
        { id: 'wrapped-exo-session', host: 'mail.contoso.com', ip: '192.0.2.25', port: 25, tls: '1;1' },
      ],
    },
  ]);
});

test('each line of a log counts by itself', () => {
  const line = '*,,TLS negotiation failed with error SocketError';
  expect(matchText(`${line}\n${line}\n${line}`).signals.map((signal) => signal.times)).toEqual([1, 1, 1]);
});

test('header and sentence of one event are one, with the values of both', () => {
  const text =
    'Source: Schannel\nEvent ID: 36887\nLevel: Error\nA fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is 70.';
  expect(matchText(text).signals).toMatchObject([
    { id: 'tls-alert-protocol-version', groups: { alert: '70' }, times: 2 },
  ]);
});

test('the numbers of an event count in every language', () => {
  const german =
    'Quelle: Schannel\nDatum: 19.01.2026 08:12:01\nEreignis-ID: 36888\nComputer: EX01.contoso.local\nBeschreibung:\nEs wurde eine schwerwiegende Warnung generiert. Der Fehlercode ist 40. Der Windows-SChannel-Fehlerstatus lautet: 1205.';
  expect(matchText(german).signals).toMatchObject([
    { id: 'tls-alert-handshake-failure', groups: { alert: '40', state: '1205' } },
  ]);
});

test('a name that is cut short is still known when only one begins so', () => {
  expect(ids('421 4.4.2 Connection dropped due to SocketErr...')).toEqual([
    'connection-dropped-socket-error',
  ]);
  expect(ids('421 4.4.2 Connection dropped due to Conn...')).toEqual(['connection-dropped-other']);
  expect(ids('TLS negotiation failed with error Algori')).toEqual(['tls-negotiation-algorithm-mismatch']);
});

test('a record that was cut ends where the next property begins', () => {
  const list =
    'LastError     : [{LED=451 4.4.0 Primary target IP address responded with: "421 4.4.2 Connection dropped due to SocketErr\nRetryCount    : 17\nLastError     : 451 5.7.3 STARTTLS is required to send mail';
  expect(matchText(list).signals.map(({ id, layers }) => [id, layers.length])).toEqual([
    ['connection-dropped-socket-error', 2],
    ['starttls-required', 0],
  ]);
});

test('the fields of a delivery report are one error, not three', () => {
  const report =
    'Action: failed\nStatus: 5.7.230\nDiagnostic-Code: smtp;550 5.9.9 Something new\nX-Supplementary-Info: < #5.7.1 smtp;550 5.7.1 Unable to relay>';
  const { signals, rest } = matchText(report);
  expect(signals.map((signal) => signal.id)).toEqual(['server-out-of-date', 'relaying-not-allowed']);
  expect(rest.map((piece) => piece.text)).toEqual(['550 5.9.9 Something new']);
});

test('the number of an event is not looked for in a date', () => {
  expect(ids('Source: MSExchangeTransport\nDate: 3/5/2017 10:12:13\nEvent ID: 9999')).toEqual([]);
  expect(ids('Source: MSExchangeTransport\nDate: 2017-03-05\nEvent ID: 9999')).toEqual([]);
});

describe('what no entry fits', () => {
  test('is kept whole, with its wrappers', () => {
    const { signals, rest } = matchText(
      '[{LED=550 5.9.9 The moon is in the wrong house [mx.fabrikam.com]};{MSG=};{FQDN=mx.fabrikam.com};{IP=192.0.2.7};{LRT=}]',
    );
    expect(signals).toEqual([]);
    expect(rest).toMatchObject([
      {
        text: '550 5.9.9 The moon is in the wrong house [mx.fabrikam.com',
        layers: [{ id: 'wrapped-queue-braces', host: 'mx.fabrikam.com', ip: '192.0.2.7' }],
      },
    ]);
  });

  test('is kept when it has no code at all', () => {
    const { rest } = matchText('[{LED=Something went wrong with the moon};{MSG=};{FQDN=mx.contoso.com}]');
    expect(rest).toMatchObject([
      { text: 'Something went wrong with the moon', layers: [{ host: 'mx.contoso.com' }] },
    ]);
  });

  test('is kept beside what is known', () => {
    const { signals, rest } = matchText(
      "Server at a.contoso.com returned '550 5.9.9 First unknown'\nServer at b.contoso.com returned '421 4.4.2 Connection dropped due to TimedOut'\n554 Second unknown",
    );
    expect(signals.map((signal) => signal.id)).toEqual(['connection-dropped-timed-out']);
    expect(rest.map((piece) => piece.text)).toEqual(['550 5.9.9 First unknown', '554 Second unknown']);
  });

  test('is one piece when a reply has several lines', () => {
    const { rest } = matchText('550-5.9.9 First line of the reply\n550-5.9.9 second\n550 5.9.9 third');
    expect(rest).toHaveLength(1);
  });

  test('inside a wrapper with a meaning is kept beside the wrapper', () => {
    const { signals, rest } = matchText(
      '451 4.4.395 Target host responded with error. -> 550 5.9.9 The moon is in the wrong house',
    );
    expect(signals.map((signal) => signal.id)).toEqual(['wrapped-target-responded']);
    expect(rest.map((piece) => piece.text)).toEqual(['550 5.9.9 The moon is in the wrong house']);
  });

  test('counts as an error when only its verb says so', () => {
    expect(matchText('The handshake failed for reasons unknown').rest).toHaveLength(1);
  });
});

test.each([
  'My mail to the supplier failed yesterday and nobody knows why.',
  'We use .NET Framework 4.7.2 and PowerShell 5.1.3 on all servers.',
  'The queue holds 450 messages and 10.4.4.2 is the gateway.',
  '2026-01-19T08:12:01Z,Outbound,08D9,3,192.0.2.1:5,192.0.2.2:25,<,250-STARTTLS,',
  "Client certificate chain validation status: 'EmptyCertificate'",
  '',
])('prose and success are no errors: %s', (text) => {
  expect(matchText(text)).toEqual({ signals: [], rest: [] });
});

test('what cannot be told from an error is at least not lost when the text is cut anywhere', () => {
  const whole = `[{LRT=15-01-26 23:50:05};{LED=450 4.7.0 Proxy session setup failed on Frontend with '451 4.4.0 Primary target IP address responded with: "451 4.4.0 Security status InvalidToken." ${failover} The last endpoint attempted was 192.0.2.30:25'};{FQDN=EX01.contoso.local};{IP=192.0.2.12}]`;
  for (let length = 0; length <= whole.length; length++) {
    const { signals, rest } = matchText(whole.slice(0, length));
    const found = signals.length + rest.length;
    if (length >= whole.indexOf('450 4.7.0') + 10) expect(found, whole.slice(0, length)).toBeGreaterThan(0);
    if (length >= whole.indexOf('Token."') + 5) {
      expect(signals.map((signal) => signal.id)).toEqual(['tls-negotiation-invalid-token']);
    }
  }
});

describe('a text that is cut in the middle of its words', () => {
  test.each([
    ['451 5.7.3 Must issue a STARTTLS comma…', 'starttls-must-issue'],
    ['530 5.7.0 Must issue a STAR...', 'starttls-must-issue-530'],
    ['Must issue a STARTTLS com', 'starttls-must-issue'],
    ['421 4.4.2 Connection dropped due to S', 'connection-dropped-socket-error'],
    ['421 4.4.2 Connection dropped due to Sock...', 'connection-dropped-socket-error'],
    ['421 4.4.1 Conn...', 'connection-timed-out'],
    ['451 4.7.3 The admin has temporarily disall...', 'secure-domain-disallowed'],
    ['451 4.4.0 Primary target IP addr...', 'wrapped-primary-target'],
    [
      '451 4.4.0 Primary target IP address responded with: "421 4.2.1 Unable to conne...',
      'unable-to-connect',
    ],
    [
      '[{LED=421 4.2.1 Unable to connect -> SocketConnectionRefused: Socket error co...',
      'unable-to-connect-socket',
    ],
  ])('%s: can only be one', (text, id) => {
    const { signals, rest } = matchText(text);
    expect(signals).toMatchObject([{ id, truncated: true, text: expect.stringMatching(/…$/) }]);
    expect(rest).toEqual([]);
  });

  test.each([
    ['451 4.4.0 TLS negoti...', 'tls-negotiation-other'],
    ['TLS negotiation failed with error Conn...', 'tls-negotiation-other'],
    ['421 4.4.2 Connec...', 'connection-dropped-other'],
  ])('%s: one of a family, and which one stays open', (text, id) => {
    expect(matchText(text).signals).toMatchObject([{ id, truncated: true }]);
  });

  test.each(['451 4.4.0 Se...', '451 5.7.3 ST...'])('%s: too little to tell, and kept', (text) => {
    expect(matchText(text)).toMatchObject({ signals: [], rest: [{ text }] });
  });

  test.each(['See the connection', 'It was closed... Certificate', 'read the certif'])(
    '%s: the beginning of a word is no error',
    (text) => {
      expect(matchText(text)).toEqual({ signals: [], rest: [] });
    },
  );

  test('nothing is missing where the code alone tells', () => {
    const [signal] = matchText('550 5.7.64 TenantAttribution; Relay Acc...').signals;
    expect(signal).toMatchObject({ id: 'relay-access-denied' });
    expect(signal).not.toHaveProperty('truncated');
  });

  test('whole words are not said to be cut', () => {
    for (const text of ['421 4.4.2 Connection dropped due to SocketError', '421 4.2.1 Unable to connect...'])
      expect(matchText(text).signals[0]).not.toHaveProperty('truncated');
  });
});

test('a name that a console cut in two is one again', () => {
  const led =
    '[{LED=421 4.4.2 Connection dropped due to SocketError};{MSG=};{FQDN=con\n      toso-com.mail.protection.outlook.com};{IP=104.47.\n58.110};{LRT=11/20/2025 9:12:44\n AM}]';
  expect(matchText(led).signals[0]?.layers).toMatchObject([
    { host: 'contoso-com.mail.protection.outlook.com', ip: '104.47.58.110', at: '11/20/2025 9:12:44 AM' },
  ]);
});

test('the error of a connection as Exchange writes it in the connectivity log', () => {
  const [signal] = matchText('Failed connection to 192.0.2.9:25 (TimedOut:0000274C)').signals;
  expect(signal).toMatchObject({
    id: 'unable-to-connect-socket',
    groups: { reason: 'TimedOut', socket: '0000274C' },
  });
});

test.each([
  ['stat=Deferred: 403 4.7.0 TLS handshake failed.', 'library-handshake-cut'],
  [
    'dsn=4.4.2, status=deferred (lost connection with mail.contoso.com[192.0.2.25] while performing the EHLO handshake)',
    'library-connection-closed',
  ],
  ['dsn=4.7.5, status=deferred (Server certificate not trusted)', 'library-certificate'],
])('%s', (text, id) => {
  expect(matchText(text)).toMatchObject({ signals: [{ id }], rest: [] });
});
