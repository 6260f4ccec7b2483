// Tells from the content what a source is: by what programs write, never by the file's name.

import { knownProvider } from './event/event.ts';
import { hasEventNames } from './event/event-bag.ts';
import { hasEventHead } from './event/event-text.ts';
import type { EvidenceKind } from './evidence.ts';
import { separatorOf } from './input/csv-objects.ts';
import { allNames } from './input/known-names.ts';
import { propertyOf } from './input/list-objects.ts';
import { propertyName } from './input/property-bag.ts';
import { dashes } from './input/table-objects.ts';
import { emptyHeader, kindOfLog, withHeaderLine } from './log-header.ts';
import { isCompoundFile } from './ndr/compound-file.ts';
import { isFieldName } from './ndr/headers.ts';
import { hasQueueNames } from './queue/queue.ts';
import { hasMessageNames } from './queue/queued-message.ts';
import { hasTraceNames, hasTrackingNames } from './trace/trace.ts';

export type EvidenceForm =
  | 'log'
  | 'list'
  | 'table'
  | 'csv'
  | 'json'
  | 'clixml'
  | 'xml'
  | 'mail'
  | 'msg'
  | 'text'
  | 'binary'
  | 'empty';

/** What the content showed. */
export type RecognisedBy =
  | 'logHeader'
  | 'logRecords'
  | 'propertyNames'
  | 'eventXml'
  | 'eventHead'
  | 'deliveryReport'
  | 'mailHeaders'
  | 'reportWords'
  | 'traceWords'
  | 'errorWords'
  | 'outlookFile'
  | 'eventLogFile'
  | 'archive'
  | 'binary'
  | 'otherProduct'
  | 'empty'
  | 'nothingKnown';

/** `kind` is `unknown` where only reading on can tell. */
export type Recognised = {
  readonly kind: EvidenceKind;
  readonly form: EvidenceForm;
  readonly why: RecognisedBy;
};

/** So much of a source is looked at. */
export const headSize: number = 65_536;

type Names = { has(name: string): boolean };

/** Null where the names are of none of the known objects. */
function kindOfNames(names: Names): EvidenceKind | null {
  if (hasEventNames(names)) return 'schannelEvent';
  if (hasMessageNames(names)) return 'queueMessage';
  if (hasQueueNames(names)) return 'queue';
  if (hasTrackingNames(names)) return 'trackingLog';
  if (hasTraceNames(names)) return 'messageTrace';
  return names.has('lasterror') ? 'queue' : null;
}

/** `head`: the first `headSize` characters or fewer; `bytes`: what they were read from, where there are bytes. */
export function recognise(head: string, bytes?: Uint8Array): Recognised {
  const binary = bytes === undefined ? null : recogniseBytes(bytes);
  if (binary !== null) return binary;
  const text = head.trimStart();
  if (text === '') return { kind: 'unknown', form: 'empty', why: 'empty' };
  if (isBinary(head)) return { kind: 'foreign', form: 'binary', why: 'binary' };
  return (
    recogniseLog(text) ??
    recogniseMarkup(text) ??
    recogniseMail(text) ??
    recogniseObjects(text) ??
    recogniseWords(text) ?? { kind: 'unknown', form: 'text', why: 'nothingKnown' }
  );
}

/** How files begin that are no text. */
const beginnings: readonly (readonly [RecognisedBy, readonly string[]])[] = [
  ['eventLogFile', ['ElfFile\0']],
  ['archive', ['PK\u0003\u0004', '\u001f\u008b', '7z\u00bc\u00af', 'Rar!', 'MSCF']],
  ['binary', ['MZ', '%PDF', '\u007fELF', '\u0089PNG', 'GIF8', '\u00ff\u00d8\u00ff']],
];

function recogniseBytes(bytes: Uint8Array): Recognised | null {
  if (isCompoundFile(bytes)) return { kind: 'nonDeliveryReport', form: 'msg', why: 'outlookFile' };
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  for (const [why, marks] of beginnings) {
    if (marks.some((mark) => start.startsWith(mark))) return { kind: 'foreign', form: 'binary', why };
  }
  return null;
}

/** Text has hardly any control characters. */
function isBinary(head: string): boolean {
  const length = Math.min(head.length, 8192);
  let strange = 0;
  for (let at = 0; at < length; at++) {
    const code = head.charCodeAt(at);
    if ((code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12) || code === 0xfffd) strange++;
  }
  return strange > length * 0.1 + 1;
}

const protocolRecord =
  /^\d{4}-\d\d-\d\dT[\d:.]{8,16}Z,("?)[^,\n]{0,200}\1,[0-9A-F]{16},\d{1,9},[^,\n]{0,80},[^,\n]{0,80},([-+<>*]),("?)([^,\n])?/im;
/** As published with the times or ids made unreadable: no record any more, but its texts can be searched. */
const maskedRecord =
  /^[^,\n]{1,60},("?)[^,\n]{1,200}\1,[^,\n]{1,60},[^,\n]{1,40},[^,\n]{0,80},[^,\n]{0,80},([+<>*]),("?)([^,\n])?/m;
