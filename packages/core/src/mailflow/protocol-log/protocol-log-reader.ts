// Reads SMTP protocol logs as they come in, session by session; most records are never turned into text.
import { bytesOf } from '../byte-text.ts';
import { fieldEnd } from '../csv-record.ts';
import type { Direction } from '../evidence.ts';
import { LogClock } from '../log-time.ts';
import { RecordReader } from '../record-reader.ts';
import { Usage } from '../usage.ts';
import { CanonicalRecord, scratchSize } from './canonical-record.ts';
import { DeferredRecords, deferredHeader } from './deferred-records.ts';
import { Dialogue } from './dialogue.ts';
import { directionOf } from './direction.ts';
import { hostEnd, isSameHost, portAfter } from './endpoint.ts';
import { countSession, smtpSession } from './finish-session.ts';
import { Information } from './information.ts';
import { type OpenSession, seen } from './open-session.ts';
import type { ProtocolLogOptions, ProtocolLogState } from './protocol-log-options.ts';
import { events, isEvent, numberAt } from './record-parts.ts';
import type { Remark } from './remark.ts';
import { restoreSession, sessionState } from './session-state.ts';
import { maxEndpoints, maxPrefix, SessionTable } from './session-table.ts';
import type { SessionEnd } from './smtp-session.ts';
import { Texts } from './texts.ts';

export type { ProtocolLogOptions, ProtocolLogState } from './protocol-log-options.ts';

const comma = 0x2c;
const carriageReturn = 0x0d;
const defaultOpenSessions = 8192;

export class ProtocolLogReader extends RecordReader {
  readonly usage: Usage = new Usage();
  readonly #options: ProtocolLogOptions;
  readonly #table: SessionTable;
  readonly #texts = new Texts();
  readonly #clock = new LogClock();
  readonly #dialogue: Dialogue;
  readonly #information: Information;
  readonly #canonical: CanonicalRecord;
  readonly #deferred: DeferredRecords | null;
  /** Null until it is known. */
  #direction: Direction | null = null;
  #isIgnored = false;
  #uses = 0;
  /** The session of the record before: the next one is often of the same. */
  #last: OpenSession | null = null;

