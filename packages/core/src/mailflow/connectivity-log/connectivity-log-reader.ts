// Reads connectivity logs: which destinations were connected to, how that ended, and what Exchange said about it.
import { FieldReader } from '../field-reader.ts';
import { isoTime, never } from '../log-time.ts';
import { isOffice365Name } from '../office365-peer.ts';
import { withoutPersonalData } from '../personal-data.ts';
import { type ErrorCount, ErrorTally, type ErrorTallyState } from '../usage/error-tally.ts';

export type ConnectivityDestination = {
  /** `SMTP`, `MapiDelivery`, `MapiSubmission`. */
  readonly source: string;
  /** Host, domain, or what Exchange calls its own services; empty for those that were too many. */
  readonly destination: string;
  readonly office365: boolean;
  /** Connections that were begun. */
  readonly sessions: number;
  /** Those that ended without a message. */
  readonly withoutMessage: number;
  readonly messages: number;
  /** Records that tell of a failure; the texts are in `failures`. */
  readonly failures: number;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
};

export type ConnectivityReport = {
  readonly destinations: readonly ConnectivityDestination[];
  /** `connector` holds the source, `peers` the destinations. */
  readonly failures: readonly ErrorCount[];
  /** Connections of Exchange with itself: proxies, shadow redundancy. */
  readonly ownServices: number;
};

type Row = {
  readonly source: string;
  readonly destination: string;
  sessions: number;
  withoutMessage: number;
  messages: number;
  failures: number;
  first: number;
  last: number;
};

/** JSON: what to go on with. */
export type ConnectivityLogState = {
  readonly rows: readonly Row[];
  readonly failures: ErrorTallyState;
  readonly ownServices: number;
};

const usualFields = ['date-time', 'session', 'source', 'destination', 'direction', 'description'];
const maxRows = 4096;

/** What Exchange writes as the destination of its own services (Microsoft, Connectivity logging in Exchange Server). */
const ownService =
  /^(?:internalproxy|client proxy|shadowredundancy|mailboxtransportsubmissioninternalproxy)$/i;
const trouble = /fail|error|refus|reset|timed ?out|abort|unreachable|denied|drop|could not|cannot|unable/i;
/** `Messages: 0 Bytes: 42 (Retry : Unable to connect)`; without a word behind the colon the reason stands elsewhere. */
const counts = /^Messages?\s*[:=]\s*(\d+)/i;
const retry = /\(Retry\s*:\s*([^)]{1,1000})/i;
/** What Exchange makes of a failure for its next attempts: it differs each time and says nothing about the failure. */
const health = /\[Target(?:Host|IPAddress):[^\]]{0,300}\]/gi;

export type ConnectivityLogOptions = {
  readonly since?: number;
  readonly until?: number;
  readonly state?: ConnectivityLogState;
};

export class ConnectivityLogReader extends FieldReader {
  readonly #options: ConnectivityLogOptions;
  readonly #rows: Map<string, Row> = new Map();
  readonly #failures = new ErrorTally();
  #ownServices = 0;

  constructor(options: ConnectivityLogOptions = {}) {
    super(usualFields);
    this.#options = options;
    if (options.state !== undefined) this.append(options.state);
  }

  save(): ConnectivityLogState {
    const rows = [...this.#rows.values()].map((row) => ({ ...row }));
    return { rows, failures: this.#failures.save(), ownServices: this.#ownServices };
  }

  append(state: ConnectivityLogState): void {
    for (const from of state.rows) {
      const to = this.#row(from.source, from.destination);
      to.sessions += from.sessions;
      to.withoutMessage += from.withoutMessage;
      to.messages += from.messages;
      to.failures += from.failures;
      to.first = Math.min(to.first, from.first);
      to.last = Math.max(to.last, from.last);
    }
    this.#failures.merge(state.failures);
    this.#ownServices += state.ownServices;
  }

  /** Each record stands for itself: nothing is open. */
  finish(): void {}

  report(): ConnectivityReport {
    const destinations = [...this.#rows.values()]
      .sort((a, b) => b.failures - a.failures || b.sessions - a.sessions)
      .map(({ first, last, ...row }) => ({
        ...row,
        office365: isOffice365Name(row.destination),
        firstSeen: isoTime(first),
        lastSeen: isoTime(last),
      }));
    return { destinations, failures: this.#failures.report(), ownServices: this.#ownServices };
  }

  protected isWanted(): boolean {
    return this.kind === 'connectivityLog' || this.kind === 'unknown';
  }

  protected fields(ms: number): void {
    const { since, until } = this.#options;
    if ((since !== undefined && ms < since) || (until !== undefined && ms > until)) return;
    this.kind = 'connectivityLog';
    const direction = this.text('direction');
    const destination = withoutPersonalData(this.text('destination'));
    const source = this.text('source');
    const description = withoutPersonalData(this.text('description'));
    const failure = failureOf(direction, description);
    if (failure !== null) {
      const where = { source: this.source, line: this.line };
      this.#failures.add(failure, 'send', source, destination, ms, () => where);
    }
    if (ownService.test(destination)) {
      if (direction === '+') this.#ownServices++;
      return;
    }
    const row = this.#row(source, destination);
    if (ms < row.first) row.first = ms;
    if (ms > row.last) row.last = ms;
    if (failure !== null) row.failures++;
    if (direction === '+') row.sessions++;
    const messages = direction === '-' ? counts.exec(description)?.[1] : undefined;
    if (messages === undefined) return;
    row.messages += Number(messages);
    if (Number(messages) === 0) row.withoutMessage++;
  }

  #row(source: string, destination: string): Row {
    const kept = this.#rows.size < maxRows ? destination : '';
    let row = this.#rows.get(`${source}\n${destination}`) ?? this.#rows.get(`${source}\n${kept}`);
    if (row === undefined) {
      row = {
        source,
        destination: kept,
        sessions: 0,
        withoutMessage: 0,
        messages: 0,
        failures: 0,
        first: never,
        last: -never,
      };
      this.#rows.set(`${source}\n${kept}`, row);
    }
    return row;
  }
}

/** The words of a failure; null where the record tells of none. */
function failureOf(direction: string, description: string): string | null {
  if (direction === '+') return null;
  const reason = direction === '-' ? retry.exec(description)?.[1] : undefined;
  if (reason !== undefined) return reason.trim();
  return trouble.test(description) ? description.replace(health, '').slice(0, 1000) : null;
}
