// Turns objects, events and reports into records and signals: what each of them says about whom.
import type { DiagnosisSignal } from '../diagnosis/input.ts';
import { isMailboxServer, signalFromEvent, signalsFromText } from '../diagnosis/signals.ts';
import { errorEntry, isErrorId } from '../errors/index.ts';
import type { EventRecord } from './event/event.ts';
import { eventByValues, eventOf, hasEventNames } from './event/event-bag.ts';
import { EventTally } from './event/event-tally.ts';
import type { EventSink } from './event/event-xml.ts';
import type { EvidenceKind, Where } from './evidence.ts';
import type { EvidenceTally } from './evidence-tally.ts';
import type { BagSink, BrokenPiece, PropertyBag } from './input/property-bag.ts';
import type { NonDeliveryReport } from './ndr/report.ts';
import type { ReportRead } from './ndr/report-mail.ts';
import { withoutPersonalData } from './personal-data.ts';
import { hasQueueNames, type QueueRecord, queueOf } from './queue/queue.ts';
import { hasMessageNames, type QueuedMessage, queuedMessageOf } from './queue/queued-message.ts';
import { hasTraceNames, hasTrackingNames, type TraceRecord, traceOf } from './trace/trace.ts';

/** More details of one kind are not kept; their errors are counted all the same. */
const mostDetails = 10_000;

export class EvidenceRecords implements BagSink, EventSink {
  readonly queues: QueueRecord[] = [];
  readonly messages: QueuedMessage[] = [];
  readonly reports: NonDeliveryReport[] = [];
  readonly traces: TraceRecord[] = [];
  readonly events: EventTally = new EventTally();
  /** Records of each kind: the source is of the kind that it has most of. */
  readonly kinds: Map<EvidenceKind, number> = new Map();
  omitted = 0;
  readonly #tally: EvidenceTally;

  constructor(tally: EvidenceTally) {
    this.#tally = tally;
  }

  bag(bag: PropertyBag): void {
    const { values } = bag;
    if (hasEventNames(values)) this.#eventBag(bag);
    else if (hasMessageNames(values)) this.#message(bag);
    else if (hasQueueNames(values) || (values.has('lasterror') && !hasTraceNames(values))) this.#queue(bag);
    else if (hasTrackingNames(values)) this.#trace(bag, 'trackingLog');
    else if (hasTraceNames(values)) this.#trace(bag, 'messageTrace');
    else {
      const event = eventByValues(bag);
      if (event === null) this.#notARecord(bag);
      else this.event(event);
    }
  }

  broken(piece: BrokenPiece): void {
    if (piece.text.trim() === '') return;
    this.#tally.unreadable(piece.where, piece.reason);
    this.#tally.text(piece.text, piece.where, {});
  }

  aside(text: string, where: Where): void {
    if (text.trim() !== '') this.#tally.text(text, where, {});
  }

  event(event: EventRecord): void {
    const kind: EvidenceKind = event.provider === 'Schannel' ? 'schannelEvent' : 'transportEvent';
    if (!this.#tally.isInPeriod(event.at)) return;
    this.#seen(kind);
    const { provider, id } = event;
    const text = event.text ?? undefined;
    const where = this.#tally.at(event.where);
    const signal = signalFromEvent(
      {
        provider,
        id,
        data: dataOf(event),
        ...(text === undefined ? {} : { text: withoutPersonalData(text) }),
      },
      where,
      {
        kind,
        ...(event.at === null ? {} : { at: event.at }),
        ...(event.computer === null ? {} : { reportedBy: event.computer }),
      },
    );
    if (signal !== undefined) this.#tally.signal({ ...signal, text: withoutPersonalData(signal.text) });
    const alertName =
      signal !== undefined && isErrorId(signal.id) ? (errorEntry(signal.id).alertNames?.[0] ?? null) : null;
    this.events.add({ ...event, where }, signal?.groups ?? {}, alertName);
  }

  report({ report, text, isReport }: ReportRead, where: Where, kind: EvidenceKind): void {
    const place = this.#tally.at(where);
    this.#seen(kind);
    this.#keep(this.reports, { ...report, where: place });
    if (!isReport && kind === 'mailHeaders') {
      this.#tally.text(text, where, { kind });
      return;
    }
    this.#reportSignals(report, text, where, kind);
  }

  /** A bounce says the same for people and for machines: each error counts once for each server it names. */
  #reportSignals(report: ReportRead['report'], text: string, where: Where, kind: EvidenceKind): void {
    const { reportingServer } = report;
    const at = report.recipients[0]?.lastAttemptAt?.utc ?? report.reportedAt?.utc;
    const known: Partial<DiagnosisSignal> = {
      kind,
      messages: 1,
      ...(at ? { at } : {}),
      ...(reportingServer === null ? {} : { reportedBy: reportingServer }),
      ...(reportingServer !== null && isMailboxServer(reportingServer) ? { byExchangeOnline: true } : {}),
    };
    const seen = new Map<string, DiagnosisSignal>();
    const take = (signal: DiagnosisSignal): void => {
      const key = `${signal.id}\n${signal.peer}`;
      if (!seen.has(key)) seen.set(key, signal);
    };
    const human = signalsFromText(text, this.#tally.at(where), known);
    for (const signal of human.signals) take(signal);
    for (const piece of human.rest) this.#tally.rest(piece.text, where);
    const ids = new Set(human.signals.map(({ id }) => id));
    for (const recipient of report.recipients) {
      const remote = recipient.remoteServer;
      const found = signalsFromText(recipient.diagnostic ?? '', this.#tally.at(where), known);
      for (const signal of found.signals)
        if (!ids.has(signal.id))
          take(remote !== null && signal.peer === undefined ? { ...signal, peer: remote } : signal);
      for (const piece of found.rest)
        if (!human.rest.some(({ text: known }) => known === piece.text)) this.#tally.rest(piece.text, where);
      if (recipient.status !== null && seen.size === 0 && found.signals.length === 0)
        for (const signal of signalsFromText(`550 ${recipient.status}`, this.#tally.at(where), known).signals)
          take(signal);
    }
    for (const signal of seen.values()) this.#tally.signal(signal);
  }

  #eventBag(bag: PropertyBag): void {
    const event = eventOf(bag);
    if (event === null) this.#notARecord(bag);
    else this.event(event);
  }

  #queue(bag: PropertyBag): void {
    const queue = queueOf(bag);
    if (queue === null) {
      this.#notARecord(bag);
      return;
    }
    this.#seen('queue');
    const where = this.#tally.at(bag.where);
    this.#keep(this.queues, { ...queue, where });
    const at = queue.lastRetryTime?.utc;
    const known: Partial<DiagnosisSignal> = {
      kind: 'queue',
      direction: 'send',
      waiting: queue.messageCount !== 0,
      ...(queue.messageCount === null ? {} : { messages: queue.messageCount }),
      ...(queue.nextHopConnector === null ? {} : { connector: queue.nextHopConnector }),
      ...(queue.server === null ? {} : { reportedBy: queue.server }),
      ...(at ? { at } : {}),
      ...(isInternalDelivery(queue.deliveryType) ? { isInternal: true } : {}),
    };
    const next = queue.nextHopDomain;
    if (queue.lastError === null) {
      // A table without the column, or a queue whose error Exchange has forgotten: that mail waits is all it tells.
      if (queue.status?.toLowerCase() === 'retry' && queue.messageCount !== 0)
        this.#tally.signal({
          ...known,
          id: 'message-delayed',
          text: `Status: ${queue.status}`,
          where,
          ...(next === null ? {} : { peer: next }),
        });
      return;
    }
    const found = signalsFromText(queue.lastError, where, known);
    for (const signal of found.signals)
      this.#tally.signal(signal.peer === undefined && next !== null ? { ...signal, peer: next } : signal);
    for (const piece of found.rest) this.#tally.rest(piece.text, bag.where);
  }

