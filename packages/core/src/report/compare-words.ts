// Puts the differences between hosts into words.
import type { ReportLocale } from '../locales/locale.ts';
import { type Piece, textPieces } from '../locales/text.ts';
import type { Compared, ComparedValue } from './compare.ts';
import { say } from './format.ts';
import { ruleTitle } from './words.ts';

export function comparedWords(compared: Compared, locale: ReportLocale): Piece[] {
  const { differences, labels } = locale.report;
  switch (compared.kind) {
    case 'protocol': {
      return textPieces(
        differences.protocols[compared.role],
        { protocol: compared.protocol },
        locale.language,
      );
    }
    case 'rule':
      return words(ruleTitle(locale, compared.rule));
    case 'value':
      return [{ kind: 'literal', text: `${compared.path}\\${compared.name}` }];
    case 'windows':
    case 'exchange':
      return words(say(locale, labels[compared.kind]));
  }
}

export function comparedValueWords(value: ComparedValue, compared: Compared, locale: ReportLocale): Piece[] {
  const { report } = locale;
  switch (value.kind) {
    case 'role': {
      const state = say(locale, locale.protocolStates[value.role.stored]);
      const pending = value.role.pending === 'yes' ? `, ${say(locale, report.restartPending)}` : '';
      return words(state + pending);
    }
    case 'verdict':
      return words(say(locale, locale.verdicts[value.verdict]));
    case 'literal':
      return [value];
    case 'absent':
      return words(say(locale, compared.kind === 'exchange' ? report.installations.none : report.absent));
    case 'unknown':
      return words(
        say(locale, compared.kind === 'rule' ? report.differences.notJudged : report.differences.notRead),
      );
  }
}

function words(text: string): Piece[] {
  return [{ kind: 'words', text }];
}
