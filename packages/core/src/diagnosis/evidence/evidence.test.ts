// Each kind of evidence: what it finds, what it leaves alone, and that no error of the catalog falls between two kinds.
import { describe, expect, test } from 'vitest';
import { readLog, signals } from '../../../test/diagnosis/read-text.ts';
import {
  agreedTls12,
  clearMail,
  failedHandshake,
  protocolLog,
  receivedClear,
} from '../../../test/diagnosis/sessions.ts';
import { exampleFacts, exampleNow, withProtocols } from '../../../test/example-facts.ts';
import { evaluate } from '../../engine/evaluate.ts';
import { catalog, errorSources } from '../../errors/index.ts';
import type { HostFacts } from '../../facts/host-facts.ts';
import { enEvidence } from '../../locales/en/evidence.ts';
import type { Text } from '../../locales/text.ts';
import { rules } from '../../rules/index.ts';
import { openCase } from '../group.ts';
import type { DiagnosisInput, DiagnosisSignal } from '../input.ts';
import { alert } from './alert.ts';
import { certificateNamed } from './certificate-named.ts';
import { connectionCut } from './connection-cut.ts';
import { handshakeFailed } from './handshake-failed.ts';
import { hostBuild } from './host-build.ts';
import { hostCertificates } from './host-certificates.ts';
import { hostCiphers } from './host-ciphers.ts';
import { hostConnectors } from './host-connectors.ts';
import { hostTls12 } from './host-tls12.ts';
import { finders, textFinders } from './index.ts';
import { notConnected } from './not-connected.ts';
import { outside, perhapsOutside } from './outside.ts';
import type { Finder, Piece } from './piece.ts';
import { refusalNamed } from './refusal-named.ts';
import {
  agreedNew,
  clearRetry,
  clearUnexplained,
  cutShort,
  neverNewer,
  startTlsMissing,
  startTlsNotTried,
} from './sessions.ts';
import { throttled } from './throttled.ts';
import { tlsDemanded } from './tls-demanded.ts';
import { versionRefused } from './version-refused.ts';
import { waited } from './waited.ts';
import { enforcement, onlineNotOffered } from './when.ts';

function found(finder: Finder, input: Partial<DiagnosisInput>, facts?: HostFacts): Piece[] {
  const whole = { signals: [], now: exampleNow, ...input, ...(facts ? { facts } : {}) };
  const file = openCase(whole);
  const report = facts ? evaluate(facts, { now: exampleNow }) : null;
  return file.groups.flatMap((group) => finder(group, { file, report }));
}

const points = (pieces: readonly Piece[]) => pieces.map(({ cause, points: own }) => `${cause} ${own}`);

function signal(id: string, known: Partial<DiagnosisSignal> = {}): DiagnosisSignal {
  return { id, text: id, where: { source: 'a' }, ...known };
}

test('every error of the catalog belongs to one kind, and every kind has its sentence', () => {
  const sentences: Readonly<Record<string, Text>> = enEvidence.diagnosis.evidence;
  const wrong = catalog.flatMap(({ id, role }) => {
    const pieces = textFinders
      .map((finder) => found(finder, { signals: [signal(id)] }))
      .filter((all) => all.length > 0);
    const silent = pieces.flat().filter(({ evidence }) => sentences[evidence] === undefined);
    const wanted = role === 'evidence' ? 0 : 1;
    return pieces.length === wanted && silent.length === 0 ? [] : [id];
  });
  expect(wrong).toEqual([]);
  expect(Object.keys(errorSources)).toHaveLength(catalog.length);
});

