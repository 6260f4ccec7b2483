// For each form of a source: what reads it, and in which portions.

import { readEventText } from './event/event-text.ts';
import { readEventXml } from './event/event-xml.ts';
import type { EvidenceKind } from './evidence.ts';
import type { EvidenceRecords } from './evidence-records.ts';
import type { EvidenceTally } from './evidence-tally.ts';
import { clixmlObjects } from './input/clixml-objects.ts';
import { csvObjects } from './input/csv-objects.ts';
import { jsonObjects } from './input/json-objects.ts';
import { listObjects } from './input/list-objects.ts';
import { type FormReader, LineCounter } from './input/property-bag.ts';
import { tableObjects } from './input/table-objects.ts';
import { readDeliveryStatus } from './ndr/delivery-status.ts';
import { readReportMail } from './ndr/report-mail.ts';
import { readReportText } from './ndr/report-text.ts';
import { isReportText, type Recognised } from './recognise.ts';

/** Done with so many characters of the text; with `isLast` with all. */
export type PieceReader = {
  readonly portion: number;
  read(text: string, line: number, isLast: boolean): number;
};

/** Characters that are gathered before a reader is asked. */
const usualPortion = 1 << 21;
const textPortion = 1 << 18;
/** No form needs more at once: what is longer is cut. */
export const longestWhole: number = 1 << 25;

export function pieceReader(
  recognised: Recognised,
  records: EvidenceRecords,
  tally: EvidenceTally,
): PieceReader {
  const of = (form: FormReader): PieceReader => ({
    portion: usualPortion,
    read: (text, line, isLast) => form.read(text, line, isLast, records),
  });
  switch (recognised.form) {
    case 'list':
      return of(listObjects);
    case 'table':
      return of(tableObjects);
    case 'csv':
      return of(csvObjects());
    case 'json':
      return of(jsonObjects);
    case 'clixml':
      return of(clixmlObjects);
    case 'xml':
      return {
        portion: usualPortion,
        read: (text, line, isLast) => readEventXml(text, line, isLast, records),
      };
    case 'mail':
      return mailReader(records);
    default:
      break;
  }
  if (recognised.why === 'eventHead')
    return {
      portion: usualPortion,
      read: (text, line, isLast) => readEventText(text, line, isLast, records),
    };
  if (recognised.kind === 'nonDeliveryReport') return reportReader(records);
  return textReader(recognised.kind, tally);
}

function mailReader(records: EvidenceRecords): PieceReader {
  return {
    portion: usualPortion,
    read(text, line, isLast) {
      if (!isLast) return 0;
      const found = readReportMail(text);
      const isReport = found.isReport || isReportText(text);
      records.report(
        { ...found, isReport },
        { source: '', line },
        isReport ? 'nonDeliveryReport' : 'mailHeaders',
      );
      return text.length;
    },
  };
}

function reportReader(records: EvidenceRecords): PieceReader {
  return {
    portion: usualPortion,
    read(text, line, isLast) {
      if (!isLast) return 0;
      const { attempts, hops, reportingServer, text: words } = readReportText(text);
      const status = readDeliveryStatus(statusPart(text));
      const report = {
        ...status,
        reportingServer: status.reportingServer ?? reportingServer,
        reportedAt: null,
        attempts,
        hops,
        reportHops: [],
      };
      records.report({ report, text: words, isReport: true }, { source: '', line }, 'nonDeliveryReport');
      return text.length;
    },
  };
}

/** The machine's part of a report, where it was pasted as text. */
function statusPart(text: string): string {
  const start = text.search(/^[ \t>]{0,8}(?:Reporting-MTA|Final-Recipient|Diagnostic-Code|Action):/im);
  return start < 0
    ? ''
    : text
        .slice(start)
        .replace(/^>[ \t]?/gm, '')
        .trimStart();
}

/** Any text: an error may be wrapped over lines, so it is cut where a line is empty, or else at the end of a line. */
export function textReader(kind: EvidenceKind, tally: EvidenceTally): PieceReader {
  const known = kind === 'unknown' ? 'errorText' : kind;
  return {
    portion: textPortion,
    read(text, line, isLast) {
      let done = 0;
      const lines = new LineCounter(text, line);
      while (text.length - done > 0) {
        const end = isLast && text.length - done <= textPortion ? text.length : boundary(text, done);
        if (end < 0) {
          if (!isLast && text.length - done < 2 * textPortion) break;
          // A line without an end: read in pieces, and said so.
          const where = { source: '', line: lines.lineAt(done) };
          tally.unreadable(where, 'tooLong');
          const cut = Math.min(text.length, done + textPortion);
          tally.record(tally.text(text.slice(done, cut), where, { kind: known }));
          done = cut;
          continue;
        }
        const piece = text.slice(done, end);
        if (piece.trim() !== '') {
          const found = tally.text(piece, { source: '', line: lines.lineAt(done) }, { kind: known });
          tally.record(found);
        }
        done = end;
      }
      return isLast ? text.length : done;
    },
  };
}

/** Where a piece of `textPortion` at the most can end; -1 where there is no end of a line in it. */
function boundary(text: string, from: number): number {
  const to = Math.min(text.length, from + textPortion);
  if (to >= text.length && to - from < textPortion) return -1;
  const piece = text.slice(from, to);
  const empty = Math.max(piece.lastIndexOf('\n\n'), piece.lastIndexOf('\n\r\n'));
  const end = empty > textPortion / 2 ? empty : piece.lastIndexOf('\n');
  return end < 0 ? -1 : from + end + 1;
}
