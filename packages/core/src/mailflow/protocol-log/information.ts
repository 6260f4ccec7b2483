// Records with the event `*`: what Exchange itself says about a session, above all how its TLS came out.
import { fieldEnd, fieldText } from '../csv-record.ts';
import { isoTime, type LogClock } from '../log-time.ts';
import { lowerWord, word } from './bytes-of-words.ts';
import type { ErrorSink } from './dialogue.ts';
import { type CertificateParts, type OpenSession, seen } from './open-session.ts';
import type { Texts } from './texts.ts';

const comma = 0x2c;
const quote = 0x22;

const first = {
  tls: word('tls '),
  domainCapabilities: word('tlsd'),
  sending: word('send'),
  received: word('rece'),
  remote: word('remo'),
  certificate: word('cert'),
  client: word('clie'),
  chain: word('chai'),
  set: word('set '),
  attempting: word('atte'),
  proxying: word('prox'),
  user: word('user'),
  tarpit: word('tarp'),
} as const;

const protocol = word('prot');
const certificate = word('cert');

/** Words of a note that tells of trouble; anything else that Exchange notes is routine. */
const trouble =
  /fail|error|reject|denied|refus|timed ?out|acked|cannot|unable|could not|not trusted|expired/i;
const failedConnect = /failed to connect|unable to connect|socket ?(?:error|timed|connection)|winsock/i;

export class Information {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #texts: Texts;
  readonly #clock: LogClock;
  readonly #onError: ErrorSink;

  constructor(bytes: Uint8Array, view: DataView, texts: Texts, clock: LogClock, onError: ErrorSink) {
    this.#bytes = bytes;
    this.#view = view;
    this.#texts = texts;
    this.#clock = clock;
    this.#onError = onError;
  }

  /** `record`: where its time is; `at`: where its data field begins; `to`: its end. */
  read(session: OpenSession, record: number, at: number, to: number): void {
    const view = this.#view;
    const dataEnd = view.getUint8(at) === comma ? at : fieldEnd(this.#bytes, at, to);
    let context = dataEnd + 1;
    if (context >= to) {
      // A record of the oldest layout may hold its sentence in the data field.
      if (dataEnd <= at) return;
      context = at;
    }
    const start = view.getUint8(context) === quote ? context + 1 : context;
    switch (lowerWord(view, start)) {
      case first.tls:
        this.#tls(session, record, context, start, to);
        return;
      case first.domainCapabilities:
        session.capabilities = this.#texts.capabilities.of(this.#bytes, view, context, to);
        return;
      case first.client:
      case first.chain:
        session.chainStatus = this.#texts.chainStatuses.of(this.#bytes, view, context, to);
        return;
      case first.sending:
        if (lowerWord(view, start + 8) === certificate) this.#certificate(session, 'local', at, dataEnd);
        return;
      case first.received:
        if (lowerWord(view, start + 9) === certificate) this.#certificate(session, 'remote', at, dataEnd);
        return;
      case first.remote:
        if (lowerWord(view, start + 7) === certificate) this.#certificate(session, 'remote', at, dataEnd);
        else this.#other(session, record, context, to);
        return;
      case first.certificate:
        this.#certificateProperty(session, at, dataEnd, fieldText(this.#bytes, context, to));
        return;
      case first.set:
      case first.attempting:
      case first.proxying:
      case first.user:
      case first.tarpit:
        return;
      default:
        this.#other(session, record, context, to);
    }
  }

  #tls(session: OpenSession, record: number, context: number, start: number, to: number): void {
    if (lowerWord(this.#view, start + 4) === protocol) {
      const end = this.#view.getUint8(to - 1) === comma ? to - 1 : to;
      const tls = this.#texts.tls.of(this.#bytes, this.#view, context, end);
      if (tls.value !== null) {
        session.tls = tls;
        session.flags |= seen.tls;
        return;
      }
    }
    const note = this.#note(context, to);
    if (!/^TLS negotiation failed/i.test(note.value)) {
      this.#other(session, record, context, to);
      return;
    }
    session.failure = note;
    session.flags |= seen.tlsFailed;
    this.#tell(session, record, note.value);
  }

  #other(session: OpenSession, record: number, context: number, to: number): void {
    const text = this.#note(context, to).value;
    if (!trouble.test(text)) return;
    if (failedConnect.test(text)) session.flags |= seen.connectFailed;
    this.#tell(session, record, text);
  }

  #tell(session: OpenSession, record: number, text: string): void {
    const ms = this.#clock.at(this.#view, record);
    session.addError(text, isoTime(ms));
    this.#onError(session, text, ms);
  }

  /** Newer layout: the whole certificate in the data field. Older: only the announcement, properties follow. */
  #certificate(session: OpenSession, role: 'local' | 'remote', at: number, dataEnd: number): void {
    session.certificateRole = role;
    if (dataEnd <= at) return;
    const seenHere = this.#texts.certificates.of(this.#bytes, this.#view, at, dataEnd);
    if (role === 'local') session.localCertificate = seenHere;
    else session.remoteCertificate = seenHere;
  }

  #certificateProperty(session: OpenSession, at: number, dataEnd: number, label: string): void {
    const parts = partsOf(session);
    const value = this.#texts.notes.of(this.#bytes, this.#view, at, dataEnd).value;
    switch (label.trim().toLowerCase()) {
      case 'certificate subject':
        parts.subject = value;
        return;
      case 'certificate issuer name':
        parts.issuer = value;
        return;
      case 'certificate serial number':
        parts.serialNumber = value;
        return;
      case 'certificate thumbprint':
        parts.thumbprint = value;
        return;
      case 'certificate alternate names':
        parts.names = value.split(';').filter((name) => name !== '');
        return;
      default:
    }
  }

  #note(from: number, to: number): ReturnType<Texts['notes']['of']> {
    return this.#texts.notes.of(this.#bytes, this.#view, from, to);
  }
}

function partsOf(session: OpenSession): CertificateParts {
  const empty: CertificateParts = {
    subject: null,
    issuer: null,
    serialNumber: null,
    thumbprint: null,
    notAfter: null,
    names: [],
  };
  if (session.certificateRole === 'local') {
    session.localParts ??= empty;
    return session.localParts;
  }
  session.remoteParts ??= empty;
  return session.remoteParts;
}
