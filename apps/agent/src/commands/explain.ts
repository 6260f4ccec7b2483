// `explain` and `logs`: read evidence and say what happened to the mail, how sure that is, and what to do.
import { stat } from 'node:fs/promises';
import type { HostFacts } from '@mailflow-tls/core';
import {
  type Diagnosis,
  type DiagnosisFormatName,
  diagnose,
  diagnosisFormats,
  type EvidenceSummary,
  signalsOfFacts,
  standsAt,
  summariseSignals,
  usageOfFacts,
} from '@mailflow-tls/core/evidence';
import { collect, type Progress } from '../evidence/collect.ts';
import type { Collected } from '../evidence/collected.ts';
import {
  type EvidenceFilter,
  filterUsage,
  matchesHop,
  matchesSession,
  matchesSignal,
} from '../evidence/filter.ts';
import { isLoss, type Problem } from '../evidence/problem.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import type { Gathering } from '../gathering.ts';
import { readFactsFile } from '../input/read-facts-file.ts';
import { logFolders } from '../mail-logs/log-folders.ts';
import type { Io } from '../output/io.ts';
import { checkTargets, type Output, type OutputOption, pairOutputs } from '../output/outputs.ts';
import { writeWhole } from '../output/write-file.ts';
import { UsageError } from '../usage-error.ts';
import { sentence } from '../words/words.ts';
import { factsError } from './judge.ts';
import { type GlobalOptions, logged, openSession, type Session } from './session.ts';

export const failOnCauses = ['certain', 'likely', 'possible', 'never'] as const;

export interface ExplainOptions extends GlobalOptions, EvidenceFilter {
  outputs: readonly OutputOption[];
  failOn?: (typeof failOnCauses)[number];
  /** Milliseconds since 1970. */
  since?: number;
  until?: number;
  facts?: string;
}

export interface LogsOptions extends ExplainOptions {
  powershell?: string;
}

const widestText = 110;

export async function explain(args: readonly string[], options: ExplainOptions, io: Io): Promise<ExitCode> {
  const outputs = pairOutputs(options.outputs);
  await checkTargets(outputs.flatMap(({ file }) => file ?? []));
  const files = args.length > 0 ? args : options.facts !== undefined ? [] : ['-'];
  if (args.length === 0 && files.length > 0 && io.stdinIsTerminal) throw new UsageError('nothingToExplain');
  if (files.includes('-') && options.facts === '-') throw new UsageError('stdinTwice');
  const session = await openSession(io, options, { logs: true });
  return logged(session, () => answer(files, options, outputs, session));
}

export async function logs(
  args: readonly string[],
  options: LogsOptions,
  io: Io,
  gathering: Gathering,
): Promise<ExitCode> {
  const outputs = pairOutputs(options.outputs);
  await checkTargets(outputs.flatMap(({ file }) => file ?? []));
  if (args.length === 0 && io.platform !== 'win32') throw new UsageError('noLogFolder');
  const session = await openSession(io, options, {
    logs: true,
    overrides: options.powershell === undefined ? {} : { powershellPath: options.powershell },
  });
  return logged(session, async () => {
    const folders = args.length > 0 ? args : await foldersOfThisHost(session, gathering);
    return answer(folders, options, outputs, session);
  });
}

/** By Exchange's own settings; without its cmdlets by the registry and the default folders. */
async function foldersOfThisHost({ io, settings, log }: Session, { inspect }: Gathering): Promise<string[]> {
  const { sections } = await inspect({
    signal: io.signal,
    timeoutMs: settings.timeoutSeconds * 1000,
    powershell: settings.powershellPath,
    log,
  });
  const found = sections === null ? [] : logFolders(sections);
  const existing: string[] = [];
  for (const { path } of found) {
    const entry = await stat(path).catch(() => null);
    // A folder below one that is read already would be read twice.
    if (entry?.isDirectory()) existing.push(path);
  }
  const top = existing.filter((path) => !existing.some((other) => isBelow(path, other)));
  if (top.length === 0) throw new UsageError('noLogsHere');
  return [...new Set(top)];
}

function isBelow(path: string, other: string): boolean {
  return path.toLowerCase().startsWith(`${other.toLowerCase().replace(/\\$/, '')}\\`);
}

async function answer(
  args: readonly string[],
  options: ExplainOptions,
  outputs: readonly Output[],
  session: Session,
): Promise<ExitCode> {
  const { io, log } = session;
  const facts = options.facts === undefined ? undefined : await readOneHost(options.facts, session);
  const started = performance.now();
  const meter = progressMeter(session, options.quiet === true);
  const collected = await collect({
    args,
    stdin: io.stdin,
    signal: io.signal,
    program: io.program,
    onProgress: meter.show,
    ...(options.since === undefined ? {} : { since: options.since }),
    ...(options.until === undefined ? {} : { until: options.until }),
  }).finally(meter.end);
  log.info('evidence read', {
    sources: collected.sources.length,
    problems: collected.problems.length,
    tookMs: Math.round(performance.now() - started),
  });
  tellProblems(collected.problems, session);
  const { diagnosis, evidence } = diagnoseAll(collected, facts, options, session);
  await publish(diagnosis, evidence, outputs, session);
  return exitCodeOf(diagnosis, collected, options, facts !== undefined);
}

