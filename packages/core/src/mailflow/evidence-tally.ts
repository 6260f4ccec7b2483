// Gathers what the readers of one source find, added up so that memory stays bounded and no error is lost.
import type { DiagnosisSignal } from '../diagnosis/input.ts';
import { signalsFromText } from '../diagnosis/signals.ts';
import { maskShape, Unrecognised, type UnrecognisedGroup } from '../errors/index.ts';
import type { EvidenceKind, SourceCount, Unreadable, UnreadableReason, Where } from './evidence.ts';
import { LineCounter } from './input/property-bag.ts';
import { withoutPersonalData } from './personal-data.ts';

const mostSignals = 5000;
const mostUnreadableKept = 20;

export type Period = { readonly since?: string; readonly until?: string };

export class EvidenceTally {
  readonly #source: string;
  readonly #period: Period;
  readonly #signals: Map<string, DiagnosisSignal> = new Map();
  readonly #unrecognised = new Unrecognised<Where>();
  readonly #unreadableAt: Unreadable[] = [];
  #unreadable = 0;
  #records = 0;

  constructor(source: string, period: Period) {
    this.#source = source;
    this.#period = period;
  }

  at(where: Where): Where {
    return { ...where, source: this.#source };
  }

  /** Whether something of that time is asked for; what has no time always is. */
  isInPeriod(at: string | null | undefined): boolean {
    if (at === null || at === undefined) return true;
    const { since, until } = this.#period;
    return (since === undefined || at >= since) && (until === undefined || at < until);
  }

  record(count = 1): void {
    this.#records += count;
  }

  unreadable(where: Where, reason: UnreadableReason): void {
    this.#unreadable++;
    if (this.#unreadableAt.length < mostUnreadableKept)
      this.#unreadableAt.push({ where: this.at(where), reason });
  }

  /** Searches a text for errors; how many pieces of it report one, known or not. */
  text(text: string, where: Where, known: Partial<DiagnosisSignal>): number {
    const clean = withoutPersonalData(text);
    const found = signalsFromText(clean, this.#lines(clean, where), known);
    for (const signal of found.signals) this.signal(signal);
    const lineOf = this.#lines(clean, where);
    for (const piece of found.rest) this.#unrecognised.add(piece.text, lineOf(piece));
    return found.signals.length + found.rest.length;
  }

  /** Where each error of a text stands; to be asked in their order. */
  #lines(text: string, where: Where): (piece: { readonly start: number }) => Where {
    const lines = new LineCounter(text, where.line ?? 1);
    return ({ start }) => this.at({ ...where, line: lines.lineAt(start) });
  }

  signal(signal: DiagnosisSignal): void {
    if (!this.isInPeriod(signal.lastSeen ?? signal.at)) return;
    const { kind, id, text, peer, connector, direction, reportedBy, waiting } = signal;
    const layers = signal.layers?.map((layer) => layer.id).join(' ');
    const key = [kind, id, text, peer, connector, direction, reportedBy, waiting, layers].join('\n');
    // When there are too many, those of one shape are counted together.
    const kept =
      this.#signals.has(key) || this.#signals.size < mostSignals ? key : `${kind}\n${id}\n${maskShape(text)}`;
    const known = this.#signals.get(kept);
    this.#signals.set(kept, known === undefined ? signal : added(known, signal));
  }

  rest(text: string, where: Where): void {
    this.#unrecognised.add(withoutPersonalData(text), this.at(where));
  }

  get signals(): DiagnosisSignal[] {
    return [...this.#signals.values()];
  }

  get unrecognised(): { groups: UnrecognisedGroup<Where>[]; overflow: number } {
    return { groups: this.#unrecognised.list(), overflow: this.#unrecognised.overflow };
  }

  count(kind: EvidenceKind): SourceCount {
    return {
      file: this.#source,
      kind,
      records: this.#records,
      unreadable: this.#unreadable,
      unreadableAt: this.#unreadableAt,
    };
  }
}

function added(known: DiagnosisSignal, more: DiagnosisSignal): DiagnosisSignal {
  const first = least(known.firstSeen ?? known.at, more.firstSeen ?? more.at);
  const last = greatest(known.lastSeen ?? known.at, more.lastSeen ?? more.at);
  const hasMessages = known.messages !== undefined || more.messages !== undefined;
  return {
    ...known,
    count: (known.count ?? 1) + (more.count ?? 1),
    ...(first === undefined ? {} : { firstSeen: first }),
    ...(last === undefined ? {} : { lastSeen: last }),
    ...(hasMessages ? { messages: (known.messages ?? 0) + (more.messages ?? 0) } : {}),
  };
}

function least(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}

function greatest(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a > b ? a : b;
}
