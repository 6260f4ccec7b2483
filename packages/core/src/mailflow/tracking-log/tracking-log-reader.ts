// Reads message tracking logs: how many messages went where, and which were delayed, failed or expired, and why.
import type { Direction } from '../evidence.ts';
import { FieldReader } from '../field-reader.ts';
import { isoTime, never } from '../log-time.ts';
import { isOffice365Address, isOffice365Name, type Office365By } from '../office365-peer.ts';
import { domainOf, withoutPersonalData } from '../personal-data.ts';
import { type ErrorCount, ErrorTally, type ErrorTallyState } from '../usage/error-tally.ts';
import { recipientStatuses } from './recipient-status.ts';

/** What a message met with; other events of the log say nothing about the way of mail. */
export type TrackingEvent = 'SEND' | 'RECEIVE' | 'DEFER' | 'FAIL' | 'DSN';

export type TrackingFlow = {
  readonly event: TrackingEvent;
  /** The component that wrote the record: `SMTP`, `STOREDRIVER`, `QUEUE`, `DSN` … */
  readonly source: string;
  readonly connector: string;
  /** Null where the event is not about a connection. */
  readonly direction: Direction | null;
  /** Host of a connection, else the recipient's domain; empty for those that were too many. */
  readonly peer: string;
  readonly office365: Office365By | null;
  readonly messages: number;
  readonly recipients: number;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
};

export type TrackingReport = {
  readonly flows: readonly TrackingFlow[];
  /** Texts of statuses and contexts of `DEFER`, `FAIL` and `DSN`, counted once a recipient. */
  readonly failures: readonly ErrorCount[];
  /** Records that are not about anybody's mail. */
  readonly noise: { readonly health: number; readonly shadow: number };
};

type Flow = {
  readonly event: TrackingEvent;
  readonly source: string;
  readonly connector: string;
  readonly direction: Direction | null;
  readonly peer: string;
  office365: Office365By | null;
  messages: number;
  recipients: number;
  first: number;
  last: number;
};

/** JSON: what to go on with. */
export type TrackingLogState = {
  readonly flows: readonly Flow[];
  readonly failures: ErrorTallyState;
  readonly noise: TrackingReport['noise'];
};

export type TrackingLogOptions = {
  readonly since?: number;
  readonly until?: number;
  readonly state?: TrackingLogState;
};

/** Of Exchange 2010, the fewest there are. */
const usualFields = [
  'date-time',
  'client-ip',
  'client-hostname',
  'server-ip',
  'server-hostname',
  'source-context',
  'connector-id',
  'source',
  'event-id',
  'internal-message-id',
  'message-id',
  'recipient-address',
  'recipient-status',
  'total-bytes',
  'recipient-count',
  'related-recipient-address',
  'reference',
  'message-subject',
  'sender-address',
  'return-path',
  'message-info',
];

const told: ReadonlySet<string> = new Set(['SEND', 'RECEIVE', 'DEFER', 'FAIL', 'DSN']);
const maxFlows = 4096;
const healthAddress = /healthmailbox|^inboundproxy@contoso\.com$/i;

export class TrackingLogReader extends FieldReader {
  readonly #options: TrackingLogOptions;
  readonly #flows: Map<string, Flow> = new Map();
  readonly #failures = new ErrorTally();
  #health = 0;
  #shadow = 0;

  constructor(options: TrackingLogOptions = {}) {
    super(usualFields);
    this.#options = options;
    if (options.state !== undefined) this.append(options.state);
  }

