// Diagnoses and evidence for tests of the formats and for looking at them.
import type { Diagnosis } from '../../src/diagnosis/diagnosis.ts';
import { type EvidenceSummary, summariseSignals } from '../../src/diagnosis/evidence-summary.ts';
import { withProtocols } from '../example-facts.ts';
import { diagnosed, readLog, signals } from './read-text.ts';
import { clearMail, failedHandshake, protocolLog } from './sessions.ts';

const now = new Date('2026-01-11T12:00:00.000Z');
const connector = 'Outbound to Office 365 - 0f3d5f0e';
const log = protocolLog('Send', connector, [
  failedHandshake({ at: '10:00' }),
  clearMail({ at: '10:05' }),
  clearMail({ at: '10:10' }),
]);

/** Mail in clear text from a host without TLS 1.2, a refusal elsewhere, and an error that leaves everything open. */
function mixed(): Diagnosis {
  const read = readLog(log);
  const others = [
    ...signals(
      '550 5.7.26 Your email has been blocked because the sender is unauthenticated',
      'trackingLog',
      {
        peer: 'gmail-smtp-in.l.google.com',
        direction: 'send',
        at: '2026-01-10T08:00:00.000Z',
      },
    ),
    ...signals('451 5.7.3 Must issue a STARTTLS command first', 'queue', {
      peer: 'mx.fabrikam.com',
      connector: 'Internet',
      messages: 3,
      waiting: true,
    }),
  ];
  const facts = withProtocols({
    'TLS 1.2\\Client': { Enabled: 0, DisabledByDefault: 1 },
    'TLS 1.2\\Server': { Enabled: 1, DisabledByDefault: 0 },
  });
  return diagnosed({ ...read, signals: [...read.signals, ...others], facts, now });
}

export function sampleDiagnoses() {
  return {
    mixed: mixed(),
    certain: diagnosed({
      signals: signals('421 4.7.66 TLS 1.0 and 1.1 are not supported. https://aka.ms/smtp_auth_tls'),
      now,
    }),
    contradicted: diagnosed({
      ...readLog(
        protocolLog('Send', connector, [failedHandshake({ at: '10:00', status: 'UnsupportedFunction' })]),
      ),
      facts: withProtocols({
        'TLS 1.2\\Client': { Enabled: 1, DisabledByDefault: 0 },
        'TLS 1.2\\Server': { Enabled: 1, DisabledByDefault: 0 },
      }),
      now,
    }),
    nothing: diagnosed({ now }),
  };
}

export function sampleEvidence(): EvidenceSummary {
  const read = readLog(log);
  return {
    sources: [
      {
        file: 'SEND2026011110-1.LOG',
        kind: 'smtpSendLog',
        records: 34,
        unreadable: 1,
        unreadableAt: [{ where: { source: 'SEND2026011110-1.LOG', line: 35 }, reason: 'cut' }],
      },
    ],
    problems: [
      { file: 'old.zip', code: 'archiveEncrypted', words: 'old.zip is encrypted. Unpack it first.' },
    ],
    signals: summariseSignals(read.signals),
    unrecognised: [
      {
        shape: '# #.#.# Something new happened at <host>',
        count: 2,
        example: '451 4.9.9 Something new happened at mx.fabrikam.com',
        where: { source: 'SEND2026011110-1.LOG', line: 20 },
      },
    ],
    usage: read.usage?.[0] ?? null,
  };
}

/** One text wherever a log or a host could put one. */
export function hostileDiagnosis(text: string): { diagnosis: Diagnosis; evidence: EvidenceSummary } {
  const { mixed: base } = sampleDiagnoses();
  const where = { source: text, line: 1 };
  const diagnosis: Diagnosis = {
    ...base,
    host: { name: text, domain: text },
    causes: base.causes.map((cause) => ({
      ...cause,
      because: cause.because.map((one) => ({
        ...one,
        text,
        where,
        params: { ...one.params, peer: text, root: text },
      })),
      flows: cause.flows.map((flow) => ({
        ...flow,
        connector: text,
        peer: text,
        firstSeen: text,
        lastSeen: text,
      })),
      settleBy: cause.settleBy && { ...cause.settleBy, params: { host: text }, commands: [text] },
    })),
  };
  const evidence = sampleEvidence();
  return {
    diagnosis,
    evidence: {
      ...evidence,
      sources: evidence.sources.map((source) => ({
        ...source,
        file: text,
        unreadableAt: [{ where, reason: 'cut' as const }],
      })),
      problems: [{ file: text, code: text, detail: text, words: text }],
      signals: [{ id: text, text, count: 1, firstSeen: text, lastSeen: text, where }],
      unrecognised: [{ shape: text, count: 1, example: text, where }],
    },
  };
}