  #message(bag: PropertyBag): void {
    const message = queuedMessageOf(bag);
    if (message === null) {
      this.#notARecord(bag);
      return;
    }
    this.#seen('queueMessage');
    const where = this.#tally.at(bag.where);
    this.#keep(this.messages, { ...message, where });
    const errors = new Set([message.lastError, ...message.recipientErrors]);
    const [domain] = message.recipientDomains;
    const seen = new Set<string>();
    for (const error of errors) {
      if (error === null) continue;
      const found = signalsFromText(error, where, {
        kind: 'queueMessage',
        direction: 'send',
        waiting: true,
        messages: 1,
      });
      for (const signal of found.signals) {
        // The same error of several recipients is one of the mail.
        if (seen.has(`${signal.id}\n${signal.peer}`)) continue;
        seen.add(`${signal.id}\n${signal.peer}`);
        this.#tally.signal(
          signal.peer === undefined && domain !== undefined ? { ...signal, peer: domain } : signal,
        );
      }
      for (const piece of found.rest) this.#tally.rest(piece.text, bag.where);
    }
  }

  #trace(bag: PropertyBag, kind: 'messageTrace' | 'trackingLog'): void {
    const trace = traceOf(bag);
    this.#seen(kind);
    if (!this.#tally.isInPeriod(trace.at?.utc)) return;
    this.#keep(this.traces, { ...trace, where: this.#tally.at(bag.where) });
    if (trace.detail === null) return;
    this.#tally.text(trace.detail, bag.where, {
      kind,
      messages: 1,
      ...(trace.at?.utc ? { at: trace.at.utc } : {}),
      ...(trace.connector === null ? {} : { connector: trace.connector }),
    });
  }

  #notARecord(bag: PropertyBag): void {
    const text = [...bag.values.values(), ...bag.extra].join('\n');
    this.broken({ text, reason: 'notARecord', where: bag.where });
  }

  #keep<T>(list: T[], item: T): void {
    if (list.length < mostDetails) list.push(item);
    else this.omitted++;
  }

  #seen(kind: EvidenceKind): void {
    this.#tally.record();
    this.kinds.set(kind, (this.kinds.get(kind) ?? 0) + 1);
  }
}

/** Kinds of delivery inside the organisation (Microsoft, Queues and messages in queues, NextHopSolutionKey). */
function isInternalDelivery(type: string | null): boolean {
  return type !== null && /^(?:SmtpRelay|SmtpDeliveryToMailbox|MapiDelivery|ShadowRedundancy)/i.test(type);
}

const alertEvents: readonly number[] = [36887, 36888];
const number = /(?<![\w.:/-])\d{1,5}(?![\w:/-]|\.\d)/g;

/**
 * The values of an event. Where an export has only the sentence, the alert and the error state are its numbers, in any
 * language.
 */
function dataOf(event: EventRecord): EventRecord['data'] {
  const { data, id, provider, text } = event;
  // Insertion strings in exports may end in zero characters.
  if (!Array.isArray(data)) return data;
  const values = data.map((value: string) => value.replace(/\0/g, ''));
  if (values.length > 0 || text === null || provider !== 'Schannel' || !alertEvents.includes(id))
    return values;
  return text.slice(0, 1000).match(number) ?? [];
}
