// `judge`: judges kept facts again, of one host or of many, on any system.
import { type HostFacts, piecesText, textPieces } from '@mailflow-tls/core';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { expandFiles } from '../input/expand-files.ts';
import { type FactsFile, readFactsFile } from '../input/read-facts-file.ts';
import type { Io } from '../output/io.ts';
import { checkTargets, type OutputOption, pairOutputs } from '../output/outputs.ts';
import type { FailOn } from '../settings/settings.ts';
import { UsageError } from '../usage-error.ts';
import { sentence } from '../words/words.ts';
import { errorText } from './error-text.ts';
import { checkRuleNames, exitCodeOf, judgeHost, publish } from './judging.ts';
import { type GlobalOptions, languageOfRun, logged, openSession, type Session } from './session.ts';

export interface JudgeOptions extends GlobalOptions {
  outputs: readonly OutputOption[];
  only: readonly string[];
  skip: readonly string[];
  failOn?: FailOn;
}

export async function judge(args: readonly string[], options: JudgeOptions, io: Io): Promise<ExitCode> {
  const outputs = pairOutputs(options.outputs);
  checkRuleNames([...options.only, ...options.skip], languageOfRun(io, options.lang));
  await checkTargets(outputs.flatMap(({ file }) => file ?? []));
  const files = await expandFiles(args);
  const session = await openSession(io, options, {
    logs: true,
    overrides: options.failOn ? { failOn: options.failOn } : {},
  });
  return logged(session, () => judgeFiles(files, session, options, outputs));
}

async function judgeFiles(
  files: readonly string[],
  session: Session,
  options: JudgeOptions,
  outputs: ReturnType<typeof pairOutputs>,
): Promise<ExitCode> {
  const { language, io, log } = session;
  log.info('judge', { files: files.length });
  const hosts = new Map<string, HostFacts>();
  const errors: UsageError[] = [];
  for (const file of files) {
    const read = await readFactsFile(file, io).catch((error: unknown) => {
      if (error instanceof UsageError) return error;
      throw error;
    });
    const problem = read instanceof UsageError ? read : read.ok ? undefined : factsError(file, read, session);
    if (problem) errors.push(problem);
    else if (!(read instanceof UsageError) && read.ok) addHosts(file, read.facts, hosts, session);
  }
  for (const error of errors) {
    log.warn('file not judged', { error: error.key });
    io.stderr.write(errorText(error, language));
  }
  // A report about the readable ones alone would pass for one about all.
  if (hosts.size === 0) return exitCodes.usage;

  const choice = { only: options.only, skip: [...session.settings.skipRules, ...options.skip] };
  const reports = [...hosts.values()].map((facts) => judgeHost(facts, choice, session));
  if (reports[0]?.findings.length === 0) throw new UsageError('nothingLeft');
  await publish(reports, outputs, session);
  const code = exitCodeOf(reports, session.settings.failOn);
  return code === exitCodes.clean && errors.length > 0 ? exitCodes.incomplete : code;
}

/** The same facts twice (a file and its copy) are one host. */
function addHosts(
  file: string,
  facts: readonly HostFacts[],
  hosts: Map<string, HostFacts>,
  { warn, language }: Session,
): void {
  for (const one of facts) {
    if (hosts.has(one.id))
      warn(sentence(language, language.words.warnings.sameHostTwice, { file, id: one.id }));
    else hosts.set(one.id, one);
  }
}

export function factsError(
  file: string,
  read: Extract<FactsFile, { ok: false }>,
  { language }: Session,
): UsageError {
  const { problem, remedy } = language.locale.problems[read.code];
  return new UsageError('badFacts', {
    file: file === '-' ? '<stdin>' : file,
    problem: sentence(language, problem, read.params),
    remedy: piecesText(textPieces(remedy, {}, language.code)),
  });
}