const connectivityRecord = /^\d{4}-\d\d-\d\dT[\d:.]{8,16}Z,[0-9A-Fa-f-]{8,40},\w{1,40},[^,\n]{0,200},[-+>],/m;
const trackingRecord =
  /^\d{4}-\d\d-\d\dT[\d:.]{8,16}Z,(?:[^,\n]{0,400},){5,9}(?:SMTP|STOREDRIVER|DSN|ROUTING|AGENT|MAILBOXRULE|RESOLVER|ORAR|QUEUE|ADMIN|GATEWAY|PICKUP|DNS|POISONMESSAGE|REDUNDANCY|SAFETYNET|APPROVAL|MEETINGMESSAGEPROCESSOR),[A-Z]{2,40},/m;

function recogniseLog(text: string): Recognised | null {
  let header = emptyHeader;
  const lines = text.split('\n', 20);
  for (const line of lines) {
    const content = line.trim();
    if (content.startsWith('#')) header = withHeaderLine(header, content);
    else if (content.startsWith('date-time,')) header = withHeaderLine(header, `#Fields: ${content}`);
    else if (content !== '') break;
  }
  if (header !== emptyHeader && (header.software ?? header.logType ?? header.fields) !== null) {
    const kind = kindOfLog(header);
    if (kind === 'foreign') return { kind, form: 'text', why: 'otherProduct' };
    if (kind !== 'unknown') return { kind, form: 'log', why: 'logHeader' };
  }
  const record = protocolRecord.exec(text);
  if (record) return { kind: directionKind(record), form: 'log', why: 'logRecords' };
  const masked = maskedRecord.exec(text);
  if (masked) return { kind: directionKind(masked), form: 'text', why: 'logRecords' };
  if (connectivityRecord.test(text)) return { kind: 'connectivityLog', form: 'log', why: 'logRecords' };
  return trackingRecord.test(text) ? { kind: 'trackingLog', form: 'log', why: 'logRecords' } : null;
}

