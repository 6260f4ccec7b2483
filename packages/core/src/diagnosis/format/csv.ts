// CSV: one row a flow of each cause, or one for a cause that touches no known mail; safe to open in a spreadsheet.
import type { EvidenceLocale } from '../../locales/locale.ts';
import { piecesText } from '../../locales/text.ts';
import { csvText } from '../../report/csv.ts';
import type { Because, Cause, Flow } from '../diagnosis.ts';
import type { DiagnosisFormat } from './format.ts';
import { adviceWords, becauseSentence, causeName, settleWords, whereWords } from './words.ts';

/** Stable, in English whatever the language of the cells, so that programs can rely on them. */
const columns = [
  'cause',
  'likelihood',
  'name',
  'because',
  'against',
  'flowLikelihood',
  'direction',
  'connector',
  'peer',
  'office365',
  'outcome',
  'count',
  'messages',
  'firstSeen',
  'lastSeen',
  'ongoing',
  'remedy',
  'commands',
  'settleBy',
  'settleCommands',
] as const;

export const formatDiagnosisCsv: DiagnosisFormat = ({ causes }, { locale, byteOrderMark }) =>
  csvText([columns, ...causes.flatMap((cause) => rows(cause, locale))], byteOrderMark);

function rows(cause: Cause, locale: EvidenceLocale): string[][] {
  const { settleBy } = cause;
  const speaking = (speaks: Because['speaks']): string =>
    cause.because
      .filter((one) => one.speaks === speaks)
      .map((one) => becauseText(one, locale))
      .join('; ');
  const advice = adviceWords(cause, locale);
  const before = [
    cause.cause,
    cause.likelihood,
    causeName(cause, locale),
    speaking('for'),
    speaking('against'),
  ];
  const after = [
    piecesText(advice.summary),
    advice.steps.flatMap(({ commands }) => commands).join('; '),
    settleBy ? piecesText(settleWords(settleBy, locale).sentence) : '',
    settleBy?.commands.join('; ') ?? '',
  ];
  const flows = cause.flows.length === 0 ? [Array<string>(11).fill('')] : cause.flows.map(flowCells);
  return flows.map((flow) => [...before, ...flow, ...after]);
}

/** Keys and numbers, not words. */
function flowCells(flow: Flow): string[] {
  return [
    flow.likelihood,
    flow.direction,
    flow.connector ?? '',
    flow.peer ?? '',
    String(flow.office365),
    flow.outcome,
    String(flow.count),
    flow.messages === null ? '' : String(flow.messages),
    flow.firstSeen ?? '',
    flow.lastSeen ?? '',
    flow.ongoing,
  ];
}

function becauseText(because: Because, locale: EvidenceLocale): string {
  const { text, where } = because;
  const sentence = piecesText(becauseSentence(because, locale));
  const place =
    where === undefined || where.source === '' ? '' : ` [${piecesText(whereWords(where, locale))}]`;
  return `${sentence}${text === undefined ? '' : ` "${text}"`}${place}`;
}
