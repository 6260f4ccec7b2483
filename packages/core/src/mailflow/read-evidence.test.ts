// Sources of any size, encoding and state: counted exactly, placed exactly, and nothing in them lost.
import { describe, expect, test } from 'vitest';
import { utf16 } from '../../test/evidence/compound-file.ts';
import { sources } from '../../test/evidence/sources.ts';
import { EvidenceReader, readEvidence } from './read-evidence.ts';

const error = '451 4.4.0 TLS negotiation failed with error SocketError';
const encoder = new TextEncoder();

function readInPieces(bytes: Uint8Array, size: number): ReturnType<EvidenceReader['finish']> {
  const reader = new EvidenceReader({ source: 's' });
  for (let at = 0; at < bytes.length; at += size) reader.push(bytes.subarray(at, at + size));
  return reader.finish();
}

describe('large sources', () => {
  test('CSV of many megabytes: exact counts, and the last line is known', () => {
    const rows = 60_000;
    const row =
      '2023-03-07T18:46:06Z,Defer,,"[{LED=451 5.7.3 STARTTLS is required to send mail};\r\n{MSG=}]",jane@fabrikam.com,john@contoso.com\r\n';
    const bytes = encoder.encode(
      `Date,Event,Action,Detail,SenderAddress,RecipientAddress\r\n${row.repeat(rows)}2023-03-08T18:46:06Z,Fail,,"${error}",a@b.c,d@e.f`,
    );
    const evidence = readInPieces(bytes, 65_536);
    expect(evidence).toMatchObject({
      kind: 'messageTrace',
      count: { records: rows + 1, unreadable: 0 },
      omitted: rows + 1 - 10_000,
      signals: [
        { id: 'starttls-required', count: rows, messages: rows, where: { source: 's', line: 2 } },
        { id: 'tls-negotiation-socket-error', where: { line: 2 * rows + 2 }, at: '2023-03-08T18:46:06.000Z' },
      ],
    });
  }, 60_000);

  test('events of many megabytes', () => {
    const one = `<Event><System><Provider Name="Schannel"/><EventID>36887</EventID><TimeCreated SystemTime="2026-01-17T20:27:36Z"/></System><EventData><Data Name="AlertDesc">70</Data></EventData></Event>\n`;
    const bytes = encoder.encode(`<Events>\n${one.repeat(30_000)}</Events>`);
    const evidence = readInPieces(bytes, 100_000);
    expect(evidence.count).toMatchObject({ records: 30_000, unreadable: 0 });
    expect(evidence.events).toMatchObject([{ count: 30_000, alert: { number: 70 } }]);
  }, 60_000);

  test('text of megabytes, with the line of each error', () => {
    const filler = `${'word '.repeat(20)}\n`;
    const bytes = encoder.encode(
      `${filler.repeat(30_000)}${error}\n${filler.repeat(10_000)}550 5.9.999 zqq\n`,
    );
    const evidence = readInPieces(bytes, 65_536);
    expect(evidence).toMatchObject({
      kind: 'errorText',
      count: { records: 2, unreadable: 0 },
      signals: [{ where: { line: 30_001 } }],
      unrecognised: { groups: [{ example: '550 5.9.999 zqq', where: { line: 40_002 } }] },
    });
  }, 60_000);

  test('a line of megabytes without an end: said so, and searched', () => {
    const text = `${'x '.repeat(400_000)}${error} ${'y '.repeat(400_000)}\nmore\n550 5.9.999 zqq\n`;
    const evidence = readInPieces(encoder.encode(text), 65_536);
    expect(evidence.count.unreadableAt[0]).toEqual({ where: { source: 's', line: 1 }, reason: 'tooLong' });
    expect(evidence.signals).toMatchObject([{ id: 'tls-negotiation-socket-error' }]);
    expect(evidence.unrecognised.groups).toMatchObject([{ where: { line: 3 } }]);
  }, 60_000);
});