async function readOneHost(file: string, session: Session): Promise<HostFacts> {
  const read = await readFactsFile(file, session.io);
  if (!read.ok) throw factsError(file, read, session);
  const [host, ...others] = read.facts;
  if (host === undefined || others.length > 0)
    throw new UsageError('notOneHost', { file, count: read.facts.length });
  return host;
}

function diagnoseAll(
  collected: Collected,
  facts: HostFacts | undefined,
  filter: ExplainOptions,
  session: Session,
): { diagnosis: Diagnosis; evidence: EvidenceSummary } {
  const { language, io } = session;
  const whole = collected.usage?.report() ?? null;
  const usage = whole && filterUsage(whole, filter);
  // The facts' own counts of the logs would be counted twice beside the logs.
  const live = facts === undefined ? [] : signalsOfFacts(facts, { withLogs: whole === null });
  const signals = [...collected.signals, ...live].filter((signal) => matchesSignal(signal, filter));
  const diagnosis = diagnose({
    signals,
    sessions: collected.sessions.filter((one) => matchesSession(one, filter)),
    hops: collected.hops.filter((hop) => matchesHop(hop, filter)),
    usage: usage !== null ? [usage] : facts === undefined ? [] : usageOfFacts(facts),
    ...(facts === undefined ? {} : { facts }),
    now: io.now(),
  });
  return {
    diagnosis,
    evidence: {
      sources: collected.allSources(),
      problems: collected.problems.map((problem) => ({ ...problem, words: problemWords(problem, language) })),
      signals: summariseSignals(signals),
      unrecognised: collected.unrecognised.list(),
      usage,
    },
  };
}

async function publish(
  diagnosis: Diagnosis,
  evidence: EvidenceSummary,
  outputs: readonly Output[],
  session: Session,
): Promise<void> {
  const { io, language } = session;
  const common = { locale: language.locale, verbose: session.verbose };
  let toStdout: string | undefined;
  for (const { format: name, file } of outputs) {
    // The command line takes only formats of a diagnosis.
    const format = diagnosisFormats[name as DiagnosisFormatName];
    if (file === null) {
      const width = Math.min(io.stdout.width ?? 80, widestText);
      toStdout = format(diagnosis, { ...common, color: session.color, width }, evidence);
      continue;
    }
    await writeWhole(file, format(diagnosis, { ...common, byteOrderMark: name === 'csv' }, evidence));
    session.progress(sentence(language, language.words.progress.written, { file }));
  }
  if (toStdout !== undefined) io.stdout.write(toStdout);
}

function exitCodeOf(
  diagnosis: Diagnosis,
  collected: Collected,
  { failOn = 'likely' }: ExplainOptions,
  hasFacts: boolean,
): ExitCode {
  if (failOn !== 'never' && standsAt(diagnosis, failOn)) return exitCodes.findings;
  // An answer from nothing would pass for good news.
  const knowsNothing = !hasFacts && !collected.hasRecognised;
  return knowsNothing || collected.problems.some(isLoss) ? exitCodes.incomplete : exitCodes.clean;
}

const mostProblemLines = 20;

function tellProblems(problems: readonly Problem[], { language, warn }: Session): void {
  const { evidence } = language.words;
  for (const problem of problems.slice(0, mostProblemLines)) warn(problemWords(problem, language));
  const more = problems.length - mostProblemLines;
  if (more > 0) warn(sentence(language, evidence.moreProblems, { count: more }));
}

function problemWords({ file, code, detail }: Problem, language: Session['language']): string {
  return sentence(language, language.words.evidence.problems[code], { file, detail: detail ?? '' });
}

const betweenShows = 250;
const megabyte = 1_000_000;

/** One line that is written over itself, only for those who watch. */
function progressMeter(
  { io, language }: Session,
  quiet: boolean,
): { show: (now: Progress) => void; end: () => void } {
  if (quiet || !io.stderr.isTerminal) return { show: () => {}, end: () => {} };
  let last = performance.now();
  let isShown = false;
  return {
    show({ done, total, files }) {
      const now = performance.now();
      if (now - last < betweenShows) return;
      last = now;
      isShown = true;
      const values = {
        percent: total === 0 ? 100 : Math.floor((100 * Math.min(done, total)) / total),
        size: Math.round(total / megabyte),
        files,
      };
      io.stderr.write(`\r\u001b[2K${sentence(language, language.words.evidence.reading, values)}`);
    },
    end() {
      if (isShown) io.stderr.write('\r\u001b[2K');
    },
  };
}
