// `import`: takes in reports and facts files that somebody carried here by hand.
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { refusals, reportFileSuffix } from '@mailflow-tls/contract';
import { readFacts } from '@mailflow-tls/core';
import type { Collector } from '../collector.ts';
import { type ImportedFacts, importFacts } from '../intake/import-facts.ts';
import { intakeOf } from '../intake/intake-of.ts';
import { UsageError } from '../usage-error.ts';
import { type Context, withCollector } from './context.ts';

interface Counts {
  accepted: number;
  duplicates: number;
  refused: number;
}

/** True when everything was taken. Signed reports are checked as ever; facts files are marked as imported. */
export async function importFiles(context: Context, paths: readonly string[]): Promise<boolean> {
  return withCollector(context, async (collector) => {
    const counts: Counts = { accepted: 0, duplicates: 0, refused: 0 };
    for (const path of paths) {
      for (const file of await filesOf(path)) {
        if (context.signal.aborted) break;
        await importFile(context, collector, file, counts);
      }
    }
    await intakeOf(collector).stop();
    context.print(JSON.stringify(counts));
    return counts.refused === 0;
  });
}

async function importFile(
  context: Context,
  collector: Collector,
  file: string,
  counts: Counts,
): Promise<void> {
  const problem = file.endsWith(reportFileSuffix)
    ? await importReport(collector, file, counts)
    : await importFactsFile(collector, file, counts);
  if (problem === null) return;
  counts.refused += 1;
  context.tell(`${file}: ${problem}`);
}

async function importReport(collector: Collector, file: string, counts: Counts): Promise<string | null> {
  const received = await intakeOf(collector).receive(await readFile(file), { via: 'file', address: null });
  if (!received.ok) return `${received.code} (${refusals[received.code].again}): ${received.detail}`;
  counts[received.duplicate ? 'duplicates' : 'accepted'] += 1;
  return null;
}

async function importFactsFile(collector: Collector, file: string, counts: Counts): Promise<string | null> {
  const read = readFacts(await readFile(file, 'utf8'));
  if (!read.ok) return `not facts: ${read.problem.code} ${JSON.stringify(read.problem.params)}`;
  const imported: ImportedFacts = await importFacts(collector, read.facts);
  counts.accepted += imported.accepted;
  counts.duplicates += imported.duplicates;
  return imported.refused === 0 ? null : `${imported.refused} of ${read.facts.length} hosts were not taken.`;
}

/** A file itself; of a folder the reports and facts files in it and in the folders right below it. */
async function filesOf(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new UsageError(`${path} is not there.`, 'Give files, or a folder with files.');
  if (!found.isDirectory()) return [path];
  const files: string[] = [];
  for (const entry of await readdir(path, { withFileTypes: true })) {
    if (entry.isDirectory()) {
      const inside = await readdir(join(path, entry.name), { withFileTypes: true });
      files.push(...inside.filter((each) => each.isFile()).map(({ name }) => join(path, entry.name, name)));
    } else if (entry.isFile()) files.push(join(path, entry.name));
  }
  return files.filter((file) => file.endsWith(reportFileSuffix) || file.endsWith('.json')).sort();
}
