// Exports as streams whose memory does not grow with the fleet: CSV, XLSX and JSON lines.
import { PassThrough, Readable } from 'node:stream';
import { csvText, visible } from '@mailflow-tls/core/formats';
import ExcelJS from 'exceljs';
import type { Asking } from '../asking.ts';
import { everyHostOf } from '../host-list.ts';
import type { Shown, Table } from './tables.ts';

/** With a byte order mark, by which Excel recognises UTF-8. */
export function csvStream(table: Table): Readable {
  return Readable.from(csvLines(table));
}

async function* csvLines({ columns, rows }: Table): AsyncGenerator<string> {
  yield csvText([columns], true);
  for await (const row of rows) yield csvText([row]);
}

/** Excel shows no more of a cell, and takes a longer one for a broken file. */
const longestCell = 32_767;

export function xlsxStream(name: string, table: Table): Readable {
  const stream = new PassThrough();
  writeXlsx(stream, name, table).catch((error: unknown) =>
    stream.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  return stream;
}

async function writeXlsx(stream: PassThrough, name: string, { columns, rows }: Table): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useSharedStrings: false, useStyles: true });
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map((header) => ({ header, width: 22 }));
  sheet.getRow(1).font = { bold: true };
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  for await (const row of rows) {
    if (stream.destroyed) return;
    // Strings stay strings here: a cell is a formula only when it is written as one.
    sheet.addRow(row.map((cell) => visible(cell).slice(0, longestCell))).commit();
    // The writer does not wait for a slow reader by itself.
    if (stream.writableNeedDrain) await new Promise((done) => stream.once('drain', done).once('close', done));
  }
  sheet.commit();
  await book.commit();
}

/** One host a line, with the verdicts that are neither `pass` nor `notApplicable`. */
export function jsonLinesStream(asking: Asking, shown: Shown): Readable {
  return Readable.from(jsonLines(asking, shown));
}

async function* jsonLines(asking: Asking, { filter, order, reversed }: Shown): AsyncGenerator<string> {
  for await (const host of everyHostOf(asking, filter, order, reversed)) {
    const findings = await asking.store.reader
      .selectFrom('host_findings')
      .select(['rule_id as rule', 'verdict', 'since', 'waiver_id as waiver'])
      .where('host_id', '=', host.id)
      .orderBy('rule_id')
      .execute();
    yield `${JSON.stringify({ ...host, findings })}\n`;
  }
}
