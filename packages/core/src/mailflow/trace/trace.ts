// One line of a message trace: of Exchange Online in all its exports, or of the tracking log's cmdlet.
import type { Direction, Where } from '../evidence.ts';
import type { PropertyBag } from '../input/property-bag.ts';
import { type WrittenTime, writtenTime } from '../input/time.ts';
import { xmlText } from '../input/xml.ts';
import { domainOf, withoutPersonalData } from '../personal-data.ts';
import { clean } from '../queue/queue.ts';

export type TraceRecord = {
  readonly where: Where;
  readonly at: WrittenTime | null;
  /** `Defer`, `Fail`, `SEND`, `Receive`. */
  readonly event: string | null;
  /** `Delivered`, `Failed`, `Pending`. */
  readonly status: string | null;
  readonly senderDomain: string | null;
  readonly recipientDomain: string | null;
  readonly fromIp: string | null;
  readonly toIp: string | null;
  readonly connector: string | null;
  readonly direction: Direction | null;
  /** The TLS version of a connector report: as written. */
  readonly tls: string | null;
  /** What was said about the delivery, without personal data: errors are in here. */
  readonly detail: string | null;
};

/** True when the names are those of a trace of Exchange Online. */
export function hasTraceNames(names: { has(name: string): boolean }): boolean {
  const has = (...all: string[]): boolean => all.every((name) => names.has(name));
  return (
    names.has('messagetraceid') ||
    names.has('origintimestamputc') ||
    (names.has('datetimeutc') && names.has('eventid')) ||
    has('senderaddress', 'recipientaddress') ||
    has('sender', 'recipient', 'status') ||
    has('date', 'event', 'detail') ||
    ((names.has('sender') || names.has('senderaddress')) &&
      (names.has('tlsversion') || names.has('tlsused') || names.has('tls') || names.has('connectorname')))
  );
}

/** True when the names are those of Get-MessageTrackingLog. */
export function hasTrackingNames(names: { has(name: string): boolean }): boolean {
  if (names.has('providername') || names.has('datetimeutc')) return false;
  return names.has('recipientstatus') && !names.has('origintimestamputc')
    ? true
    : names.has('eventid') &&
        (names.has('sourcecontext') || names.has('connectorid') || names.has('recipients'));
}

/** Columns that may tell of an error. */
const details = [
  'detail',
  'data',
  'recipientstatus',
  'sourcecontext',
  'customdata',
  'reason',
  'lasterror',
  'errors',
];

export function traceOf(bag: PropertyBag): TraceRecord {
  const { values } = bag;
  const first = (...names: string[]): string | null => {
    for (const name of names) {
      const value = values.get(name);
      if (value !== undefined) return value;
    }
    return null;
  };
  const parts = details
    .map((name) => values.get(name))
    .filter((value) => value !== undefined)
    .map(readable);
  const text = withoutPersonalData(parts.join('\n'));
  const recipient = first('recipientaddress', 'recipient', 'recipients', 'recipientstatus') ?? '';
  return {
    where: bag.where,
    at: timeOf(values),
    event: clean(first('eventid', 'event', 'action')),
    status: clean(first('status', 'deliverystatus') ?? statusOf(values.get('recipientstatus'))),
    senderDomain: domainOf(first('senderaddress', 'sender', 'returnpath') ?? ''),
    recipientDomain: firstDomain(recipient),
    fromIp: first('fromip', 'originalclientip', 'clientip'),
    toIp: first('toip', 'serverip'),
    connector: clean(first('connectorid', 'connectorname', 'connector')),
    direction: directionOf(first('directionality', 'direction')),
    tls: first('tlsversion', 'tlsused', 'tls'),
    detail: text === '' ? null : text,
  };
}

/** The `Data` of a trace's detail is XML, often with XML inside a value of it. */
function readable(value: string): string {
  return value.includes('<') && value.includes('=') ? xmlText(value) : value;
}

function firstDomain(recipients: string): string | null {
  const end = recipients.search(/[;,#\s]/);
  return domainOf(end < 0 ? recipients : recipients.slice(0, end));
}

/** `jane@contoso.com##Receive, Fail`: the last event of a historical search is the status. */
function statusOf(recipientStatus: string | undefined): string | null {
  const mark = recipientStatus?.indexOf('##') ?? -1;
  if (recipientStatus === undefined || mark < 0) return null;
  const events = recipientStatus
    .slice(mark + 2)
    .split(';')[0]
    ?.split(',');
  return events?.at(-1)?.trim() || null;
}

function directionOf(text: string | null): Direction | null {
  if (text === null) return null;
  if (/originating|outbound|^send/i.test(text)) return 'send';
  return /incoming|inbound|^receive/i.test(text) ? 'receive' : null;
}

/** Columns whose name says UTC; all others are local to whoever made the list. */
const utcColumns = [
  'origintimestamputc',
  'datetimeutc',
  'dateutc',
  'receivedutc',
  'timestamputc',
  'starttimeutc',
];
const localColumns = ['received', 'date', 'timestamp', 'datetime', 'origintimestamp'];

function timeOf(values: ReadonlyMap<string, string>): WrittenTime | null {
  for (const name of utcColumns) {
    const time = writtenTime(values.get(name), 'utc');
    if (time !== null) return time;
  }
  for (const name of localColumns) {
    const time = writtenTime(values.get(name), 'local');
    if (time !== null) return time;
  }
  return null;
}
