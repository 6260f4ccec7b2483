// Reads texts and protocol logs the way the program does, for tests of the diagnosis.
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import type { Diagnosis } from '../../src/diagnosis/diagnosis.ts';
import type { DiagnosisInput, DiagnosisSignal } from '../../src/diagnosis/input.ts';
import { signalsFromErrors, signalsFromText } from '../../src/diagnosis/signals.ts';
import type { EvidenceKind } from '../../src/mailflow/evidence.ts';
import { ProtocolLogReader } from '../../src/mailflow/protocol-log/protocol-log-reader.ts';
import type { SmtpSession } from '../../src/mailflow/protocol-log/smtp-session.ts';
import type { UsageReport } from '../../src/mailflow/usage.ts';
import { exampleNow } from '../example-facts.ts';

export function signals(
  text: string,
  kind?: EvidenceKind,
  known: Partial<DiagnosisSignal> = {},
): DiagnosisSignal[] {
  const where = { source: 'pasted.txt', line: 1 };
  return signalsFromText(text, where, kind === undefined ? known : { kind, ...known }).signals;
}

/** What a protocol log gives: sessions, usage, and the signals of its errors. */
export function readLog(
  text: string,
): Pick<DiagnosisInput, 'signals' | 'sessions'> & { usage: UsageReport[] } {
  const sessions: SmtpSession[] = [];
  const reader = new ProtocolLogReader({ onSession: (session) => sessions.push(session) });
  reader.openSource('SMTP.log');
  reader.push(new TextEncoder().encode(text));
  reader.closeSource('complete');
  reader.finish();
  const usage = reader.usage.report();
  const isSend = /Log-type: SMTP Send/i.test(text);
  const found = signalsFromErrors(usage.errors, isSend ? 'smtpSendLog' : 'smtpReceiveLog');
  return { signals: found.signals, sessions, usage: [usage] };
}

export function diagnosed(input: Partial<DiagnosisInput>): Diagnosis {
  return diagnose({ signals: [], now: exampleNow, ...input });
}

/** `tls-version likely`, best first. */
export function causes(diagnosis: Diagnosis): string[] {
  return diagnosis.causes.map(({ cause, likelihood }) => `${cause} ${likelihood}`);
}

/** The kinds of evidence for the first cause. */
export function because(diagnosis: Diagnosis): string[] {
  return (diagnosis.causes[0]?.because ?? []).map(
    ({ evidence, speaks, finding }) => `${speaks === 'against' ? '-' : '+'} ${finding?.rule ?? evidence}`,
  );
}
