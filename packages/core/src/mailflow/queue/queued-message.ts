// A mail that waits in a queue, as Get-Message shows it: what holds it up, and nothing of what it says or who wrote it.
import type { Where } from '../evidence.ts';
import type { PropertyBag } from '../input/property-bag.ts';
import { type WrittenTime, writtenTime } from '../input/time.ts';
import { domainOf } from '../personal-data.ts';
import { clean, count } from './queue.ts';

export type QueuedMessage = {
  readonly where: Where;
  /** The queue it is in: `EX01\322120`. */
  readonly queue: string | null;
  readonly status: string | null;
  readonly senderDomain: string | null;
  readonly recipientDomains: readonly string[];
  /** Without personal data. */
  readonly lastError: string | null;
  /** What its recipients are held up by, where the list was asked for. */
  readonly recipientErrors: readonly string[];
  readonly deferReason: string | null;
  readonly retryCount: number | null;
  readonly receivedAt: WrittenTime | null;
  readonly expiresAt: WrittenTime | null;
  /** `SMTP:Default EX01`. */
  readonly cameFrom: string | null;
  readonly isCut: boolean;
};

export function hasMessageNames(names: { has(name: string): boolean }): boolean {
  return (
    (names.has('fromaddress') || names.has('messagesourcename') || names.has('internetmessageid')) &&
    (names.has('status') || names.has('queue') || names.has('identity') || names.has('lasterror'))
  );
}

export function queuedMessageOf(bag: PropertyBag): QueuedMessage | null {
  const { values } = bag;
  const identity = values.get('identity');
  const queue = values.get('queue') ?? queueOfIdentity(identity);
  const status = values.get('status') ?? null;
  if (queue === undefined && status === null && !values.has('lasterror')) return null;
  const recipients = values.get('recipients') ?? '';
  return {
    where: bag.where,
    queue: clean(queue ?? null),
    status,
    senderDomain: domainOf(values.get('fromaddress') ?? ''),
    recipientDomains: domainsIn(recipients),
    lastError: clean(values.get('lasterror') ?? null),
    recipientErrors: recipientErrors(recipients),
    deferReason: values.get('deferreason') ?? null,
    retryCount: count(values.get('retrycount')),
    receivedAt: writtenTime(values.get('datereceived'), 'local'),
    expiresAt: writtenTime(values.get('expirationtime'), 'local'),
    cameFrom: clean(values.get('messagesourcename') ?? null),
    isCut: bag.isCut,
  };
}

/** `EX01\3\1234567890` without the number of the mail. */
function queueOfIdentity(identity: string | undefined): string | undefined {
  const parts = identity?.split('\\') ?? [];
  return parts.length < 3 ? undefined : parts.slice(0, -1).join('\\');
}

/** Each of the domains once, in lower case; bounded. */
function domainsIn(text: string): string[] {
  const domains = new Set<string>();
  for (const match of text.matchAll(/@([\w.-]{1,255})/g)) {
    domains.add((match[1] ?? '').toLowerCase().replace(/\.+$/, ''));
    if (domains.size >= 20) break;
  }
  domains.delete('');
  return [...domains];
}

/** `{jane@example.com;2;2;[{LED=…}];0}`: what is in the brackets. */
function recipientErrors(recipients: string): string[] {
  const errors = new Set<string>();
  for (let at = recipients.indexOf('[{'); at >= 0 && errors.size < 20; ) {
    const end = recipients.indexOf('}]', at);
    const error = clean(recipients.slice(at, end < 0 ? recipients.length : end + 2));
    if (error !== null) errors.add(error);
    if (end < 0) break;
    at = recipients.indexOf('[{', end);
  }
  return [...errors];
}
