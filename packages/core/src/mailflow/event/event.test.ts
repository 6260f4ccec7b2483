// Events say the same whatever they were exported as, and in whatever language their sentences are.
import { describe, expect, test } from 'vitest';
import { type Evidence, readEvidence } from '../read-evidence.ts';

function eventXml(id: number, data: string, extra = ''): string {
  return `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="Schannel" Guid="{1F678132-5938-4686-9FDC-C8FF68F15C85}"/><EventID>${id}</EventID><Version>0</Version><Level>2</Level><Task>0</Task><TimeCreated SystemTime="2026-01-1${id % 10}T20:27:36.2228549Z"/><EventRecordID>2213</EventRecordID><Correlation ActivityID="{B1E3A429-AE1E-0001-CF50-D24FA6E0D801}"/><Execution ProcessID="616" ThreadID="3936"/><Channel>System</Channel><Computer>EX01.contoso.local</Computer><Security UserID="S-1-5-18"/></System>${data}${extra}</Event>`;
}

const received = eventXml(36887, '<EventData><Data Name="AlertDesc">70</Data></EventData>');
const newer = eventXml(
  36887,
  '<UserData><EventXML xmlns="LSA_NS"><CallerProcessId>616</CallerProcessId><CallerProcessImageName>lsass</CallerProcessImageName><AlertDesc>70</AlertDesc></EventXML></UserData>',
);
const german = eventXml(
  36888,
  "<EventData><Data Name='AlertDesc'>40</Data><Data Name='ErrorState'>1205</Data></EventData>",
  "<RenderingInfo Culture='de-DE'><Message>Es wurde eine schwerwiegende Warnung generiert.</Message></RenderingInfo>",
);

function read(text: string): Evidence {
  return readEvidence(text, { source: 'events' });
}

describe('XML', () => {
  test.each([
    ['one', received],
    ['with the data of newer Windows', newer],
    [
      'as the viewer shows it',
      `<?xml version="1.0" encoding="utf-8"?>\n${received.replaceAll('><', '>\r\n  <')}`,
    ],
  ])('%s', (_, text) => {
    const evidence = read(text);
    expect(evidence).toMatchObject({
      kind: 'schannelEvent',
      form: 'xml',
      count: { records: 1, unreadable: 0 },
    });
    expect(evidence.events).toEqual([
      {
        provider: 'Schannel',
        id: 36887,
        alert: { number: 70, name: 'protocol version' },
        state: null,
        protocol: null,
        text: null,
        count: 1,
        firstSeen: '2026-01-17T20:27:36.222Z',
        lastSeen: '2026-01-17T20:27:36.222Z',
        computers: ['EX01.contoso.local'],
        where: { source: 'events', line: text.startsWith('<?xml') ? 2 : 1 },
      },
    ]);
    expect(evidence.signals).toMatchObject([
      {
        id: 'tls-alert-protocol-version',
        kind: 'schannelEvent',
        reportedBy: 'EX01.contoso.local',
        at: '2026-01-17T20:27:36.222Z',
      },
    ]);
  });

  test('a list, counted by what the events say', () => {
    const evidence = read(`<Events>${received}${newer}${german}${german}</Events>`);
    expect(evidence.count).toMatchObject({ records: 4, unreadable: 0 });
    expect(evidence.events).toMatchObject([
      { id: 36887, count: 2, alert: { number: 70 } },
      { id: 36888, count: 2, alert: { number: 40, name: 'handshake failure' }, state: '1205' },
    ]);
  });

  test('one without its end does not take the next with it', () => {
    const evidence = read(`<Events>${received.slice(0, -40)}\n${german}\n${received.slice(0, 300)}`);
    expect(evidence.count).toMatchObject({
      records: 1,
      unreadable: 2,
      unreadableAt: [
        { where: { line: 1 }, reason: 'cut' },
        { where: { line: 3 }, reason: 'cut' },
      ],
    });
  });

  test('transport events have values without names; events of others are counted and say nothing', () => {
    const transport = received
      .replace('"Schannel"', '"MSExchangeTransport"')
      .replace('<EventID>36887', '<EventID Qualifiers="32772">2015')
      .replace(
        /<EventData>.*<\/EventData>/,
        '<EventData><Data>Outbound to Office 365</Data><Data>contoso-com.mail.protection.outlook.com</Data></EventData>',
      );
    const other = received.replace('"Schannel"', '"Service Control Manager"').replace('36887', '7036');
    const evidence = read(`<Events>${transport}${other}</Events>`);
    expect(evidence.count).toMatchObject({ records: 2, unreadable: 0 });
    expect(evidence.signals).toMatchObject([{ id: 'transport-tls-required-failed', kind: 'transportEvent' }]);
  });
});