test.each<[string, Finder, string, string[]]>([
  ['version refused', versionRefused, '421 4.7.66 TLS 1.0 and 1.1 are not supported', ['tls-version 100']],
  [
    'no common algorithm leaves version and cipher',
    versionRefused,
    'TLS negotiation failed with error AlgorithmMismatch',
    ['tls-version 65', 'cipher 35'],
  ],
  ['alert 70', alert, 'tlsv1 alert protocol version', ['tls-version 100']],
  ['alert 48', alert, 'alert unknown ca', ['certificate 100']],
  ['certificate', certificateNamed, 'TLS negotiation failed with error UntrustedRoot', ['certificate 100']],
  ['not connected', notConnected, 'Socket error code 10061', ['network 100']],
  ['throttled', throttled, '450 4.7.230 anything', ['outdated-server 100']],
  [
    'refusal',
    refusalNamed,
    '550 5.7.64 TenantAttribution; Relay Access Denied',
    ['connector 60', 'certificate 30', 'undetermined 10'],
  ],
  ['waited', waited, '550 4.4.7 QUEUE.Expired; message expired', ['undetermined 100']],
])('%s', (_, finder, text, expected) => {
  expect(points(found(finder, { signals: signals(text) }))).toEqual(expected);
  expect(found(finder, { signals: signals('452 4.3.1 Insufficient system resources') })).toHaveLength(
    finder === refusalNamed ? 2 : 0,
  );
});

test('a vague text gives its weights and is no proof', () => {
  for (const [finder, text] of [
    [handshakeFailed, 'TLS negotiation failed with error SocketError'],
    [connectionCut, '421 4.4.2 Connection dropped due to SocketError'],
    [tlsDemanded, '451 5.7.3 Must issue a STARTTLS command first'],
  ] as const) {
    const pieces = found(finder, { signals: signals(text) });
    expect(pieces.reduce((sum, piece) => sum + piece.points, 0)).toBe(100);
    expect(new Set(pieces.map(({ strength }) => strength))).toEqual(new Set(['text']));
  }
});

test('an event of Windows is never a proof about mail', () => {
  const text =
    'A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is 70.';
  const [piece] = found(alert, { signals: signals(text, 'schannelEvent') });
  expect(piece).toMatchObject({ evidence: 'hostEvent', strength: 'text', points: 80 });
});

test('a text that is cut off is no proof, and a whole one beside it is', () => {
  const cut = signals('421 4.2.1 Unable to connect -> SocketConnectionRefu...');
  expect(found(notConnected, { signals: cut })).toMatchObject([{ strength: 'text', points: 75 }]);
  const whole = signals('421 4.2.1 Unable to connect -> SocketConnectionRefused: Socket error code 10061');
  expect(found(notConnected, { signals: [...cut, ...whole] })).toMatchObject([
    { strength: 'proof', points: 100, count: 2 },
  ]);
});

test('the same error many times is one piece with its count', () => {
  const many = [signal('server-out-of-date', { count: 3 }), signal('server-out-of-date', { count: 4 })];
  expect(found(throttled, { signals: many })).toMatchObject([{ count: 7 }]);
});

describe('time', () => {
  const atOnline = { peer: 'contoso-com.mail.protection.outlook.com', kind: 'queue' } as const;
  test.each([
    ['2019-06-01T00:00:00.000Z', ['tls-version -30']],
    ['2021-01-10T00:00:00.000Z', ['tls-version -30']],
    ['2021-01-11T00:00:00.000Z', ['tls-version 20']],
    [undefined, ['tls-version 20']],
  ])('%s', (at, expected) => {
    const failed = signal('tls-negotiation-socket-error', {
      ...atOnline,
      ...(at === undefined ? {} : { at }),
    });
    expect(points(found(enforcement, { signals: [failed] }))).toEqual(expected);
  });

  test('a year alone is before only when the whole year is', () => {
    const inYear = (day: string) =>
      found(enforcement, { signals: [signal('tls-negotiation-socket-error', { ...atOnline, day })] });
    expect(points(inYear('2020'))).toEqual(['tls-version -30']);
    expect(points(inYear('2021'))).toEqual(['tls-version 20']);
  });

  test('a cut that is not in a handshake, or with somebody else, says nothing about old versions', () => {
    expect(found(enforcement, { signals: [signal('connection-dropped-socket-error', atOnline)] })).toEqual(
      [],
    );
    const other = signal('tls-negotiation-socket-error', { kind: 'queue', peer: 'mx.fabrikam.com' });
    expect(found(enforcement, { signals: [other] })).toEqual([]);
  });

  test('TLS that Exchange Online missed points to the root only since that changed', () => {
    const demanded = (day?: string) =>
      points(
        found(onlineNotOffered, {
          signals: [
            signal('starttls-required', { byExchangeOnline: true, ...(day === undefined ? {} : { day }) }),
          ],
        }),
      );
    expect(demanded('2020')).toEqual(['starttls-not-offered 35']);
    expect(demanded('2026-06-01')).toEqual(['starttls-not-offered 20', 'certificate 15']);
    expect(demanded()).toEqual(['starttls-not-offered 20', 'certificate 5']);
    expect(demanded('2026')).toEqual(['starttls-not-offered 20']);
  });
});

