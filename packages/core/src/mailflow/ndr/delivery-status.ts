// Reads the part of a report that is made for machines: message/delivery-status, RFC 3464.
import { writtenTime } from '../input/time.ts';
import { domainOf, withoutPersonalData } from '../personal-data.ts';
import { type Field, field, readFields } from './headers.ts';
import type { NonDeliveryReport, ReportRecipient } from './report.ts';

export type DeliveryStatus = Pick<NonDeliveryReport, 'reportingServer' | 'arrivedAt'> & {
  readonly recipients: readonly ReportRecipient[];
};

const mostRecipients = 1000;

export function readDeliveryStatus(text: string): DeliveryStatus {
  const groups: Field[][] = [];
  for (let at = 0; at < text.length && groups.length <= mostRecipients; ) {
    const { fields, end } = readFields(text, at);
    if (fields.length > 0) groups.push(fields);
    at = end;
  }
  const message = groups.find((group) => group.some(({ name }) => name === 'reporting-mta')) ?? [];
  const recipients = groups.filter((group) =>
    group.some(({ name }) => name === 'final-recipient' || name === 'action' || name === 'diagnostic-code'),
  );
  return {
    reportingServer: typed(field(message, 'reporting-mta')),
    arrivedAt: writtenTime(field(message, 'arrival-date') ?? undefined, 'local'),
    recipients: recipients.map(recipientOf),
  };
}

function recipientOf(fields: readonly Field[]): ReportRecipient {
  const diagnostic = typed(field(fields, 'diagnostic-code'));
  const status = field(fields, 'status')?.match(/[245]\.\d{1,3}\.\d{1,3}/)?.[0] ?? null;
  return {
    domain: domainOf(typed(field(fields, 'final-recipient') ?? field(fields, 'original-recipient')) ?? ''),
    action: field(fields, 'action')?.trim().toLowerCase().slice(0, 20) ?? null,
    status,
    diagnostic: diagnostic === null ? null : withoutPersonalData(diagnostic),
    remoteServer: typed(field(fields, 'remote-mta')),
    lastAttemptAt: writtenTime(field(fields, 'last-attempt-date') ?? undefined, 'local'),
    retryUntil: writtenTime(field(fields, 'will-retry-until') ?? undefined, 'local'),
  };
}

/** `dns;mx.contoso.com`, `smtp; 550 …`: what stands behind the type. */
function typed(value: string | null): string | null {
  if (value === null) return null;
  const match = /^[\w-]{1,20}; ?/.exec(value);
  const text = (match ? value.slice(match[0].length) : value).trim();
  return text === '' ? null : text;
}
