// Lets go of what is older than the settings say: reports become one line a day, then nothing; unused facts go.

import { foldReports } from './fold-reports.ts';
import { collectGarbage } from './garbage.ts';
import type { JobCollector } from './job.ts';
import { day } from './job.ts';
import { forgetOldLines } from './old-lines.ts';

export async function retention(collector: JobCollector, signal: AbortSignal): Promise<void> {
  const { retention: keep } = collector.settings;
  const now = collector.now();
  // Whole days only, so that no day is folded in parts.
  const reportsBefore = startOfDay(now - keep.reportDays * day);
  const linesBefore = startOfDay(now - Math.max(keep.rollupDays, keep.reportDays) * day);
  await foldReports(collector, reportsBefore, signal);
  await forgetOldLines(collector, { reportsBefore, linesBefore }, signal);
  await collectGarbage(collector, reportsBefore, signal);
}

function startOfDay(time: number): number {
  return Math.floor(time / day) * day;
}