describe('sessions', () => {
  const send = (...sessions: Parameters<typeof protocolLog>[2]) =>
    readLog(protocolLog('Send', 'To Office 365', sessions));

  test('clear text after a failure speaks for TLS and against the network', () => {
    const input = send(failedHandshake({ at: '10:00' }), clearMail({ at: '10:05' }));
    expect(points(found(clearRetry, input))).toEqual(['tls-version 10', 'cipher 5', 'network -25']);
    expect(found(clearRetry, input)[0]).toMatchObject({
      count: 1,
      params: { messages: 1 },
      where: { line: 12 },
    });
    expect(found(clearUnexplained, input)).toEqual([]);
    // Errors of the log that the caller did not hand over are found in the sessions.
    expect(found(handshakeFailed, { ...input, signals: [] })).not.toEqual([]);
  });

  test('no offer of STARTTLS: proof, and on the receiving host a hint to the certificate', () => {
    expect(points(found(startTlsMissing, send(clearMail({ at: '10:00', offer: false }))))).toEqual([
      'starttls-not-offered 100',
    ]);
    const received = readLog(
      protocolLog('Receive', 'EX01\\Default', [receivedClear({ at: '10:00', offer: false })]),
    );
    expect(points(found(startTlsMissing, received))).toEqual(['starttls-not-offered 100', 'certificate 35']);
    const stranger = protocolLog('Receive', 'EX01\\Default', [
      receivedClear({ at: '10:00', offer: false, peer: '198.51.100.7' }),
    ]);
    expect(found(startTlsMissing, readLog(stranger))).toEqual([]);
  });

  test('TLS on offer and not tried is the connector', () => {
    expect(points(found(startTlsNotTried, send(clearMail({ at: '10:00' }))))).toEqual(['connector 70']);
    expect(found(startTlsNotTried, send(agreedTls12({ at: '10:00' })))).toEqual([]);
  });

  test('clear text without kept sessions stays unexplained', () => {
    const { sessions, ...counted } = send(clearMail({ at: '10:00' }));
    expect(sessions).toHaveLength(1);
    expect(found(clearUnexplained, counted)).toMatchObject([
      { cause: 'undetermined', params: { messages: 1 } },
    ]);
  });

  test('agreed versions', () => {
    const mixed = send(failedHandshake({ at: '10:00' }), agreedTls12({ at: '10:05' }));
    expect(points(found(agreedNew, mixed))).toEqual([
      'tls-version -30',
      'cipher -20',
      'starttls-not-offered -10',
    ]);
    expect(found(neverNewer, mixed)).toEqual([]);
    expect(found(agreedNew, send(failedHandshake({ at: '10:00' })))).toEqual([]);
  });

  test('nobody ever agreed on anything newer', () => {
    const log = protocolLog('Send', 'To Office 365', [failedHandshake({ at: '10:00' })]);
    const old = protocolLog('Send', 'To Office 365', [agreedTls12({ at: '10:05', peer: '198.51.100.7' })]);
    const input = readLog(log + old.replace('SP_PROT_TLS1_2', 'SP_PROT_TLS1_0'));
    expect(points(found(neverNewer, input))).toEqual(['tls-version 30']);
    expect(found(neverNewer, input)[0]?.params).toEqual({ protocol: 'TLS 1.0' });
  });

  test('a log cut short', () => {
    const begun = failedHandshake({ at: '10:00' });
    expect(found(cutShort, send({ ...begun, parts: begun.parts.slice(0, 3) }))).toMatchObject([
      { cause: 'undetermined' },
    ]);
    expect(found(cutShort, send(agreedTls12({ at: '10:00' })))).toEqual([]);
  });
});

