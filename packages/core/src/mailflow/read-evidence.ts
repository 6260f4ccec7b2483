// Reads anything an administrator pastes or hands over: tells what it is and says what it says, in bounded memory.
import type { DiagnosisSignal } from '../diagnosis/input.ts';
import type { UnrecognisedGroup } from '../errors/index.ts';
import type { EventGroup } from './event/event-tally.ts';
import type { EvidenceKind, SourceCount, Where } from './evidence.ts';
import { EvidenceRecords } from './evidence-records.ts';
import { EvidenceTally, type Period } from './evidence-tally.ts';
import { ByteDecoder, decodeBytes, joined, type TextEncodingName } from './input/decode.ts';
import { type LogEvidence, LogEvidenceReader } from './log-evidence.ts';
import type { NonDeliveryReport } from './ndr/report.ts';
import { readReportMsg } from './ndr/report-msg.ts';
import { longestWhole, type PieceReader, pieceReader, textReader } from './piece-readers.ts';
import type { QueueRecord } from './queue/queue.ts';
import type { QueuedMessage } from './queue/queued-message.ts';
import { type EvidenceForm, headSize, type Recognised, type RecognisedBy, recognise } from './recognise.ts';
import type { TraceRecord } from './trace/trace.ts';

export type EvidenceOptions = Period & {
  /** The file's name, or `stdin`; it is shown, and nothing is concluded from it. */
  readonly source: string;
};

export type Evidence = {
  readonly kind: EvidenceKind;
  readonly form: EvidenceForm;
  readonly why: RecognisedBy;
  readonly encoding: TextEncodingName;
  /** Characters that stand for bytes that fit no encoding. */
  readonly invalidCharacters: number;
  readonly count: SourceCount;
  /** Equal ones are added up. */
  readonly signals: readonly DiagnosisSignal[];
  /** What reports an error that the catalog does not know, by shape; `overflow`: pieces beyond the bound. */
  readonly unrecognised: { readonly groups: readonly UnrecognisedGroup<Where>[]; readonly overflow: number };
  readonly queues: readonly QueueRecord[];
  readonly messages: readonly QueuedMessage[];
  readonly reports: readonly NonDeliveryReport[];
  readonly traces: readonly TraceRecord[];
  readonly events: readonly EventGroup[];
  readonly log: LogEvidence | null;
  /** Records whose details are not kept because there were too many; they are counted. */
  readonly omitted: number;
};

/** A saved mail of Outlook is read as a whole; larger ones are not. */
const longestMsg = 64 * 1024 * 1024;

/** For what is at hand as a whole. Never throws. */
export function readEvidence(input: string | Uint8Array, options: EvidenceOptions): Evidence {
  const reader = new EvidenceReader(options);
  if (typeof input === 'string') reader.pushText(input);
  else reader.push(input);
  return reader.finish();
}

/** Takes a source of any size in pieces, cut anywhere; bytes or text, not both. */
export class EvidenceReader {
  readonly #options: EvidenceOptions;
  readonly #tally: EvidenceTally;
  readonly #records: EvidenceRecords;
  readonly #decoder = new ByteDecoder();
  #head: Uint8Array[] = [];
  #headLength = 0;
  #recognised: Recognised | null = null;
  #pieces: PieceReader | null = null;
  #log: LogEvidenceReader | null = null;
  #text = '';
  #line = 1;
  #threshold = 0;
  #isTooLong = false;
  /** Of a log: all of its text, as long as that is little. */
  #short: string | null = '';

  constructor(options: EvidenceOptions) {
    this.#options = options;
    this.#tally = new EvidenceTally(options.source, options);
    this.#records = new EvidenceRecords(this.#tally);
  }

