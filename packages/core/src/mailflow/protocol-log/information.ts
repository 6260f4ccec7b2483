// Records with the event `*`: takes what Exchange remarks on a session into the session.
import { fieldEnd, fieldText } from '../csv-record.ts';
import type { LogClock } from '../log-time.ts';
import type { ErrorSink } from './dialogue.ts';
import { type CertificateParts, type OpenSession, seen } from './open-session.ts';
import { type CertificateProperty, cut, type Remark, remarkOf, routine } from './remark.ts';
import type { Texts } from './texts.ts';

const quote = 0x22;
const comma = 0x2c;

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

  /** The remark that is at `at` up to the end of the line, if it is the one that came here in the session before. */
  expected(session: OpenSession, at: number): number {
    return this.#texts.remarks.expected(session.remark, this.#view, at);
  }

  lengthOf(remark: number): number {
    return this.#texts.remarks.lengthOf(remark);
  }

  /**
   * `at`: where the data field begins; `to`: the record's end. Most of these records repeat from session to session:
   * they are understood once. Those that begin with a digit may hold an id of the message at hand, so they are looked
   * at by their context.
   */
  remark(session: OpenSession, at: number, to: number, expected: number): Remark {
    const { remarks } = this.#texts;
    if (expected >= 0) {
      session.remark = expected;
      return remarks.value(expected);
    }
    const first = this.#view.getUint8(at);
    const bytes = this.#bytes;
    if (first < 0x30 || first > 0x39) {
      const remark = remarks.numberOf(bytes, this.#view, at, to);
      remarks.follows(remark, session.remark);
      session.remark = remark;
      return remarks.value(remark);
    }
    const dataEnd = fieldEnd(bytes, at, to);
    if (dataEnd >= to && bytes[to - 1] !== comma) return cut;
    if (this.#isRoutine(dataEnd + 1)) return routine;
    return remarkOf(fieldText(bytes, at, dataEnd), fieldText(bytes, dataEnd + 1, Math.max(dataEnd + 1, to)));
  }

  /** `record`: where its time is. */
  take(session: OpenSession, remark: Remark, record: number): void {
    switch (remark.kind) {
      case 'tls':
        session.tls = remark.tls;
        session.flags |= seen.tls;
        return;
      case 'tlsFailed':
        session.failure = remark.text;
        session.flags |= seen.tlsFailed;
        this.#tell(session, record, remark.text);
        return;
      case 'trouble':
        this.#tell(session, record, remark.text);
        return;
      case 'capabilities':
        session.capabilities = remark.text;
        return;
      case 'chainStatus':
        session.chainStatus = remark.text;
        return;
      case 'certificate':
        session.certificateRole = remark.role;
        if (remark.certificate === null) return;
        if (remark.role === 'local') session.localCertificate = remark.certificate;
        else session.remoteCertificate = remark.certificate;
        return;
      case 'property':
        setProperty(session, remark.property, remark.text);
        return;
      default:
    }
  }

  /** `receiving message`, `sending message with RecordId …`: one for each message. */
  #isRoutine(context: number): boolean {
    const view = this.#view;
    const start = view.getUint8(context) === quote ? context + 1 : context;
    const word = view.getInt32(start);
    return word === rece || word === send;
  }

  #tell(session: OpenSession, record: number, text: string): void {
    const ms = this.#clock.at(this.#view, record);
    session.addError(text, ms);
    this.#onError(session, text, ms);
  }
}

/** `rece` and `send`, in lower case: certificates are announced with a capital letter. */
const rece = 0x72656365;
const send = 0x73656e64;

function setProperty(session: OpenSession, property: CertificateProperty, text: string): void {
  const parts = partsOf(session);
  if (property === 'names') parts.names = text.split(';').filter((name) => name !== '');
  else parts[property] = text;
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
