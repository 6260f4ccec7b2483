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
import { restoreSession, sessionState } from './session-state.ts';
import { maxEndpoints, maxPrefix, SessionTable } from './session-table.ts';
import type { SessionEnd } from './smtp-session.ts';
import { Texts } from './texts.ts';

export type { ProtocolLogOptions, ProtocolLogState } from './protocol-log-options.ts';

const comma = 0x2c;
const event = { connect: 0x2b, disconnect: 0x2d, sent: 0x3e, received: 0x3c, information: 0x2a } as const;
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
  /** What `locate` found. */
  #found: OpenSession | null = null;
  #sequence = 0;
  #event = 0;

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

  /** Compares a record's beginning with that of an open session; where none is alike, it takes the long way. */
  protected locate(from: number): number {
    const { view } = this;
    const table = this.#table;
    const at = from + 25;
    this.#found = null;
    let session = this.#last;
    if (session === null || !session.isOpen || !table.hasPrefix(session, view, at)) {
      session = table.findLike(view, at);
      if (session === null) return from;
      this.#last = session;
    }
    let next = at + session.prefixLength;
    let byte = view.getUint8(next);
    let sequence = 0;
    while (byte >= 0x30 && byte <= 0x39) {
      sequence = sequence * 10 + byte - 0x30;
      byte = view.getUint8(++next);
    }
    if (byte !== comma || !table.hasEndpoints(session, view, next + 1)) return from;
    next += 1 + session.endpointsLength;
    if (view.getUint8(next + 1) !== comma) return from;
    this.#sequence = sequence;
    this.#event = view.getUint8(next);
    this.#found = session;
    return next + 2;
  }

  protected record(from: number, to: number, at: number): boolean {
    if (this.#isIgnored) return true;
    const session = at === from ? null : this.#found;
    if (session === null || this.#canonical.isNeeded || this.#isRestart(session)) {
      return this.#begin(from, to);
    }
    return this.#take(session, from, at, to);
  }

  /** An id that begins anew stands for another session. */
  #isRestart(session: OpenSession): boolean {
    return this.#sequence === 0 && session.sequence > 0;
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
    this.#sequence = numberAt(bytes, idEnd + 1, sequenceEnd) ?? (session === null ? 0 : session.sequence + 1);
    this.#event = bytes[remoteEnd + 1] ?? 0;
    const data = remoteEnd + 3;
    if (!this.#isWhole(data, to)) return false;
    if (session !== null && this.#isRestart(session)) {
      this.#close(session, 'unfinished', Number.NaN);
      session = null;
    }
    session ??= this.#open(from, at, id, idEnd - id, data);
    const endpoints = sequenceEnd + 1;
    if (
      session.endpointsLength !== remoteEnd + 1 - endpoints ||
      !this.#table.hasEndpoints(session, view, endpoints)
    ) {
      this.#setEndpoints(session, endpoints, localEnd, remoteEnd);
    }
    this.#last = session;
    return this.#take(session, from, data, to);
  }

  #setEndpoints(session: OpenSession, local: number, localEnd: number, remoteEnd: number): void {
    const { bytes } = this;
    this.#table.setEndpoints(session, this.view, local, remoteEnd + 1, localEnd - local);
    const localHost = hostEnd(bytes, local, localEnd);
    const remote = localEnd + 1;
    const remoteHost = hostEnd(bytes, remote, remoteEnd);
    session.localPort = portAfter(bytes, localHost, localEnd);
    session.remotePort = portAfter(bytes, remoteHost, remoteEnd);
    session.isOwnAddress = isSameHost(bytes, local, localHost, remote, remoteHost);
    session.peer = this.#texts.peers.of(bytes, this.view, remote, remoteHost).value;
  }

  #open(from: number, at: number, id: number, idLength: number, data: number): OpenSession {
    const { bytes, view } = this;
    if (this.#table.isFull) this.#evict();
    const session = this.#table.open(view, at, id, idLength);
    session.connector = this.#texts.connectors.of(bytes, view, at, id - 1).value;
    if (this.#direction === null) {
      this.#direction = directionOf(this.#event, bytes[data] ?? 0, session.connector);
      this.kind = this.#direction === 'send' ? 'smtpSendLog' : 'smtpReceiveLog';
    }
    session.direction = this.#direction;
    session.source = this.source;
    session.line = this.line;
    session.startedAt = this.#clock.at(view, from);
    session.sequence = this.#sequence - 1;
    session.endpointsLength = -1;
    if (this.#sequence === 0) session.flags |= seen.start;
    session.isDeferred = this.#deferred !== null && this.#sequence > 0 && !this.#deferred.isFull;
    return session;
  }

  #take(session: OpenSession, from: number, at: number, to: number): boolean {
    if (!this.#isWhole(at, to)) return false;
    const { view } = this;
    const sequence = this.#sequence;
    if (sequence === session.sequence + 1) session.sequence = sequence;
    else if (sequence > session.sequence) this.#jump(session, sequence);
    session.lastUse = ++this.#uses;
    session.clock0 = view.getInt32(from + 11, true);
    session.clock1 = view.getInt32(from + 15, true);
    if (session.isDeferred) return this.#defer(session, from, to);
    switch (this.#event) {
      case event.received:
        if (session.direction === 'receive') this.#dialogue.command(session, at, to);
        else this.#dialogue.reply(session, from, at, to);
        return true;
      case event.sent:
        if (session.direction === 'receive') this.#dialogue.reply(session, from, at, to);
        else this.#dialogue.command(session, at, to);
        return true;
      case event.information:
        this.#information.read(session, from, at, to);
        return true;
      case event.connect:
        session.flags |= seen.start;
        return true;
      case event.disconnect: {
        const context = fieldEnd(this.bytes, at, to) + 1;
        session.endReason =
          context < to ? this.#texts.endReasons.of(this.bytes, view, context, to).value : null;
        session.flags |= seen.end;
        this.#close(session, 'closed', this.#clock.at(view, from));
        return true;
      }
      default:
        return false;
    }
  }

  #defer(session: OpenSession, from: number, to: number): boolean {
    this.#deferred?.add(this.source, this.line, session.direction, this.bytes, from, to);
    if (this.#event === event.disconnect) this.#table.close(session);
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
    const { direction, connector, peer } = session;
    this.usage.error(text, direction, connector, peer.address, ms, where);
  }
}

function isEvent(byte: number): boolean {
  return (
    byte === event.connect ||
    byte === event.disconnect ||
    byte === event.sent ||
    byte === event.received ||
    byte === event.information
  );
}

function numberAt(bytes: Uint8Array, from: number, to: number): number | null {
  if (to <= from || to - from > 9) return null;
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return null;
    value = value * 10 + digit;
  }
  return value;
}
