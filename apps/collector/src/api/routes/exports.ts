// Exports of exactly the hosts that a list shows, in its order.
import { Readable } from 'node:stream';
import * as v from 'valibot';
import { dayOf } from '../../fleet/asking.ts';
import { sarifFile } from '../../fleet/export/sarif.ts';
import { csvStream, jsonLinesStream, xlsxStream } from '../../fleet/export/streams.ts';
import { hostTable, planTable } from '../../fleet/export/tables.ts';
import { defineRoute } from '../route.ts';
import { shownQuery, toShown } from './fleet-schemas.ts';

const csv = 'text/csv; charset=utf-8';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const jsonLines = 'application/x-ndjson';
const sarif = 'application/sarif+json';

const hosts = defineRoute({
  method: 'GET',
  path: '/api/v1/exports/hosts',
  id: 'exportHosts',
  access: 'viewer',
  summary: 'The hosts of a filter as CSV, XLSX or JSON lines.',
  query: v.strictObject({ ...shownQuery, format: v.optional(v.picklist(['csv', 'xlsx', 'jsonl']), 'csv') }),
  streams: [csv, xlsx, jsonLines],
  async handle({ query }, collector) {
    const { format, ...rest } = query;
    const shown = toShown(rest);
    const fileName = `hosts-${dayOf(collector.now())}.${format}`;
    if (format === 'jsonl')
      return { stream: jsonLinesStream(collector, shown), contentType: jsonLines, fileName };
    const table = hostTable(collector, shown);
    return format === 'csv'
      ? { stream: csvStream(table), contentType: csv, fileName }
      : { stream: xlsxStream('Hosts', table), contentType: xlsx, fileName };
  },
});

const plan = defineRoute({
  method: 'GET',
  path: '/api/v1/exports/plan',
  id: 'exportPlan',
  access: 'viewer',
  summary: 'What is open on the hosts of a filter, with its remedy and empty columns for owner and date.',
  query: v.strictObject({ ...shownQuery, format: v.optional(v.picklist(['csv', 'xlsx']), 'csv') }),
  streams: [csv, xlsx],
  async handle({ query }, collector) {
    const { format, ...rest } = query;
    const table = planTable(collector, toShown(rest));
    const fileName = `action-plan-${dayOf(collector.now())}.${format}`;
    return format === 'csv'
      ? { stream: csvStream(table), contentType: csv, fileName }
      : { stream: xlsxStream('Action plan', table), contentType: xlsx, fileName };
  },
});

const findings = defineRoute({
  method: 'GET',
  path: '/api/v1/exports/sarif',
  id: 'exportSarif',
  access: 'viewer',
  summary:
    'Open findings as SARIF, at most 25,000 a file; `properties.next` of the run is the cursor of the next file.',
  query: v.strictObject({ ...shownQuery, cursor: v.optional(v.pipe(v.string(), v.maxLength(1000))) }),
  streams: [sarif],
  problems: ['cursor-invalid'],
  async handle({ query }, collector) {
    const { cursor, ...rest } = query;
    const text = await sarifFile(collector, toShown(rest), cursor);
    const fileName = `findings-${dayOf(collector.now())}.sarif`;
    return { stream: Readable.from([text]), contentType: sarif, fileName };
  },
});

export const exportRoutes = [hosts, plan, findings];