  push(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    if (this.#recognised === null) {
      this.#head.push(bytes.slice());
      this.#headLength += bytes.length;
      if (this.#headLength >= headSize) this.#begin();
      return;
    }
    this.#take(bytes);
  }

  pushText(text: string): void {
    this.#text += text.charCodeAt(0) === 0xfeff && this.#text === '' ? text.slice(1) : text;
    if (this.#recognised === null && this.#text.length >= headSize)
      this.#start(recognise(this.#text.slice(0, headSize)));
    this.#drain();
  }

  finish(): Evidence {
    if (this.#recognised === null) {
      if (this.#headLength > 0) this.#begin();
      else this.#start(recognise(this.#text.slice(0, headSize)));
    }
    const { form, why } = this.#recognised ?? recognise('');
    let log: LogEvidence | null = null;
    if (form === 'msg') this.#readMsg();
    else if (form !== 'binary') {
      const last = this.#decoder.finish();
      if (this.#log !== null) {
        this.#feedLog(last);
        log = this.#log.finish(this.#tally, this.#short ?? '');
      } else {
        this.#text += last;
        this.#drain();
        if (this.#text !== '') this.#pieces?.read(this.#text, this.#line, true);
      }
    }
    const kind = log?.count.kind ?? this.#kind();
    const { queues, messages, reports, traces, events, omitted } = this.#records;
    return {
      kind,
      form,
      why: kind === 'errorText' ? 'errorWords' : why,
      encoding: this.#decoder.encoding,
      invalidCharacters: this.#decoder.invalid,
      count: log?.count ?? this.#tally.count(kind),
      signals: this.#tally.signals,
      unrecognised: this.#tally.unrecognised,
      queues,
      messages,
      reports,
      traces,
      events: events.list(),
      log,
      omitted: omitted + events.omitted,
    };
  }

  /** Enough is there to tell what it is, or there is no more. */
  #begin(): void {
    const bytes = joined(this.#head, this.#headLength);
    this.#head = [];
    const text = this.#decoder.push(bytes);
    // A source that is shorter than it takes to tell the encoding: its text comes with the end.
    const head = text === '' ? decodeBytes(bytes).text : text;
    this.#start(recognise(head.slice(0, headSize), bytes), bytes);
    if (this.#recognised?.form === 'msg') this.#head.push(bytes);
    else if (this.#log !== null) this.#feedLog(text);
    else this.#text = text;
    this.#drain();
  }

  #start(recognised: Recognised, bytes?: Uint8Array): void {
    this.#recognised = recognised;
    if (recognised.form === 'log')
      this.#log = new LogEvidenceReader(recognised.kind, this.#options.source, this.#options);
    else if (recognised.form !== 'binary' && recognised.form !== 'msg') {
      this.#pieces = pieceReader(recognised, this.#records, this.#tally);
      this.#threshold = this.#pieces.portion;
    } else if (recognised.form === 'binary' && bytes !== undefined)
      this.#tally.unreadable({ source: '', line: 1 }, 'notARecord');
    if (this.#log !== null && bytes === undefined) {
      this.#feedLog(this.#text);
      this.#text = '';
    }
  }

  #take(bytes: Uint8Array): void {
    const form = this.#recognised?.form;
    if (form === 'binary') return;
    if (form === 'msg') {
      if (this.#headLength <= longestMsg) this.#head.push(bytes.slice());
      this.#headLength += bytes.length;
      return;
    }
    const text = this.#decoder.push(bytes);
    if (this.#log !== null) this.#feedLog(text);
    else {
      this.#text += text;
      this.#drain();
    }
  }

  #feedLog(text: string): void {
    if (this.#short !== null)
      this.#short = this.#short.length + text.length > headSize ? null : this.#short + text;
    if (text !== '') this.#log?.push(new TextEncoder().encode(text));
  }

  #drain(): void {
    if (this.#log !== null && this.#recognised !== null) {
      this.#feedLog(this.#text);
      this.#text = '';
    }
    while (this.#pieces !== null && this.#text.length >= this.#threshold) {
      const isForced = this.#text.length >= longestWhole;
      const done = this.#pieces.read(this.#text, this.#line, isForced);
      if (isForced) this.#cutWhole();
      if (done === 0) {
        this.#threshold = Math.min(longestWhole, this.#threshold * 2);
        continue;
      }
      for (let at = this.#text.indexOf('\n'); at >= 0 && at < done; at = this.#text.indexOf('\n', at + 1))
        this.#line++;
      this.#text = this.#text.slice(done);
      this.#threshold = this.#pieces.portion;
    }
  }

  /** What goes on behind the longest whole is searched as plain text. */
  #cutWhole(): void {
    if (!this.#isTooLong) this.#tally.unreadable({ source: '', line: this.#line }, 'tooLong');
    this.#isTooLong = true;
    this.#pieces = textReader(this.#recognised?.kind ?? 'unknown', this.#tally);
  }

  #readMsg(): void {
    const where = { source: '', line: 1 };
    const found = this.#headLength > longestMsg ? null : readReportMsg(joined(this.#head, this.#headLength));
    if (found === null) this.#tally.unreadable(where, this.#headLength > longestMsg ? 'tooLong' : 'cut');
    else this.#records.report(found, where, 'nonDeliveryReport');
  }

  /** By the records, for a source can hold others than its beginning promises. */
  #kind(): EvidenceKind {
    const told = this.#recognised?.kind ?? 'unknown';
    let best: EvidenceKind | null = null;
    let most = 0;
    for (const [kind, count] of this.#records.kinds) {
      if (count > most) {
        most = count;
        best = kind;
      }
    }
    if (best !== null) return best;
    const { groups } = this.#tally.unrecognised;
    return told === 'unknown' && (this.#tally.signals.length > 0 || groups.length > 0) ? 'errorText' : told;
  }
}