  save(): TrackingLogState {
    const flows = [...this.#flows.values()].map((flow) => ({ ...flow }));
    const noise = { health: this.#health, shadow: this.#shadow };
    return { flows, failures: this.#failures.save(), noise };
  }

  append(state: TrackingLogState): void {
    for (const from of state.flows) {
      const to = this.#flow(from.event, from.source, from.connector, from.direction, from.peer);
      to.office365 ??= from.office365;
      to.messages += from.messages;
      to.recipients += from.recipients;
      to.first = Math.min(to.first, from.first);
      to.last = Math.max(to.last, from.last);
    }
    this.#failures.merge(state.failures);
    this.#health += state.noise.health;
    this.#shadow += state.noise.shadow;
  }

  /** Each record stands for itself: nothing is open. */
  finish(): void {}

  report(): TrackingReport {
    const flows = [...this.#flows.values()]
      .sort((a, b) => b.messages - a.messages)
      .map(({ first, last, ...flow }) => ({ ...flow, firstSeen: isoTime(first), lastSeen: isoTime(last) }));
    const noise = { health: this.#health, shadow: this.#shadow };
    return { flows, failures: this.#failures.report(), noise };
  }

  protected isWanted(): boolean {
    return this.kind === 'trackingLog' || this.kind === 'unknown';
  }

  protected fields(ms: number): void {
    const { since, until } = this.#options;
    if ((since !== undefined && ms < since) || (until !== undefined && ms > until)) return;
    this.kind = 'trackingLog';
    const event = this.text('event-id').toUpperCase();
    if (event.startsWith('HA')) {
      this.#shadow++;
      return;
    }
    if (!isTold(event)) return;
    const recipients = this.text('recipient-address').split(';');
    if (
      healthAddress.test(this.text('sender-address')) ||
      recipients.some((one) => healthAddress.test(one))
    ) {
      this.#health++;
      return;
    }
    const source = this.text('source').toUpperCase();
    const connector = this.text('connector-id');
    const isConnection = source === 'SMTP' && (event === 'SEND' || event === 'RECEIVE');
    if (isConnection) this.#connection(event, source, connector, recipients.length, ms);
    else this.#event(event, source, connector, recipients, ms);
  }

  /** The other side of a connection is the server of what was sent and the client of what was received. */
  #connection(
    event: 'SEND' | 'RECEIVE',
    source: string,
    connector: string,
    recipients: number,
    ms: number,
  ): void {
    const isSend = event === 'SEND';
    const address = this.text(isSend ? 'server-ip' : 'client-ip');
    const name = withoutPersonalData(this.text(isSend ? 'server-hostname' : 'client-hostname'));
    const flow = this.#flow(event, source, connector, isSend ? 'send' : 'receive', name || address);
    if (isOffice365Address(address)) flow.office365 = 'address';
    else if (isOffice365Name(name)) flow.office365 ??= 'name';
    count(flow, recipients, ms);
  }

  #event(event: TrackingEvent, source: string, connector: string, recipients: string[], ms: number): void {
    const domains = new Set(recipients.map((one) => domainOf(one) ?? ''));
    const [first = ''] = domains;
    const flow = this.#flow(event, source, connector, null, domains.size === 1 ? first : '');
    if (isOffice365Name(first)) flow.office365 ??= 'name';
    count(flow, recipients.length, ms);
    if (event === 'SEND' || event === 'RECEIVE') return;
    const statuses = recipientStatuses(this.text('recipient-status'), recipients.length);
    const where = { source: this.source, line: this.line };
    for (const { text, host } of statuses) {
      const clean = withoutPersonalData(text).slice(0, 1000);
      this.#failures.add(clean, null, connector, host ?? first, ms, () => where);
    }
    const context = withoutPersonalData(this.text('source-context')).slice(0, 1000);
    if (statuses.length === 0 && context !== '') {
      this.#failures.add(context, null, connector, first, ms, () => where);
    }
  }

  #flow(
    event: TrackingEvent,
    source: string,
    connector: string,
    direction: Direction | null,
    peer: string,
  ): Flow {
    const key = (name: string): string => `${event}\n${source}\n${connector}\n${direction}\n${name}`;
    const kept = this.#flows.size < maxFlows ? peer : '';
    let flow = this.#flows.get(key(peer)) ?? this.#flows.get(key(kept));
    if (flow === undefined) {
      flow = {
        event,
        source,
        connector,
        direction,
        peer: kept,
        office365: null,
        messages: 0,
        recipients: 0,
        first: never,
        last: -never,
      };
      this.#flows.set(key(kept), flow);
    }
    return flow;
  }
}

function isTold(event: string): event is TrackingEvent {
  return told.has(event);
}

function count(flow: Flow, recipients: number, ms: number): void {
  flow.messages++;
  flow.recipients += recipients;
  if (ms < flow.first) flow.first = ms;
  if (ms > flow.last) flow.last = ms;
}