  constructor(options: ProtocolLogOptions = {}) {
    super(scratchSize);
    this.#options = options;
    this.#table = new SessionTable(options.maxOpenSessions ?? defaultOpenSessions);
    const onError = (session: OpenSession, text: string, ms: number): void => this.#error(session, text, ms);
    const parts = [this.bytes, this.view, this.#texts, this.#clock, onError] as const;
    this.#dialogue = new Dialogue(...parts);
    this.#information = new Information(...parts);
    this.#canonical = new CanonicalRecord(this.bytes);
    this.#deferred = options.isPart ? new DeferredRecords() : null;
    if (options.state !== undefined) this.append(options.state);
  }

  /** Sessions that are open at this moment. */
  get openSessions(): number {
    return this.#table.count;
  }

  save(): ProtocolLogState {
    const sessions = this.#table.byAge().filter((session) => !session.isDeferred);
    const open = sessions.map((session) => sessionState(session, this.#table));
    const deferred = this.#deferred === null ? {} : { deferred: this.#deferred.records };
    return { open, usage: this.usage.save(), ...deferred };
  }

  /** Takes in the state of the part that follows, or the one to begin with. No source may be open. */
  append(state: ProtocolLogState): void {
    for (const { source, line, direction, text } of state.deferred ?? []) {
      this.openSource(source, { offset: 0, line: line - 1, header: deferredHeader(direction) });
      this.push(bytesOf(text));
      this.closeSource('complete');
    }
    this.usage.merge(state.usage);
    for (const open of state.open) {
      if (this.#table.isFull) this.#evict();
      const session = restoreSession(open, this.#table, this.#texts);
      session.lastUse = ++this.#uses;
    }
  }

  /** Counts the sessions whose end the log does not show. */
  finish(): void {
    for (const session of this.#table.byAge()) this.#close(session, 'unfinished', Number.NaN);
  }

  protected headerRead(): void {
    this.#canonical.setFields(this.header.fields);
    this.#isIgnored = false;
    switch (this.kind) {
      case 'smtpSendLog':
        this.#direction = 'send';
        return;
      case 'smtpReceiveLog':
        this.#direction = 'receive';
        return;
      case 'unknown':
        this.#direction = this.#options.direction ?? null;
        return;
      default:
        this.#isIgnored = true;
    }
  }

  /** Records of open sessions are recognised by their first bytes, which they share with those before them. */
  protected override quick(start: number, to: number): number {
    if (this.#isIgnored || this.#canonical.isNeeded) return start;
    const { view } = this;
    const table = this.#table;
    let session = this.#last;
    let from = start;
    for (;;) {
      const at = from + 25;
      if (session === null || !session.isOpen || !table.hasPrefix(session, view, at)) {
        session = table.findLike(view, at);
        if (session === null) break;
      }
      let next = at + session.prefixLength;
      let byte = view.getUint8(next);
      let sequence = 0;
      while (byte >= 0x30 && byte <= 0x39) {
        sequence = sequence * 10 + byte - 0x30;
        byte = view.getUint8(++next);
      }
      if (byte !== comma || !table.hasEndpoints(session, view, next + 1)) break;
      next += 1 + session.endpointsLength;
      if (view.getUint8(next + 1) !== comma || next + 2 > to) break;
      const event = view.getUint8(next);
      if (!session.isPlain || (sequence === 0 && session.sequence > 0)) break;
      const data = next + 2;
      const remark = event === events.information ? this.#information.expected(session, data) : -1;
      // The line end behind what was expected is there already, or one byte on.
      const lineEnd = this.lineEnd(remark < 0 ? data : data + this.#information.lengthOf(remark));
      if (lineEnd + 26 > to || !this.beginsLike(from, lineEnd + 1)) break;
      const last = view.getUint8(lineEnd - 1) === carriageReturn ? lineEnd - 1 : lineEnd;
      if (!this.#take(session, from, data, last, sequence, event, remark)) break;
      this.line++;
      from = lineEnd + 1;
    }
    this.#last = session;
    return from;
  }

  protected record(from: number, to: number): boolean {
    return this.#isIgnored || this.#begin(from, to);
  }

  /** The long way: a record of a session that is new, has another endpoint now, or is laid out unusually. */
  #begin(recordFrom: number, recordTo: number): boolean {
    const { bytes, view } = this;
    let from = recordFrom;
    let to = recordTo;
    if (this.#canonical.isNeeded || bytes[from + 24] !== comma || bytes[from + 10] !== 0x54) {
      to = this.#canonical.write(from, to);
      if (to < 0) return false;
      from = this.#canonical.from;
    }
    const at = from + 25;
    const id = fieldEnd(bytes, at, to) + 1;
    const idEnd = fieldEnd(bytes, id, to);
    const sequenceEnd = fieldEnd(bytes, idEnd + 1, to);
    const localEnd = fieldEnd(bytes, sequenceEnd + 1, to);
    const remoteEnd = fieldEnd(bytes, localEnd + 1, to);
    if (remoteEnd + 2 >= to || bytes[remoteEnd + 2] !== comma) return false;
    if (!isEvent(bytes[remoteEnd + 1] ?? 0)) return false;
    if (idEnd + 1 - at > maxPrefix || remoteEnd - sequenceEnd > maxEndpoints) return false;
    let session = this.#table.find(view, at, id, idEnd - id);
    const sequence = numberAt(bytes, idEnd + 1, sequenceEnd) ?? (session === null ? 0 : session.sequence + 1);
    const event = bytes[remoteEnd + 1] ?? 0;
    const data = remoteEnd + 3;
    if (!this.#isWhole(data, to)) return false;
    // An id that begins anew stands for another session.
    if (session !== null && sequence === 0 && session.sequence > 0) {
      this.#close(session, 'unfinished', Number.NaN);
      session = null;
    }
    session ??= this.#open(from, at, id, idEnd - id, data, sequence, event);
    const endpoints = sequenceEnd + 1;
    if (
      session.endpointsLength !== remoteEnd + 1 - endpoints ||
      !this.#table.hasEndpoints(session, view, endpoints)
    ) {
      this.#setEndpoints(session, at, endpoints, localEnd, remoteEnd);
    }
    this.#last = session;
    return this.#take(session, from, data, to, sequence, event, -1);
  }

  #setEndpoints(
    session: OpenSession,
    start: number,
    local: number,
    localEnd: number,
    remoteEnd: number,
  ): void {
    const { bytes } = this;
    this.#table.setEndpoints(session, this.view, local, remoteEnd + 1, localEnd - local);
    session.isPlain = this.lineEnd(start) >= remoteEnd;
    const localHost = hostEnd(bytes, local, localEnd);
    const remote = localEnd + 1;
    const remoteHost = hostEnd(bytes, remote, remoteEnd);
    session.localPort = portAfter(bytes, localHost, localEnd);
    session.remotePort = portAfter(bytes, remoteHost, remoteEnd);
    session.isOwnAddress = isSameHost(bytes, local, localHost, remote, remoteHost);
    session.peer = this.#texts.peers.of(bytes, this.view, remote, remoteHost);
  }

  #open(
    from: number,
    at: number,
    id: number,
    idLength: number,
    data: number,
    sequence: number,
    event: number,
  ): OpenSession {
    const { bytes, view } = this;
    if (this.#table.isFull) this.#evict();
    const session = this.#table.open(view, at, id, idLength);
    session.connector = this.#texts.connectors.of(bytes, view, at, id - 1);
    if (this.#direction === null) {
      this.#direction = directionOf(event, bytes[data] ?? 0, session.connector);
      this.kind = this.#direction === 'send' ? 'smtpSendLog' : 'smtpReceiveLog';
    }
    session.direction = this.#direction;
    session.source = this.source;
    session.line = this.line;
    session.startedAt = this.#clock.at(view, from);
    session.sequence = sequence - 1;
    session.endpointsLength = -1;
    if (sequence === 0) session.flags |= seen.start;
    session.isDeferred = this.#deferred !== null && sequence > 0 && !this.#deferred.isFull;
    return session;
  }

  /** False, and nothing has happened, when the record is cut or its event is none. `expected`: its remark, or -1. */
  #take(
    session: OpenSession,
    from: number,
    at: number,
    to: number,
    sequence: number,
    event: number,
    expected: number,
  ): boolean {
    let remark: Remark | null = null;
    if (event === events.information) {
      remark = this.#information.remark(session, at, to, expected);
      if (remark.kind === 'cut') return false;
    } else if (!isEvent(event) || !this.#isWhole(at, to)) return false;
    const { view } = this;
    if (sequence === session.sequence + 1) session.sequence = sequence;
    else if (sequence > session.sequence) this.#jump(session, sequence);
    session.lastUse = ++this.#uses;
    session.clock0 = view.getInt32(from + 11, true);
    session.clock1 = view.getInt32(from + 15, true);
    if (session.isDeferred) return this.#defer(session, from, to, event);
    switch (event) {
      case events.received:
        if (session.direction === 'receive') this.#dialogue.command(session, at, to);
        else this.#dialogue.reply(session, from, at, to);
        return true;
      case events.sent:
        if (session.direction === 'receive') this.#dialogue.reply(session, from, at, to);
        else this.#dialogue.command(session, at, to);
        return true;
      case events.information:
        if (remark !== null) this.#information.take(session, remark, from);
        return true;
      case events.connect:
        session.flags |= seen.start;
        return true;
      case events.disconnect: {
        const context = fieldEnd(this.bytes, at, to) + 1;
        session.endReason = context < to ? this.#texts.endReasons.of(this.bytes, view, context, to) : null;
        session.flags |= seen.end;
        this.#close(session, 'closed', this.#clock.at(view, from));
        return true;
      }
      default:
        return false;
    }
  }

  #defer(session: OpenSession, from: number, to: number, event: number): boolean {
    this.#deferred?.add(this.source, this.line, session.direction, this.bytes, from, to);
    if (event === events.disconnect) this.#table.close(session);
    return true;
  }

  /** A record has a comma after its data, whether or not a context follows. */
  #isWhole(at: number, to: number): boolean {
    return this.bytes[to - 1] === comma ? to > at : fieldEnd(this.bytes, at, to) < to;
  }

  /** Records are missing: which replies are still awaited is no longer known. */
  #jump(session: OpenSession, sequence: number): void {
    const missing = sequence - session.sequence - 1;
    session.missing += missing;
    session.sequence = sequence;
    session.outstanding = 0;
    session.messageReplyIn = 0;
  }

  #evict(): void {
    const oldest = this.#table.byAge();
    for (const session of oldest.slice(0, Math.max(1, oldest.length >> 3))) {
      this.#close(session, 'evicted', Number.NaN);
    }
  }

  #close(session: OpenSession, end: SessionEnd, endedAt: number): void {
    if (session.isDeferred) {
      this.#table.close(session);
      return;
    }
    const { since, until, onSession, sessions } = this.#options;
    const isOutside =
      (since !== undefined && session.startedAt < since) ||
      (until !== undefined && session.startedAt > until);
    if (!isOutside) {
      const counted = countSession(session, end, endedAt, this.usage);
      if (onSession !== undefined && (sessions === 'all' || counted.isNotable)) {
        onSession(smtpSession(session, this.#table, end, counted));
      }
    }
    this.#table.close(session);
  }

  #error(session: OpenSession, text: string, ms: number): void {
    const { since, until } = this.#options;
    if ((since !== undefined && ms < since) || (until !== undefined && ms > until)) return;
    const where = (): { source: string; line: number } => ({ source: this.source, line: this.line });
    const { direction, connector, peer, originalPeer } = session;
    // What a leg between two services tells is about the peer that they do it for.
    this.usage.error(text, direction, connector, originalPeer ?? peer.address, ms, where);
  }
}
