// What all sources together say, added up so that millions of records stay a few thousand things.
import {
  type DiagnosisSignal,
  type ErrorCount,
  type EvidenceKind,
  type MailHop,
  type SmtpSession,
  type SourceCount,
  type SourceEvidence,
  signalsFromErrors,
  Unrecognised,
  Usage,
  type Where,
} from '@mailflow-tls/core/evidence';
import type { LogReader } from './log-reader.ts';
import { isLoss, type Problem } from './problem.ts';
import { SessionSample } from './slice.ts';

const mostSignals = 20_000;
const mostHops = 5000;

export class Collected {
  readonly sources: SourceCount[] = [];
  readonly problems: Problem[] = [];
  readonly unrecognised: Unrecognised<Where> = new Unrecognised();
  readonly #signals: Map<string, DiagnosisSignal> = new Map();
  readonly #sessions = new SessionSample();
  readonly #hops: MailHop[] = [];
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

  /** What one source said. */
  evidence({ count, signals, unrecognised, log, form, reports }: SourceEvidence): void {
    this.sources.push(count);
    for (const signal of signals) this.signal(signal);
    for (const { example, where, count: times } of unrecognised.groups)
      this.unrecognised.add(example, where, times);
    for (const session of log?.sessions ?? []) this.session(session);
    for (const { hops, reportHops, where } of reports)
      for (const hop of [...hops, ...reportHops])
        if (this.#hops.length < mostHops) this.#hops.push({ ...hop, where });
    if (log?.usage) {
      this.#usage.merge(log.usage);
      this.#hasUsage = true;
    }
    const code = form === 'empty' || form === 'binary' ? form : unhelpful(count.kind);
    if (code !== null) this.problem({ file: count.file, code });
  }

  errors(errors: readonly ErrorCount[], kind: EvidenceKind): void {
    const { signals, rest } = signalsFromErrors(errors, kind);
    for (const signal of signals) this.signal(signal);
    for (const { text, where, count } of rest) this.unrecognised.add(text, where, count);
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

  /** Also those that could not be read at all, which have counted nothing. */
  allSources(): SourceCount[] {
    const counted = new Set(this.sources.map(({ file }) => file));
    const lost = this.problems.filter(({ file, code }) => !counted.has(file) && code !== 'linkNotFollowed');
    const missing = new Map(lost.map((problem) => [problem.file, isLoss(problem) ? 1 : 0]));
    return [
      ...this.sources,
      ...[...missing].map(
        ([file, unreadable]): SourceCount => ({
          file,
          kind: 'unknown',
          records: 0,
          unreadable,
          unreadableAt: [],
        }),
      ),
    ];
  }

  get hasRecognised(): boolean {
    return this.sources.some(({ kind }) => unhelpful(kind) === null);
  }

  get signals(): DiagnosisSignal[] {
    return [...this.#signals.values()];
  }

  get sessions(): SmtpSession[] {
    return this.#sessions.list();
  }

  /** The way of the mails that were read. */
  get hops(): readonly MailHop[] {
    return this.#hops;
  }

  /** Null when no protocol log was read. */
  get usage(): Usage | null {
    return this.#hasUsage ? this.#usage : null;
  }
}

function unhelpful(kind: EvidenceKind): 'foreign' | 'unknownKind' | null {
  if (kind === 'foreign') return 'foreign';
  return kind === 'unknown' ? 'unknownKind' : null;
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
