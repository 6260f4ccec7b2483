// What the two sides say to each other: commands and replies, as far as they tell about TLS and mail.

import { textOf } from '../byte-text.ts';
import { fieldEnd } from '../csv-record.ts';
import type { LogClock } from '../log-time.ts';
import { findStartTls, isStartTls, lowerWord, word } from './bytes-of-words.ts';
import { type OpenSession, seen } from './open-session.ts';
import { readProxyCommand } from './proxy-command.ts';
import type { Texts } from './texts.ts';

const comma = 0x2c;
const quote = 0x22;
const blank = 0x20;
const dash = 0x2d;

const command = {
  ehlo: word('ehlo'),
  helo: word('helo'),
  starttls: word('star'),
  mail: word('mail'),
  rcpt: word('rcpt'),
  bdat: word('bdat'),
  quit: word('quit'),
  xAnonymousTls: word('x-an'),
  xProxy: word('xpro'),
  xShadow: word('xsha'),
  xQueueDiscard: word('xqdi'),
  xDiscard: word('xdis'),
  xExps: word('x-ex'),
} as const;

const last = word('last');
const maxReplyText = 1000;

/** What a record of an error is told to. */
export type ErrorSink = (session: OpenSession, text: string, at: number) => void;

export class Dialogue {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #texts: Texts;
  readonly #clock: LogClock;
  readonly #onError: ErrorSink;
  #offerFromEnd = 0;

  constructor(bytes: Uint8Array, view: DataView, texts: Texts, clock: LogClock, onError: ErrorSink) {
    this.#bytes = bytes;
    this.#view = view;
    this.#texts = texts;
    this.#clock = clock;
    this.#onError = onError;
  }

