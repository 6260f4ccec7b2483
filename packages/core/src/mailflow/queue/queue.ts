// A queue and its last error, as Get-Queue or the Queue Viewer shows it.
import type { Where } from '../evidence.ts';
import type { PropertyBag } from '../input/property-bag.ts';
import { type WrittenTime, writtenTime } from '../input/time.ts';
import { withoutPersonalData } from '../personal-data.ts';

export type QueueRecord = {
  readonly where: Where;
  /** `EX01\322120`, `EX01\Submission`. */
  readonly identity: string | null;
  readonly server: string | null;
  readonly deliveryType: string | null;
  /** A domain, a host, a database, a site or a connector, by the kind of delivery. */
  readonly nextHopDomain: string | null;
  /** GUID of the Send connector; null where none is used. */
  readonly nextHopConnector: string | null;
  readonly nextHopCategory: string | null;
  readonly tlsDomain: string | null;
  readonly status: string | null;
  readonly messageCount: number | null;
  readonly deferredMessageCount: number | null;
  readonly retryCount: number | null;
  /** Without personal data. */
  readonly lastError: string | null;
  readonly lastRetryTime: WrittenTime | null;
  readonly nextRetryTime: WrittenTime | null;
  readonly firstRetryTime: WrittenTime | null;
  /** The console has shortened values: what is missing can be got with `Format-List`. */
  readonly isCut: boolean;
};

const statuses: ReadonlySet<string> = new Set([
  'none',
  'active',
  'ready',
  'retry',
  'suspended',
  'connecting',
]);

const noConnector = /^[0{(-]+[)}]?$/;

/** True when the names are those of a queue. */
export function hasQueueNames(names: { has(name: string): boolean }): boolean {
  if (names.has('nexthopdomain') || names.has('nexthopconnector')) return true;
  if (names.has('messagecount'))
    return names.has('deliverytype') || names.has('status') || names.has('identity');
  return names.has('deliverytype') && names.has('status');
}

/** Null when the values are not those of a queue, as with a sentence below a table. */
export function queueOf(bag: PropertyBag): QueueRecord | null {
  const { values } = bag;
  const identity = values.get('identity') ?? values.get('queueidentity') ?? null;
  const status = values.get('status') ?? null;
  const deliveryType = values.get('deliverytype') ?? null;
  const messageCount = count(values.get('messagecount'));
  const isQueue =
    (identity?.includes('\\') ?? false) ||
    statuses.has(status?.toLowerCase() ?? '') ||
    messageCount !== null ||
    (deliveryType !== null &&
      /deliver|relay|heartbeat|redundancy|undefined|unreachable/i.test(deliveryType)) ||
    values.has('lasterror');
  if (!isQueue) return null;
  const connector = values.get('nexthopconnector');
  return {
    where: bag.where,
    identity: clean(identity),
    server: clean(identity?.includes('\\') ? identity.slice(0, identity.indexOf('\\')) : null),
    deliveryType,
    nextHopDomain: clean(values.get('nexthopdomain') ?? null),
    nextHopConnector: connector === undefined || noConnector.test(connector) ? null : clean(connector),
    nextHopCategory: values.get('nexthopcategory') ?? null,
    tlsDomain: clean(values.get('tlsdomain') ?? null),
    status,
    messageCount,
    deferredMessageCount: count(values.get('deferredmessagecount')),
    retryCount: count(values.get('retrycount')),
    lastError: clean(values.get('lasterror') ?? null),
    lastRetryTime: writtenTime(values.get('lastretrytime'), 'local'),
    nextRetryTime: writtenTime(values.get('nextretrytime'), 'local'),
    firstRetryTime: writtenTime(values.get('firstretrytime'), 'local'),
    isCut: bag.isCut,
  };
}

export function clean(text: string | null): string | null {
  return text === null ? null : withoutPersonalData(text);
}

/** Null for what is no number. */
export function count(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;
}
