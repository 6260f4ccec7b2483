// SARIF of the open findings, in files that GitHub takes: at most 25,000 results each, and where the next one begins.

import { en, type Report } from '@mailflow-tls/core';
import { enReport, formats } from '@mailflow-tls/core/formats';
import * as v from 'valibot';
import type { Asking } from '../asking.ts';
import { listHosts } from '../host-list.ts';
import { reportsOf, type Shown } from './tables.ts';

/** GitHub, SARIF support for code scanning: results for each run. */
const mostResults = 25_000;

const logSchema = v.looseObject({ runs: v.tuple([v.looseObject({})]) });

/** `properties` of the run hold how many hosts it tells of, and the cursor of the next file, null in the last one. */
export async function sarifFile(
  asking: Asking,
  shown: Shown,
  cursor?: string,
  most: number = mostResults,
): Promise<string> {
  const { filter, order, reversed } = shown;
  const reports: Report[] = [];
  let results = 0;
  let hosts = 0;
  let from = cursor;
  let next: string | null = null;
  // Small pages, because a file ends between two.
  for (;;) {
    const page = await listHosts(asking, filter, { order, reversed, limit: 25, cursor: from });
    const open: Report[] = [];
    let found = 0;
    for await (const { report } of reportsOf(asking, page.hosts)) {
      found += report.findings.length;
      // The writer reads no facts, and those of all hosts would not fit into memory.
      open.push({ ...report, facts: noFacts });
    }
    if (hosts > 0 && results + found > most) {
      next = from ?? null;
      break;
    }
    reports.push(...open);
    results += found;
    hosts += page.hosts.length;
    if (page.next === null) break;
    from = page.next;
  }
  const log = v.parse(logSchema, JSON.parse(formats.sarif(reports, { locale: { ...en, ...enReport } })));
  log.runs[0]['properties'] = { hosts, results, next };
  return JSON.stringify(log);
}

const noFacts = {} as Report['facts']; // see where it is used