  /** A line of the side that opened the connection; its data field begins at `at`, the record ends at `to`. */
  command(session: OpenSession, at: number, to: number): void {
    const view = this.#view;
    const start = view.getUint8(at) === quote ? at + 1 : at;
    session.outstanding++;
    // The frequent ones first.
    switch (lowerWord(view, start)) {
      case command.rcpt:
        session.flags |= seen.command;
        return;
      case command.mail:
        session.flags |= seen.mailCommand | seen.command | this.#senderFlag(start + 11);
        return;
      case command.bdat:
        session.flags |= seen.command;
        if (lowerWord(view, this.#dataEnd(at, to) - 4) === last) session.messageReplyIn = session.outstanding;
        return;
      case command.ehlo:
        session.flags |= seen.hello | seen.command | seen.helloPending;
        if (session.direction === 'receive') this.#clientName(session, start + 4, at, to);
        return;
      case command.helo:
        session.flags |= seen.hello | seen.plainHello | seen.command;
        if (session.direction === 'receive') this.#clientName(session, start + 4, at, to);
        return;
      case command.starttls:
        session.flags |= seen.startTlsTried | seen.command;
        return;
      case command.quit:
        return;
      case command.xAnonymousTls:
        session.flags |= seen.anonymousTlsTried | seen.command;
        return;
      case command.xExps:
        session.flags |= seen.exchangeAuth | seen.command;
        return;
      case command.xProxy:
        session.flags |= seen.proxyLeg | seen.command;
        readProxyCommand(session, textOf(this.#bytes, start, this.#dataEnd(at, to)));
        return;
      case command.xShadow:
      case command.xQueueDiscard:
      case command.xDiscard:
        session.flags |= seen.shadow | seen.command;
        return;
      default:
        session.flags |= seen.command;
    }
  }

  /** A reply of the side that was connected to. `record` is where the record begins, with its time. */
  reply(session: OpenSession, record: number, at: number, to: number): void {
    const view = this.#view;
    const start = view.getUint8(at) === quote ? at + 1 : at;
    const digit = view.getUint8(start);
    const isLast = view.getUint8(start + 3) !== dash;
    if (digit === 0x34 || digit === 0x35) {
      this.#errorReply(session, record, at, to, isLast);
      return;
    }
    if (session.flags & seen.helloPending) this.#helloReply(session, start, at, to, isLast);
    else if (!(session.flags & seen.hello)) this.#greeting(session, start, at, to, isLast);
    if (!isLast) return;
    const isMessageReply = session.messageReplyIn === 1;
    this.#settle(session);
    if (digit === 0x33) {
      // 354: the message itself is not logged, its reply comes next.
      if (view.getUint8(start + 1) === 0x35 && view.getUint8(start + 2) === 0x34) {
        session.outstanding = 1;
        session.messageReplyIn = 1;
      }
    } else if (isMessageReply || (session.messageReplyIn === 0 && this.#isAccepted(start))) {
      if (session.flags & seen.tls) session.encrypted++;
      else session.clear++;
    }
  }

  /** One reply fewer is awaited. */
  #settle(session: OpenSession): void {
    if (session.outstanding > 0) session.outstanding--;
    if (session.messageReplyIn > 0) session.messageReplyIn--;
  }

  /** `250 2.6.0 <` is how Exchange takes a message, also when the commands before it were not seen. */
  #isAccepted(start: number): boolean {
    const view = this.#view;
    return (
      view.getInt32(start, true) === accepted0 &&
      view.getInt32(start + 4, true) === accepted1 &&
      view.getUint8(start + 8) === 0x30 &&
      view.getUint8(start + 9) === blank &&
      view.getUint8(start + 10) === 0x3c
    );
  }

  /** Before `EHLO` the server greets; where a log begins later, its first reply may be the one to `EHLO`. */
  #greeting(session: OpenSession, start: number, at: number, to: number, isLast: boolean): void {
    const view = this.#view;
    if (view.getUint8(start + 1) === 0x35 && !(session.flags & seen.start)) {
      if (greetsByAddress.test(textOf(this.#bytes, start, this.#dataEnd(at, to)))) {
        this.#helloReply(session, start, at, to, isLast);
      }
      return;
    }
    // `220 2.0.0 SMTP server ready` is an answer, not a greeting.
    const isAnswer = view.getUint8(start + 5) === 0x2e && view.getUint8(start + 7) === 0x2e;
    if (session.direction === 'send' && session.name === null && !isAnswer) {
      this.#serverName(session, start + 3, at, to);
    }
  }

  /** Older logs have one capability a record, newer ones all in one, separated by blanks. */
  #helloReply(session: OpenSession, start: number, at: number, to: number, isLast: boolean): void {
    const end = this.#dataEnd(at, to);
    if (!(session.flags & seen.tls)) {
      const isFirst = !(session.flags & seen.helloReply);
      if (isFirst && session.direction === 'send') this.#serverName(session, start + 4, at, to);
      if (this.#hasStartTls(start + 4, end)) session.flags |= seen.startTlsOffered;
      session.flags |= seen.helloReply;
    }
    if (isLast) session.flags &= ~seen.helloPending;
  }

  /** One server offers the same to all: the token stands where it stood before, counted from the end. */
  #hasStartTls(from: number, to: number): boolean {
    if (isStartTls(this.#view, to - this.#offerFromEnd, from, to)) return true;
    const at = findStartTls(this.#view, from, to);
    if (at >= 0) this.#offerFromEnd = to - at;
    return at >= 0;
  }

  #errorReply(session: OpenSession, record: number, at: number, to: number, isLast: boolean): void {
    const end = this.#dataEnd(at, to);
    session.flags &= ~seen.helloPending;
    const isWhole = isLast && session.partialReply === '';
    const note = this.#texts.replies.of(this.#bytes, this.#view, at, end);
    if (!isLast) {
      if (session.partialReply.length < maxReplyText) session.partialReply += `${note} `;
      return;
    }
    const text = isWhole ? note : `${session.partialReply}${note}`;
    session.partialReply = '';
    if (session.messageReplyIn === 1) session.refused++;
    this.#settle(session);
    session.flags |= seen.errorReply;
    if (speaksOfTls(text)) session.flags |= seen.tlsReply;
    const ms = this.#clock.at(this.#view, record);
    session.addError(text, ms);
    this.#onError(session, text, ms);
  }

  /** What follows `EHLO` is the client's name. Behind TLS it says the same again. */
  #clientName(session: OpenSession, from: number, at: number, to: number): void {
    if (session.name !== null) return;
    const view = this.#view;
    let end = this.#dataEnd(at, to);
    while (end > from && view.getUint8(end - 1) <= blank) end--;
    let start = from;
    while (start < end && view.getUint8(start) <= blank) start++;
    if (end > start) session.name = this.#texts.names.of(this.#bytes, view, start, end);
  }

  /** The first word of a greeting or of a reply to `EHLO` is the server's name. */
  #serverName(session: OpenSession, from: number, at: number, to: number): void {
    const view = this.#view;
    const end = this.#dataEnd(at, to);
    let start = from;
    while (start < end && view.getUint8(start) === blank) start++;
    let stop = start;
    while (stop < end && view.getUint8(stop) > blank && view.getUint8(stop) !== quote) stop++;
    if (stop > start) session.name = this.#texts.names.of(this.#bytes, view, start, stop);
  }

  /** Health mailboxes and the probes' own senders are not mail that anybody waits for. */
  #senderFlag(at: number): number {
    switch (lowerWord(this.#view, at)) {
      case health:
        return lowerWord(this.#view, at + 4) === healthRest ? seen.healthMail : seen.otherMail;
      case inbound:
        return lowerWord(this.#view, at + 4) === inboundRest ? seen.healthMail : seen.otherMail;
      default:
        return seen.otherMail;
    }
  }

  #dataEnd(at: number, to: number): number {
    return this.#view.getUint8(to - 1) === comma ? Math.max(at, to - 1) : fieldEnd(this.#bytes, at, to);
  }
}

const health = word('heal');
const healthRest = word('thma');
const inbound = word('inbo');
const inboundRest = word('undp');
const accepted0 = word('250 ');
const accepted1 = word('2.6.');

/** How Exchange begins its reply to `EHLO`: its name, a word of greeting, the client's address. */
const greetsByAddress = /^250[ -] ?\S+ Hello \[/;

function speaksOfTls(text: string): boolean {
  return /starttls|\btls\b|certificate|5\.7\.3\b|4\.7\.5\b|4\.7\.66\b|5\.7\.67\b/i.test(text);
}
