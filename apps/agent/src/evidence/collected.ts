// What all sources together say, added up so that millions of records stay a few thousand things.
import {
  type DiagnosisSignal,
  type ErrorCount,
  type EvidenceKind,
  type SmtpSession,
  type SourceCount,
  signalsFromErrors,
  Unrecognised,
  Usage,
  type Where,
} from '@mailflow-tls/core';
import type { LogReader } from './log-reader.ts';
import type { Problem } from './problem.ts';
import { SessionSample } from './slice.ts';

const mostSignals = 20_000;

export class Collected {
  readonly sources: SourceCount[] = [];
  readonly problems: Problem[] = [];
  readonly unrecognised: Unrecognised<Where> = new Unrecognised();
  readonly #signals: Map<string, DiagnosisSignal> = new Map();
  readonly #sessions = new SessionSample();
  readonly #usage = new Usage();
  #hasUsage = false;
  /** Signals that differ from all others when there were too many to keep. */
  signalsLeftOut = 0;

  problem(problem: Problem): void {
    this.problems.push(problem);
  }

  signal(signal: DiagnosisSignal): void {
    const key = [
      signal.kind,
      signal.id,
      signal.text,
      signal.peer,
      signal.connector,
      signal.direction,
      signal.reportedBy,
      signal.waiting,
    ].join('\n');
    const known = this.#signals.get(key);
    if (known !== undefined) this.#signals.set(key, added(known, signal));
    else if (this.#signals.size < mostSignals) this.#signals.set(key, signal);
    else this.signalsLeftOut++;
  }

  rest(text: string, where: Where, count = 1): void {
    // Its groups count one by one; a text seen a million times must not take as many steps.
    for (let left = Math.min(count, 1000); left > 0; left--) this.unrecognised.add(text, where);
  }

  errors(errors: readonly ErrorCount[], kind: EvidenceKind): void {
    const { signals, rest } = signalsFromErrors(errors, kind);
    for (const signal of signals) this.signal(signal);
    for (const { text, where, count } of rest) this.rest(text, where, count);
  }

  session(session: SmtpSession): void {
    this.#sessions.add(session);
  }

  /** What a reader has counted when all files of its log were read. */
  log(reader: LogReader): void {
    this.errors(reader.errors(), reader.kind);
    const saved = reader.save();
    if (saved.kind !== 'smtpSendLog' && saved.kind !== 'smtpReceiveLog') return;
    this.#usage.merge(saved.state.usage);
    this.#hasUsage = true;
  }

  get signals(): DiagnosisSignal[] {
    return [...this.#signals.values()];
  }

  get sessions(): SmtpSession[] {
    return this.#sessions.list();
  }

  /** Null when no protocol log was read. */
  get usage(): Usage | null {
    return this.#hasUsage ? this.#usage : null;
  }
}

function added(known: DiagnosisSignal, more: DiagnosisSignal): DiagnosisSignal {
  const first = earliest(known.firstSeen ?? known.at, more.firstSeen ?? more.at);
  const last = latest(known.lastSeen ?? known.at, more.lastSeen ?? more.at);
  const messages =
    known.messages === undefined && more.messages === undefined
      ? undefined
      : (known.messages ?? 0) + (more.messages ?? 0);
  return {
    ...known,
    count: (known.count ?? 1) + (more.count ?? 1),
    ...(first === undefined ? {} : { firstSeen: first }),
    ...(last === undefined ? {} : { lastSeen: last }),
    ...(messages === undefined ? {} : { messages }),
  };
}

function earliest(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}

function latest(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a > b ? a : b;
}
