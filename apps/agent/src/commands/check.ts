// `check`: reads this host and judges it.
import type { HostFacts, SectionName } from '@mailflow-tls/core';
import type { ExitCode } from '../exit-codes.ts';
import type { Gather, Gathering } from '../gathering.ts';
import type { Io } from '../output/io.ts';
import { checkTargets, type Output, type OutputOption, pairOutputs } from '../output/outputs.ts';
import { writeWhole } from '../output/write-file.ts';
import type { WarmUp } from '../powershell/warm-up.ts';
import type { FailOn } from '../settings/settings.ts';
import { UsageError } from '../usage-error.ts';
import { sentence } from '../words/words.ts';
import { checkRuleNames, exitCodeOf, judgeHost, publish } from './judging.ts';
import {
  type GlobalOptions,
  languageOfRun,
  logged,
  type Overrides,
  openSession,
  type Session,
} from './session.ts';

export interface CheckOptions extends GlobalOptions {
  outputs: readonly OutputOption[];
  only: readonly string[];
  skip: readonly string[];
  skipSection: readonly SectionName[];
  failOn?: FailOn;
  saveFacts?: string;
  timeout?: number;
  powershell?: string;
}

export async function check(options: CheckOptions, io: Io, gathering: Gathering): Promise<ExitCode> {
  const outputs = pairOutputs(options.outputs);
  checkRuleNames([...options.only, ...options.skip], languageOfRun(io, options.lang));
  const saved = options.saveFacts === undefined ? [] : [options.saveFacts];
  await checkTargets([...outputs.flatMap(({ file }) => file ?? []), ...saved]);
  if (io.platform !== 'win32') throw new UsageError('notWindows');
  // PowerShell takes longest of all to start, and most hosts do not set another.
  const warm = gathering.warmUp(options.powershell ?? null);
  try {
    const session = await openSession(io, options, { logs: true, overrides: overridesOf(options) });
    return await logged(session, () => checkHost(session, options, outputs, gathering.gather, warm));
  } finally {
    warm.drop();
  }
}

async function checkHost(
  session: Session,
  options: CheckOptions,
  outputs: readonly Output[],
  gather: Gather,
  warm: WarmUp,
): Promise<ExitCode> {
  const facts = await readHost(session, options.skipSection, gather, warm);
  if (options.saveFacts !== undefined) await save(facts, options.saveFacts, session);
  const choice = { only: options.only, skip: [...session.settings.skipRules, ...options.skip] };
  const report = judgeHost(facts, choice, session);
  if (report.findings.length === 0) throw new UsageError('nothingLeft');
  await publish([report], outputs, session);
  return exitCodeOf([report], session.settings.failOn);
}

function overridesOf({ failOn, timeout, powershell }: CheckOptions): Overrides {
  return {
    ...(failOn === undefined ? {} : { failOn }),
    ...(timeout === undefined ? {} : { timeoutSeconds: timeout }),
    ...(powershell === undefined ? {} : { powershellPath: powershell }),
  };
}

/** Reads this host within the time that the settings give. */
export async function readHost(
  session: Session,
  skipped: readonly SectionName[],
  gather: Gather,
  warm?: WarmUp,
): Promise<HostFacts> {
  const { language, settings, log, io } = session;
  const { progress } = language.words;
  session.progress(sentence(language, progress.reading, { seconds: settings.timeoutSeconds }));
  const started = performance.now();
  const facts = await gather({
    signal: io.signal,
    timeoutMs: settings.timeoutSeconds * 1000,
    powershell: settings.powershellPath,
    skip: [...new Set([...settings.skipSections, ...skipped])],
    mailLogState: io.places.mailLogState,
    log,
    ...(warm === undefined ? {} : { warm }),
  });
  log.info('host read', { facts: facts.id, tookMs: Math.round(performance.now() - started) });
  return facts;
}

async function save(facts: HostFacts, file: string, session: Session): Promise<void> {
  await writeWhole(file, `${JSON.stringify(facts, null, 2)}\n`);
  session.progress(sentence(session.language, session.language.words.progress.written, { file }));
}
