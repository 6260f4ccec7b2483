// Makes a report of a mail: its machine part, its human part, and the headers of the mail that came back.
import { writtenTime } from '../input/time.ts';
import { type DeliveryStatus, readDeliveryStatus } from './delivery-status.ts';
import { field } from './headers.ts';
import { htmlText } from './html-text.ts';
import { type MailPart, readMail } from './mime.ts';
import { type Hop, hopOf } from './received.ts';
import type { NonDeliveryReport } from './report.ts';
import { hopsOfHeaders, readReportText } from './report-text.ts';

export type ReportRead = {
  readonly report: Omit<NonDeliveryReport, 'where'>;
  /** The human part, without personal data: to be searched for errors. */
  readonly text: string;
  /** False: an ordinary mail, of which only its way can be told. */
  readonly isReport: boolean;
};

const mostHops = 200;

export function readReportMail(raw: string): ReportRead {
  const mail = readMail(raw);
  const found = {
    statuses: [] as DeliveryStatus[],
    plain: [] as string[],
    html: [] as string[],
    hops: [] as Hop[],
  };
  collect(mail, found);
  const words = found.plain.length > 0 ? found.plain : found.html.map(htmlText);
  const human = readReportText(words.join('\n\n'));
  const statuses = found.statuses;
  const contentType = field(mail.fields, 'content-type') ?? '';
  return {
    report: {
      reportingServer:
        statuses.find((status) => status.reportingServer !== null)?.reportingServer ?? human.reportingServer,
      arrivedAt: statuses.find((status) => status.arrivedAt !== null)?.arrivedAt ?? null,
      reportedAt: writtenTime(field(mail.fields, 'date') ?? undefined, 'local'),
      recipients: statuses.flatMap((status) => status.recipients),
      attempts: human.attempts,
      hops: found.hops.length > 0 ? found.hops : human.hops,
      reportHops: hopsOf(mail),
    },
    text: human.text,
    isReport:
      statuses.length > 0 ||
      /report-type\s{0,5}=\s{0,5}"?delivery-status/i.test(contentType) ||
      field(mail.fields, 'x-failed-recipients') !== null ||
      isFromNobody(mail),
  };
}

/** Bounces have an empty sender, so that none is sent about them. */
function isFromNobody(mail: MailPart): boolean {
  const isAutomatic = /^auto-replied|^auto-generated/i.test(field(mail.fields, 'auto-submitted') ?? '');
  return (
    field(mail.fields, 'return-path')?.trim() === '<>' &&
    (isAutomatic || /postmaster|mailer-daemon|microsoftexchange/i.test(field(mail.fields, 'from') ?? ''))
  );
}

type Found = { statuses: DeliveryStatus[]; plain: string[]; html: string[]; hops: Hop[] };

function collect(part: MailPart, found: Found): void {
  switch (part.type) {
    case 'message/delivery-status':
    case 'message/global-delivery-status':
      found.statuses.push(readDeliveryStatus(part.text));
      return;
    case 'text/rfc822-headers':
    case 'message/global-headers':
      if (found.hops.length === 0) found.hops.push(...hopsOfHeaders(part.text));
      return;
    case 'message/rfc822':
    case 'message/global':
      takeInner(part, found);
      return;
    case 'text/html':
      found.html.push(part.text);
      return;
    case 'text/plain':
    case '':
      if (part.text.trim() !== '') found.plain.push(part.text);
      return;
    default:
      for (const inner of part.parts) collect(inner, found);
  }
}

/** The mail that came back gives its way only. A report that was forwarded as an attachment is the report itself. */
function takeInner(part: MailPart, found: Found): void {
  const inner = part.parts[0];
  if (inner === undefined) return;
  if (inner.type === 'multipart/report') collect(inner, found);
  else if (found.hops.length === 0) found.hops.push(...hopsOf(inner));
}

function hopsOf(part: MailPart): Hop[] {
  return part.fields
    .filter(({ name }) => name === 'received')
    .slice(0, mostHops)
    .map(({ value }) => hopOf(value))
    .reverse();
}