describe('text of the viewer', () => {
  const texts: [string, string, number, string | null][] = [
    [
      'English, with XML below',
      `Log Name:      System\nSource:        Schannel\nDate:          10/16/2022 8:27:36 PM\nEvent ID:      36887\nTask Category: None\nLevel:         Error\nKeywords:      \nUser:          SYSTEM\nComputer:      EX01\nDescription:\nA fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is 70.\nEvent Xml:\n${received}`,
      36887,
      '2026-01-17T20:27:36.222Z',
    ],
    [
      'German',
      'Protokollname: System\nQuelle:        Schannel\nDatum:         16.10.2022 20:27:36\nEreignis-ID:   36887\nAufgabenkategorie:Keine\nEbene:         Fehler\nSchlüsselwörter:\nBenutzer:      SYSTEM\nComputer:      EX01\nBeschreibung:\nVom Remoteendpunkt kam eine schwerwiegende Warnung. Der Code der Warnung ist: 70.\n',
      36887,
      null,
    ],
    [
      'Hebrew',
      'שם יומן: System\nמקור: Schannel\nתאריך: 16/10/2022 20:27:36\nמזהה אירוע: 36887\nרמה: שגיאה\nמחשב: EX01\nתיאור:\nהתקבלה התראה חמורה מנקודת הקצה המרוחקת. קוד ההתראה הוא 70.\n',
      36887,
      null,
    ],
    [
      'with a short head only',
      'Source: Schannel\nEvent ID: 36887\nLevel: Error\nThe alert code received is 70.',
      36887,
      null,
    ],
  ];
  test.each(texts)('%s', (_, text, id, at) => {
    const evidence = read(text);
    expect(evidence).toMatchObject({
      kind: 'schannelEvent',
      why: 'eventHead',
      count: { records: 1, unreadable: 0 },
    });
    expect(evidence.events).toMatchObject([
      { id, alert: { number: 70, name: 'protocol version' }, firstSeen: at },
    ]);
    expect(evidence.signals).toMatchObject([{ id: 'tls-alert-protocol-version' }]);
  });

  test('several below each other', () => {
    const one = (texts[1] as [string, string, number, null])[1];
    const evidence = read(`Bei uns:\n\n${one}\n${one.replace('70.', '48.')}`);
    expect(evidence.count).toMatchObject({ records: 2, unreadable: 0 });
    expect(evidence.events.map(({ alert }) => alert?.number).sort()).toEqual([48, 70]);
  });
});

