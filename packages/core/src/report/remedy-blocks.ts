// The steps of a remedy as numbered instructions: words, and the commands that go with them.
import type { Finding } from '../engine/finding.ts';
import type { Locale } from '../locales/locale.ts';
import { type Piece, textPieces } from '../locales/text.ts';
import { stepCommands } from '../remediation/powershell.ts';
import type { Remedy, Step } from '../remediation/remedy.ts';
import { manualStepWords } from './words.ts';

type Shell = Extract<Step, { do: 'command' }>['shell'];

export interface RemedyBlock {
  words: Piece[];
  /** Lines to copy; empty for what is done by hand. */
  commands: string[];
  /** Where the commands run. */
  shell?: Shell;
}

/** Neighbouring steps that run in the same shell become one block, so that they can be copied at once. */
export function remedyBlocks(finding: Finding, remedy: Remedy, locale: Locale): RemedyBlock[] {
  const blocks: RemedyBlock[] = [];
  for (const step of remedy.steps) {
    const block = toBlock(finding, step, locale);
    const last = blocks.at(-1);
    // What restarts something must never run by accident with the rest.
    const joins = step.do !== 'manual' && !step.do.startsWith('restart');
    if (joins && last?.shell !== undefined && last.shell === block.shell)
      last.commands.push(...block.commands);
    else blocks.push(block);
  }
  return blocks;
}

function toBlock(finding: Finding, step: Step, locale: Locale): RemedyBlock {
  const { report, language } = locale;
  const commands = stepCommands(step);
  switch (step.do) {
    case 'manual':
      return { words: manualStepWords(finding, step, locale), commands };
    case 'restartWindows':
      return { words: textPieces(report.restartWindows, undefined, language), commands };
    case 'restartService':
      return { words: textPieces(report.restartService, { service: step.service }, language), commands };
    default: {
      const shell = step.do === 'command' ? step.shell : 'powershell';
      return { words: textPieces(report.shells[shell], undefined, language), commands, shell };
    }
  }
}