/** Receive connectors carry the server's name; who is answered in numbers has opened the connection. */
function directionKind(record: RegExpExecArray): EvidenceKind {
  const isReply = /[2-5"]/.test(record[4] ?? '');
  if (record[2] === '>') return isReply ? 'smtpReceiveLog' : 'smtpSendLog';
  if (record[2] === '<') return isReply ? 'smtpSendLog' : 'smtpReceiveLog';
  return record[0].split(',')[1]?.includes('\\') ? 'smtpReceiveLog' : 'smtpSendLog';
}

function recogniseMarkup(text: string): Recognised | null {
  if (/^(?:#< CLIXML\s{0,5})?(?:<\?xml[^>]{0,200}>\s{0,50})?<Objs[\s>]/.test(text))
    return { kind: 'unknown', form: 'clixml', why: 'propertyNames' };
  if (/^(?:<\?xml[^>]{0,200}>\s{0,50})?<(?:Events?|QueryList)[\s>]/.test(text))
    return { kind: 'schannelEvent', form: 'xml', why: 'eventXml' };
  return /^\[?\s{0,100}\{\s{0,100}"[^"\n]{1,100}"\s{0,5}:/.test(text)
    ? { kind: 'unknown', form: 'json', why: 'propertyNames' }
    : null;
}

const mailFields: ReadonlySet<string> = new Set([
  'received',
  'from',
  'to',
  'subject',
  'date',
  'message-id',
  'mime-version',
  'content-type',
  'return-path',
  'delivered-to',
  'authentication-results',
]);

function recogniseMail(text: string): Recognised | null {
  let known = 0;
  let isReport = false;
  for (const [index, line] of text.split('\n', 400).entries()) {
    const content = line.replace(/\r$/, '');
    if (content === '') break;
    if (/^[ \t]/.test(content)) {
      if (/report-type\s{0,5}=\s{0,5}"?delivery-status/i.test(content)) isReport = true;
      continue;
    }
    const colon = content.indexOf(':');
    const name = content.slice(0, Math.max(0, colon)).trimEnd();
    if (!isFieldName(name)) {
      if (index === 0 && content.startsWith('From ')) continue;
      break;
    }
    if (mailFields.has(name.toLowerCase())) known++;
    if (/report-type\s{0,5}=\s{0,5}"?delivery-status/i.test(content)) isReport = true;
  }
  if (isReport) return { kind: 'nonDeliveryReport', form: 'mail', why: 'deliveryReport' };
  if (known >= 2 || /^Received: (?:from|by) /i.test(text))
    return { kind: 'mailHeaders', form: 'mail', why: 'mailHeaders' };
  return null;
}

function recogniseObjects(text: string): Recognised | null {
  const lines = text.split('\n', 600).map((line) => line.trimEnd());
  const table = tableKind(lines);
  if (table !== null) return { kind: table, form: 'table', why: 'propertyNames' };
  const padded = listKind(lines, true);
  if (padded !== null) return { kind: padded, form: 'list', why: 'propertyNames' };
  if (hasEventHead(text)) return { kind: 'schannelEvent', form: 'text', why: 'eventHead' };
  if (isStatusPart(text)) return { kind: 'nonDeliveryReport', form: 'text', why: 'deliveryReport' };
  const loose = listKind(lines, false);
  if (loose !== null) return { kind: loose, form: 'list', why: 'propertyNames' };
  const csv = csvKind(lines);
  return csv === null ? null : { kind: csv, form: 'csv', why: 'propertyNames' };
}

function tableKind(lines: readonly string[]): EvidenceKind | null {
  const group = new Set<string>();
  const filled = lines.filter((line) => line !== '');
  for (const [index, line] of filled.entries()) {
    const match = /^\s{0,10}(\w+): \S/.exec(line);
    if (match) group.add(propertyName(match[1] ?? ''));
    if (!dashes.test(filled[index + 1] ?? '')) continue;
    const names = new Set(line.trim().split(/\s+/).map(propertyName));
    for (const name of group) names.add(name);
    const kind = kindOfNames(names);
    if (kind !== null) return kind;
  }
  return null;
}

function listKind(lines: readonly string[], isPadded: boolean): EvidenceKind | null {
  const names = new Set<string>();
  for (const line of lines) {
    const found = propertyOf(line);
    if (found === null || !allNames.has(found.name)) continue;
    if (isPadded && !/^\s*\w+\s+:/.test(line)) continue;
    names.add(found.name);
  }
  return names.size === 0 ? null : kindOfNames(names);
}

function csvKind(lines: readonly string[]): EvidenceKind | null {
  const index = lines.findIndex((line) => line !== '' && !line.startsWith('#TYPE'));
  const heading = lines[index] ?? '';
  const separator = separatorOf(heading, 0);
  const cells = splitLine(heading, separator);
  if (cells.length < 2) return null;
  const kind = kindOfNames(new Set(cells.map(propertyName)));
  if (kind !== null) return kind;
  // The heading may be in any language; a provider of events in the rows is not.
  const rows = lines.slice(index + 1, index + 200);
  return cells.length >= 4 &&
    rows.some((row) => splitLine(row, separator).some((cell) => knownProvider(cell) !== null))
    ? 'schannelEvent'
    : null;
}

function splitLine(line: string, separator: string): string[] {
  return line.split(separator).map((cell) => cell.replace(/^"|"$/g, '').trim());
}

function isStatusPart(text: string): boolean {
  return /^[ \t>]{0,8}(?:Reporting-MTA|Diagnostic-Code|Final-Recipient):/im.test(text);
}

const reportWords =
  /Server at\s{1,20}\S{1,255}\s{1,20}(?:\([^)\n]{1,60}\)\s{1,20})?returned\s|Remote Server\s{1,20}(?:at\s{1,20}\S{1,255}\s{1,20}(?:\([^)\n]{1,60}\)\s{1,20})?)?returned|^[ \t>]{0,8}(?:Generating server|Original message headers|Bronserver|Servidor de origem|Diagnostic information for administrators)|#(?:<[^>\n]{0,200})?[45]\d\d [45]\.\d{1,3}\.\d{1,3}|##rfc822;|Diagnostic-Code:/im;
/** In the table of hops of a bounce of Exchange Online. */
const hopRow = /^[ \t>]{0,8}\d{1,2}\t[^\t\n]{0,40}\d:\d\d[^\t\n]{0,20}\t[^\n]{0,300}\bSMTP\b/m;
const code = /\b[45]\d\d[ -]#?[45]\.\d{1,3}\.\d{1,3}/;
const receivedLine = /^[ \t>]{0,8}Received:[ \t](?:from|by)[ \t]/im;

/** Whether a text is a report that somebody pasted: its own words, or an error above the headers of a mail. */
export function isReportText(text: string): boolean {
  return reportWords.test(text) || (code.test(text) && (receivedLine.test(text) || hopRow.test(text)));
}

const traceWords =
  /OutboundProxyTarget(?:IP|HostName)|^(?:\w{1,20}: ?)?Reason: ?\[\{|LastAttemptedServerName=/im;
const otherProduct =
  /^(?:<\d{1,3}>)?(?:[A-Z][a-z]{2} [ \d]\d [\d:]{8}|\d{4}-\d\d-\d\dT[\d:.+-]{8,32}) \S{1,255} (?:postfix|sendmail|exim|dovecot|opendkim|amavis|rspamd)\b/m;

function recogniseWords(text: string): Recognised | null {
  if (isReportText(text)) return { kind: 'nonDeliveryReport', form: 'text', why: 'reportWords' };
  if (traceWords.test(text)) return { kind: 'messageTrace', form: 'text', why: 'traceWords' };
  return otherProduct.test(text) ? { kind: 'foreign', form: 'text', why: 'otherProduct' } : null;
}