describe('exports and cmdlets', () => {
  test("the viewer's CSV, with a German heading and text behind the last column", () => {
    const text =
      'Ebene,Datum und Uhrzeit,Quelle,Ereignis-ID,Aufgabenkategorie\r\nFehler,16.10.2022 20:27:36,Schannel,36887,Keine,"Vom Remoteendpunkt kam eine schwerwiegende Warnung.\r\nDer Code der Warnung ist: 70."\r\nInformationen,16.10.2022 20:27:37,Service Control Manager,7036,Keine,Dienst\r\nFehler,16.10.2022 20:27:38,MSExchangeTransport,2015,SmtpSend,"Der Sendeconnector ..."\r\n';
    const evidence = read(text);
    expect(evidence).toMatchObject({ form: 'csv', count: { records: 3, unreadable: 0 } });
    expect(evidence.signals).toMatchObject([
      { id: 'tls-alert-protocol-version', where: { line: 2 } },
      { id: 'transport-tls-required-failed', where: { line: 5 } },
    ]);
  });

  test('Get-WinEvent as a list', () => {
    const evidence = read(
      '\nTimeCreated  : 10/16/2022 8:27:36 PM\nProviderName : Schannel\nId           : 36874\nMessage      : An TLS 1.0 connection request was received from a remote client application, but none of the cipher\n               suites supported by the client application are supported by the server. The TLS connection request\n               has failed.\n',
    );
    expect(evidence).toMatchObject({ kind: 'schannelEvent', form: 'list' });
    expect(evidence.events).toMatchObject([{ id: 36874, protocol: 'TLS 1.0' }]);
  });

  test('Get-WinEvent as it prints by itself: tables by provider', () => {
    const evidence = read(
      '\n   ProviderName: Schannel\n\nTimeCreated                     Id LevelDisplayName Message\n-----------                     -- ---------------- -------\n10/16/2022 8:27:36 PM        36887 Error            A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is 70.\n10/16/2022 8:27:37 PM        36887 Error            A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is 70.\n\n   ProviderName: MSExchangeTransport\n\nTimeCreated                     Id LevelDisplayName Message\n-----------                     -- ---------------- -------\n10/16/2022 8:27:38 PM        12014 Error            Microsoft Exchange could not find a certificate that contains...\n',
    );
    expect(evidence).toMatchObject({ form: 'table', count: { records: 3, unreadable: 0 } });
    expect(evidence.events).toMatchObject([
      { provider: 'Schannel', id: 36887, count: 2, alert: { number: 70 } },
      { provider: 'MSExchangeTransport', id: 12014, count: 1 },
    ]);
  });

  test('Get-EventLog, with its values and the severity in the instance id', () => {
    const evidence = read(
      '\nIndex              : 4711\nEntryType          : Error\nInstanceId         : 3221262360\nMessage            : Nachricht\nCategory           : (0)\nReplacementStrings : {40, 1205}\nSource             : Schannel\nTimeGenerated      : 16.10.2022 20:27:36\nUserName           : CONTOSO\\jane\n',
    );
    expect(evidence.events).toMatchObject([{ id: 36888, alert: { number: 40 }, state: '1205' }]);
    expect(JSON.stringify(evidence)).not.toContain('jane');
  });

  test('JSON of Get-WinEvent', () => {
    const evidence = read(
      JSON.stringify([
        {
          Id: 36887,
          ProviderName: 'Schannel',
          TimeCreated: '/Date(1665952056222)/',
          MachineName: 'EX01',
          Properties: [{ Value: '70' }],
          Message: 'x',
        },
      ]),
    );
    expect(evidence.events).toMatchObject([
      { id: 36887, alert: { number: 70 }, firstSeen: '2022-10-16T20:27:36.222Z', computers: ['EX01'] },
    ]);
  });
});

test('first and last seen, on which hosts', () => {
  const at = (day: number, computer: string): string =>
    received.replace('2026-01-17', `2026-01-${day}`).replace('EX01.contoso.local', computer);
  const { events, signals } = read(`<Events>${at(17, 'EX02')}${at(15, 'EX01')}${at(16, 'EX01')}</Events>`);
  expect(events).toMatchObject([
    {
      count: 3,
      firstSeen: '2026-01-15T20:27:36.222Z',
      lastSeen: '2026-01-17T20:27:36.222Z',
      computers: ['EX02', 'EX01'],
    },
  ]);
  expect(signals).toMatchObject([{ reportedBy: 'EX02' }, { reportedBy: 'EX01', count: 2 }]);
});