describe('somebody else', () => {
  const trace = (peer: string) => [
    signal('connection-dropped-socket-error', { byExchangeOnline: true, peer, kind: 'messageTrace' }),
  ];
  test.each([
    ['mx-eu.mail.am0.yahoodns.net', undefined, ['unrelated 80']],
    ['mx1.fabrikam.com', exampleFacts(), ['unrelated 100']],
    ['mail.contoso.com', exampleFacts(), []],
    ['192.0.2.1', exampleFacts(), []],
    ['mx1.fabrikam.com', undefined, []],
  ])('%s', (peer, facts, expected) => {
    expect(points(found(outside, { signals: trace(peer) }, facts))).toEqual(expected);
  });
  test('without facts a name may be somebody else’s', () => {
    expect(points(found(perhapsOutside, { signals: trace('mx1.fabrikam.com') }))).toEqual(['unrelated 15']);
    expect(found(perhapsOutside, { signals: trace('mail.contoso.com') }, exampleFacts())).toEqual([]);
  });
});

describe('settings of the host', () => {
  const off = { Enabled: 0, DisabledByDefault: 1 };
  const on = { Enabled: 1, DisabledByDefault: 0 };
  const sent = { signals: [signal('tls-negotiation-socket-error', { kind: 'queue', peer: '104.47.58.43' })] };
  const received = {
    signals: [signal('tls-negotiation-socket-error', { kind: 'smtpReceiveLog', peer: '104.47.58.43' })],
  };

  test('the role of the direction decides', () => {
    const clientOff = withProtocols({ 'TLS 1.2\\Client': off, 'TLS 1.2\\Server': on });
    expect(found(hostTls12, sent, clientOff)).toMatchObject([{ points: 70, inevitable: true }]);
    expect(points(found(hostTls12, received, clientOff))).toEqual(['tls-version -35']);
  });

  test('a healthy host', () => {
    const own = exampleFacts();
    expect(points(found(hostTls12, sent, own))).toEqual(['tls-version -35']);
    expect(points(found(hostCiphers, sent, own))).toEqual(['cipher -25']);
    expect(found(hostCertificates, sent, own).every((piece) => piece.points < 0)).toBe(true);
    expect(found(hostConnectors, sent, own).every((piece) => piece.points < 0)).toBe(true);
    expect(points(found(hostBuild, sent, own))).toEqual(['outdated-server -20']);
  });

  test('without facts, or away from the host, settings say nothing', () => {
    for (const finder of [hostTls12, hostCiphers, hostCertificates, hostConnectors, hostBuild]) {
      expect(found(finder, sent)).toEqual([]);
      expect(found(finder, { signals: [signal('smtp-auth-old-tls')] }, exampleFacts())).toEqual([]);
    }
  });

  test('name rules that exist', () => {
    const named = new Set<string>();
    const report = evaluate(exampleFacts(), { now: exampleNow });
    const all = {
      ...report,
      findings: rules.map(
        ({ id }) => ({ rule: id, verdict: 'fail', message: { key: 'x' }, evidence: [] }) as const,
      ),
    };
    for (const input of [sent, received]) {
      const file = openCase({ ...input, now: exampleNow });
      for (const group of file.groups)
        for (const finder of finders)
          for (const { finding } of finder(group, { file, report: all }))
            if (finding) named.add(finding.rule);
    }
    expect([...named].sort()).toEqual([
      'certificates/connector-certificate',
      'certificates/exchange-online-root',
      'certificates/smtp-certificate',
      'ciphers/curves',
      'ciphers/exchange-online-overlap',
      'connectors/certificate-name',
      'connectors/cleartext',
      'connectors/cloud-services-mail',
      'connectors/ignore-starttls',
      'connectors/starttls-offered',
      'connectors/tls-auth-level',
      'connectors/tls-domain',
      'connectors/tls-domain-capabilities',
      'exchange/throttled-build',
      'exchange/tls12-minimum-build',
      'schannel/needed-algorithms',
      'schannel/tls12-client-enabled',
      'schannel/tls12-server-enabled',
      'windows/tls12-updates',
    ]);
  });
});
