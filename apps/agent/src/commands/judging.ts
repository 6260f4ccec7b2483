// What check and judge share: which rules, how the reports go out, and the exit code.
import { evaluate, type HostFacts, type Report, verdictOrder } from '@mailflow-tls/core';
import { formats } from '@mailflow-tls/core/formats';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { nearest } from '../nearest.ts';
import type { Output } from '../output/outputs.ts';
import { writeWhole } from '../output/write-file.ts';
import { type FailOn, ruleNames } from '../settings/settings.ts';
import { UsageError } from '../usage-error.ts';
import { type Language, sentence } from '../words/words.ts';
import type { Session } from './session.ts';

/** Widest line of the text report; longer ones are hard to read. */
const widestText = 120;

/** Refuses names that are neither a rule nor an area: a slip must not leave out a rule unseen. */
export function checkRuleNames(names: readonly string[], language: Language): void {
  const known = ruleNames();
  for (const name of names) {
    if (!known.includes(name))
      throw new UsageError('unknownRule', { name, suggestion: suggestion(name, known, language) });
  }
}

export function suggestion(name: string, known: readonly string[], language: Language): string {
  const meant = nearest(name, known);
  return meant === undefined ? '' : sentence(language, language.words.didYouMean, { name: meant });
}

export interface RuleChoice {
  only: readonly string[];
  skip: readonly string[];
}

export function judgeHost(facts: HostFacts, choice: RuleChoice, session: Session): Report {
  const started = performance.now();
  const report = evaluate(facts, { now: session.io.now(), ...choice });
  const counts: Record<string, number> = {};
  for (const { verdict } of report.findings) counts[verdict] = (counts[verdict] ?? 0) + 1;
  session.log.info('host judged', {
    facts: facts.id,
    state: report.state,
    tookMs: Math.round(performance.now() - started),
    ...counts,
  });
  for (const { message, rule } of report.findings)
    if (message.key === 'ruleFailed')
      session.log.error('rule failed', { rule, error: String(message.params?.error) });
  return report;
}

/** Writes the files first, so that a reader of standard output finds them in place. */
export async function publish(
  reports: readonly Report[],
  outputs: readonly Output[],
  session: Session,
): Promise<void> {
  const { io, language, settings } = session;
  const common = {
    locale: language.locale,
    verbose: session.verbose,
    failOn: settings.failOn === 'fail' || settings.failOn === 'never' ? 'fail' : 'warn',
  } as const;
  let toStdout: string | undefined;
  for (const { format, file } of outputs) {
    if (file === null) {
      const width = Math.min(io.stdout.width ?? 80, widestText);
      toStdout = formats[format](reports, { ...common, color: session.color, width });
      continue;
    }
    // Excel takes a file without the mark for the system's old code page.
    await writeWhole(file, formats[format](reports, { ...common, byteOrderMark: format === 'csv' }));
    session.progress(sentence(language, language.words.progress.written, { file }));
    session.log.info('report written', { format });
  }
  if (toStdout !== undefined) io.stdout.write(toStdout);
}

export function exitCodeOf(reports: readonly Report[], failOn: FailOn): ExitCode {
  const limit = failOn === 'never' ? Number.POSITIVE_INFINITY : verdictOrder.indexOf(failOn);
  const isOver = (report: Report): boolean =>
    report.findings.some((finding) => verdictOrder.indexOf(finding.verdict) >= limit);
  if (reports.some(isOver)) return exitCodes.findings;
  return reports.some(isIncomplete) ? exitCodes.incomplete : exitCodes.clean;
}

/**
 * Whether something that should have been read was not: a section, a part of one that a rule asked for, or what decides
 * the host's state. What a host does not have, cannot tell, or was asked to leave out is not missing.
 */
function isIncomplete({ state, reason, findings, facts }: Report): boolean {
  return (
    (state === 'unknown' && reason.key !== 'rulesLeftOut') ||
    Object.values(facts.sections).some(
      (section) => section.status === 'unread' && isFailure(section.reason),
    ) ||
    findings.some((finding) => finding.because !== undefined && isFailure(finding.because.reason))
  );
}

function isFailure(reason: string): boolean {
  return reason === 'denied' || reason === 'timedOut' || reason === 'failed';
}
