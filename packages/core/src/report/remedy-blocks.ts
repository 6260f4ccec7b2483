// The steps of a remedy as numbered instructions: words, and the commands that go with them.
import type { Finding } from '../engine/finding.ts';
import type { ReportLocale } from '../locales/locale.ts';
import { type Piece, textPieces } from '../locales/text.ts';
import { stepsCommands } from '../remediation/powershell.ts';
import type { Remedy, Step } from '../remediation/remedy.ts';
import { manualStepWords } from './words.ts';

type Shell = Extract<Step, { do: 'command' }>['shell'];

export interface RemedyBlock {
  words: Piece[];
  /** Lines to copy; empty for what is done by hand. */
  commands: string[];
}

/** Neighbouring steps that run in the same shell become one block, so that they can be copied at once. */
export function remedyBlocks(
  finding: Pick<Finding, 'rule'>,
  remedy: Remedy,
  locale: ReportLocale,
): RemedyBlock[] {
  const groups: { shell: Shell | undefined; steps: [Step, ...Step[]] }[] = [];
  for (const step of remedy.steps) {
    const shell = shellOf(step);
    const last = groups.at(-1);
    if (shell !== undefined && last?.shell === shell) last.steps.push(step);
    else groups.push({ shell, steps: [step] });
  }
  return groups.map(({ shell, steps }) => ({
    words: shell === undefined ? stepWords(finding, steps[0], locale) : shellWords(shell, locale),
    commands: stepsCommands(steps),
  }));
}

/** Undefined for what stands alone: work by hand, and restarts, which must never run by accident with the rest. */
function shellOf(step: Step): Shell | undefined {
  switch (step.do) {
    case 'setValue':
    case 'deleteValue':
    case 'deleteKey':
      return 'powershell';
    case 'command':
      return step.shell;
    default:
      return undefined;
  }
}

function shellWords(shell: Shell, { report, language }: ReportLocale): Piece[] {
  return textPieces(report.shells[shell], undefined, language);
}

function stepWords(finding: Pick<Finding, 'rule'>, step: Step, locale: ReportLocale): Piece[] {
  const { report, language } = locale;
  if (step.do === 'manual') return manualStepWords(finding, step, locale);
  if (step.do === 'restartService')
    return textPieces(report.restartService, { service: step.service }, language);
  return textPieces(report.restartWindows, undefined, language);
}