describe('encodings', () => {
  test('UTF-16, as PowerShell 5.1 redirects', () => {
    const evidence = readEvidence(utf16(`\ufeff${sources.list?.(error)}`), { source: 's' });
    expect(evidence).toMatchObject({
      kind: 'queue',
      encoding: 'utf-16le',
      signals: [{ where: { line: 1 } }],
    });
  });

  const log = `#Software: Microsoft Exchange Server\r\n#Version: 15.0.0.0\r\n#Log-type: SMTP Send Protocol Log\r\n#Date: 2026-01-11T10:00:00.000Z\r\n#Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context\r\n${[
    '+,,',
    '<,220 mail.protection.outlook.com,',
    '>,EHLO EX01,',
    '<,250-STARTTLS,',
    '>,STARTTLS,',
    '<,220 2.0.0 SMTP server ready,',
    '*,,TLS negotiation failed with error SocketError',
    '-,,Remote',
  ]
    .map(
      (rest, index) =>
        `2026-01-11T10:00:0${index}.000Z,To Office 365,08DD34FA30862701,${index},10.0.0.1:4711,192.0.2.7:25,${rest}\r\n`,
    )
    .join('')}`;

  test.each([
    ['UTF-8', encoder.encode(log)],
    ['UTF-16', utf16(`\ufeff${log}`)],
    ['text', log],
  ])("one of Exchange's logs in %s", (_, input) => {
    const evidence = readEvidence(input, { source: 's' });
    expect(evidence).toMatchObject({
      kind: 'smtpSendLog',
      form: 'log',
      count: { records: 8, unreadable: 0 },
      signals: [
        {
          id: 'tls-negotiation-socket-error',
          connector: 'To Office 365',
          direction: 'send',
          peer: '192.0.2.7',
        },
      ],
      log: { sessions: [{ sessionId: '08DD34FA30862701' }] },
    });
    expect(evidence.log?.usage).not.toBeNull();
  });

  test('a piece of a log whose first line was cut: the error in that line is not lost', () => {
    const piece = `${error},\r\n${log.slice(log.indexOf('2026-01-11T10:00:01'), log.indexOf('2026-01-11T10:00:06'))}`;
    const evidence = readEvidence(piece, { source: 's' });
    expect(evidence).toMatchObject({ kind: 'smtpSendLog', count: { records: 5, unreadable: 1 } });
    expect(evidence.signals).toMatchObject([{ id: 'tls-negotiation-socket-error', where: { line: 1 } }]);
  });
});

test('a period', () => {
  const text = `Date,Event,Detail,SenderAddress,RecipientAddress\n2023-03-07T18:46:06Z,Defer,${error},a@b.c,d@e.f\n2023-03-09T18:46:06Z,Defer,${error},a@b.c,d@e.f\n,Defer,${error},a@b.c,d@e.f\n`;
  const period = { since: '2023-03-08T00:00:00.000Z', until: '2023-03-09T18:46:06.000Z' };
  const evidence = readEvidence(text, { source: 's', ...period });
  // What has no time cannot be left out.
  expect(evidence).toMatchObject({
    signals: [{ id: 'tls-negotiation-socket-error' }],
    traces: [{ at: null }],
  });
});

test.each([
  ['nothing', new Uint8Array(), { kind: 'unknown', form: 'empty', count: { records: 0, unreadable: 0 } }],
  [
    'binary',
    Uint8Array.from({ length: 200_000 }, (_, index) => (index * 37) % 256),
    { kind: 'foreign', form: 'binary', count: { unreadable: 1 } },
  ],
])('%s', (_, bytes, expected) => {
  expect(readEvidence(bytes, { source: 's' })).toMatchObject(expected);
});

test('a mixed source is of the kind that it has most of', () => {
  const text = `${sources.list?.(error)}\nProviderName : Schannel\nId : 36887\nMessage : The alert is 70\n`;
  expect(readEvidence(text, { source: 's' })).toMatchObject({
    kind: 'queue',
    count: { records: 3 },
    events: [{ id: 36887, alert: { number: 70 } }],
  });
});
