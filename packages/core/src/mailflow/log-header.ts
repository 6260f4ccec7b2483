// Reads the `#` lines that open a file of Exchange's transport logs, and tells from them whose log it is.
import type { EvidenceKind } from './evidence.ts';

/** The header lines, as far as they were there. */
export type LogHeader = {
  readonly software: string | null;
  readonly version: string | null;
  readonly logType: string | null;
  readonly date: string | null;
  /** Lower case, in the file's order; null where the line is missing. */
  readonly fields: readonly string[] | null;
};

export const emptyHeader: LogHeader = {
  software: null,
  version: null,
  logType: null,
  date: null,
  fields: null,
};

/** The header with one more line taken in; the same object when the line says nothing that is known. */
export function withHeaderLine(header: LogHeader, line: string): LogHeader {
  const colon = line.indexOf(':');
  if (colon < 0) return header;
  const name = line
    .slice(line.startsWith('#') ? 1 : 0, colon)
    .trim()
    .toLowerCase();
  const value = line.slice(colon + 1).trim();
  switch (name) {
    case 'software':
      return { ...header, software: value };
    case 'version':
      return { ...header, version: value };
    case 'log-type':
      return { ...header, logType: value };
    case 'date':
      return { ...header, date: value };
    case 'fields':
      return { ...header, fields: fieldNames(value) };
    default:
      return header;
  }
}

/**
 * Whose log it is: `foreign` when another product says so, `unknown` when nothing does. The wording of the type is
 * Exchange's own and never localised; the case of its letters varies.
 */
export function kindOfLog(header: LogHeader): EvidenceKind {
  if (header.software !== null && !/exchange/i.test(header.software)) return 'foreign';
  const type = header.logType?.toLowerCase() ?? null;
  if (type !== null) {
    if (type.includes('smtp send')) return 'smtpSendLog';
    if (type.includes('smtp receive')) return 'smtpReceiveLog';
    if (type.includes('connectivity')) return 'connectivityLog';
    if (type.includes('message tracking')) return 'trackingLog';
    return 'foreign';
  }
  const fields = header.fields;
  if (fields === null) return 'unknown';
  if (fields.includes('event-id') && fields.includes('source-context')) return 'trackingLog';
  if (fields.includes('session') && fields.includes('destination')) return 'connectivityLog';
  return fields.includes('session-id') || fields.includes('software') ? 'unknown' : 'foreign';
}

function fieldNames(value: string): string[] {
  return value.split(',').map((field) => field.trim().toLowerCase());
}
