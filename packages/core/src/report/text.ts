// A readable summary for a terminal: the state on top, then what is wrong, the proof and the way out.
import { type Piece, piecesText } from '../locales/text.ts';
import { compareReports, type Difference } from './compare.ts';
import { comparedValueWords, comparedWords } from './compare-words.ts';
import {
  countVerdicts,
  type Format,
  isQuiet,
  say,
  verdictsWorstFirst,
  worstFirst,
  worstHostsFirst,
} from './format.ts';
import {
  exchangeName,
  hostName,
  partWords,
  reservationsOf,
  roleWords,
  sectionData,
  shortTime,
  unreadSentence,
  unreadThings,
  windowsName,
} from './host-lines.ts';
import type { Report } from './report.ts';
import { findingDetails, findingHeadline, type TextContext } from './text-finding.ts';
import { type Cell, painter, stateSigns, table, verdictSigns, wrap } from './text-layout.ts';
import { visible } from './visible.ts';
import { reasonSentence } from './words.ts';

const defaultWidth = 80;
/** More names than this make a line that nobody reads. */
const namedHosts = 8;

export const formatText: Format = (given, options) => {
  const reports = worstHostsFirst(given);
  const { locale, verbose = false, color = false, width = defaultWidth } = options;
  const context: TextContext = { locale, paint: painter(color), width };
  const { shared, own } = reservationsOf(reports, locale);
  const inFull = (report: Report, index: number) => hostInFull(report, own[index] ?? [], verbose, context);
  const blocks =
    reports.length === 1
      ? reports.map(inFull)
      : [
          overview(reports, context),
          shared.flatMap((reservation) => wrap(reservation, width, '')),
          differences(reports, context),
          ...reports.map((report, index) =>
            verbose ? inFull(report, index) : hostInShort(report, own[index] ?? [], context),
          ),
        ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
};

function headline(report: Report, { locale, paint, width }: TextContext): string[] {
  const { sign, style } = stateSigns[report.state];
  const state = say(locale, locale.states[report.state]);
  return [
    `${paint(`${sign} ${state}`, style, 'bold')}  ${paint(visible(hostName(report)), 'bold')}`,
    ...wrap(reasonSentence(report, locale), width, '  '),
  ];
}

function hostInShort(report: Report, own: readonly Piece[][], context: TextContext): string[] {
  const wanted = worstFirst(report.findings).filter(
    ({ verdict }) => verdict === 'fail' || verdict === 'warn',
  );
  return [
    ...headline(report, context),
    ...own.flatMap((reservation) => wrap(reservation, context.width, '  ')),
    ...wanted.flatMap((finding) => findingHeadline(finding, context)).map((line) => `  ${line}`),
  ];
}

function hostInFull(
  report: Report,
  own: readonly Piece[][],
  verbose: boolean,
  context: TextContext,
): string[] {
  const { locale, paint, width } = context;
  const { labels, headings } = locale.report;
  const label = (text: string): Cell => ({ text, styles: ['dim'] });
  const facts: Cell[][] = [
    [label(say(locale, labels.windows)), { text: piecesText(windowsName(report, locale)) }],
    [label(say(locale, labels.exchange)), { text: piecesText(exchangeName(report, locale)) }],
    [label(say(locale, labels.part)), { text: partWords(report, locale) }],
    [label(say(locale, labels.gathered)), { text: shortTime(report.facts.gatheredAt) }],
  ];
  const lines = [...headline(report, context), '', ...table(facts, paint, '  ')];
  for (const reservation of own) lines.push(...wrap(reservation, width, '  '));

  lines.push('', paint(say(locale, headings.protocols), 'bold'), ...protocolLines(report, context));

  lines.push('', `${paint(say(locale, headings.findings), 'bold')}  ${counts(report, context)}`);
  const loud = worstFirst(report.findings).filter(({ verdict }) => !isQuiet(verdict));
  if (loud.length === 0) lines.push(`  ${say(locale, locale.report.nothingWrong)}`);
  for (const finding of loud) lines.push('', ...findingDetails(finding, context));
  if (verbose) {
    const quiet = worstFirst(report.findings).filter(({ verdict }) => isQuiet(verdict));
    if (quiet.length > 0) lines.push('', paint(say(locale, headings.inOrder), 'bold'));
    for (const finding of quiet) lines.push(...findingHeadline(finding, context));
  }

  const unread = unreadThings(report);
  if (unread.length > 0) lines.push('', paint(say(locale, headings.unread), 'bold'));
  for (const thing of unread) lines.push(...wrap(unreadSentence(thing, locale), width, '  '));
  return lines;
}

function protocolLines(report: Report, { locale, paint, width }: TextContext): string[] {
  const { labels } = locale.report;
  if (report.protocols.length === 0)
    return wrap([{ kind: 'words', text: say(locale, locale.report.noProtocols) }], width, '  ');
  const head: Cell[] = [labels.protocol, labels.client, labels.server, labels.healthChecker].map((text) => ({
    text: say(locale, text),
    styles: ['dim'],
  }));
  const rows = report.protocols.map(({ protocol, client, server, healthChecker }): Cell[] => [
    { text: protocol },
    ...[client, server].map((role): Cell => {
      const { state, remark } = roleWords(role, locale);
      return { text: remark === '' ? state : `${state} (${remark})` };
    }),
    { text: healthChecker ?? '' },
  ]);
  return table([head, ...rows], paint, '  ');
}

/** `× Fail 1  ! Warning 2  √ Pass 30` */
function counts(report: Report, { locale, paint }: TextContext): string {
  const numbers = countVerdicts(report.findings);
  return verdictsWorstFirst
    .filter((verdict) => numbers[verdict] > 0)
    .map((verdict) => {
      const { sign, style } = verdictSigns[verdict];
      return paint(`${sign} ${say(locale, locale.verdicts[verdict])} ${numbers[verdict]}`, style);
    })
    .join('  ');
}

function overview(reports: readonly Report[], { locale, paint }: TextContext): string[] {
  const { labels, hosts, differences } = locale.report;
  const head = [
    say(locale, labels.state),
    say(locale, labels.host),
    ...[differences.protocols.client, differences.protocols.server].map((text) =>
      say(locale, text, { protocol: 'TLS 1.2' }),
    ),
    ...(['fail', 'warn', 'notChecked'] as const).map((verdict) => say(locale, locale.verdicts[verdict])),
    say(locale, labels.windows),
  ];
  const rows = reports.map((report): Cell[] => {
    const { sign, style } = stateSigns[report.state];
    const tls12 = report.protocols.find(({ protocol }) => protocol === 'TLS 1.2');
    const numbers = countVerdicts(report.findings);
    return [
      { text: `${sign} ${say(locale, locale.states[report.state])}`, styles: [style, 'bold'] },
      { text: hostName(report) },
      ...[tls12?.client, tls12?.server].map((role) => ({
        text: role ? roleWords(role, locale).state : say(locale, differences.notRead),
      })),
      ...[numbers.fail, numbers.warn, numbers.notChecked].map((count) => ({ text: `${count}` })),
      { text: sectionData(report, 'os')?.productName ?? say(locale, locale.report.installations.notRead) },
    ];
  });
  return [
    paint(say(locale, hosts, { count: reports.length }), 'bold'),
    ...table([head.map((text) => ({ text, styles: ['dim'] })), ...rows], paint, '  '),
  ];
}

function differences(reports: readonly Report[], context: TextContext): string[] {
  if (reports.length < 2) return [];
  const { locale, paint } = context;
  const found = compareReports(reports);
  const heading = paint(say(locale, locale.report.headings.differences), 'bold');
  if (found.length === 0) return [heading, `  ${say(locale, locale.report.differences.none)}`];
  return [heading, ...found.flatMap((difference) => differenceLines(difference, reports, context))];
}

function differenceLines(
  { compared, groups, majority }: Difference,
  reports: readonly Report[],
  { locale, paint }: TextContext,
): string[] {
  const rows = groups.map(({ value, hosts }, index): Cell[] => {
    const names = hosts.flatMap((host) => reports[host] ?? []).map(hostName);
    const more = names.length > namedHosts ? `, +${names.length - namedHosts}` : '';
    const usual = majority && index === 0;
    const known = value.kind !== 'unknown';
    return [
      {
        text: piecesText(comparedValueWords(value, compared, locale)),
        styles: majority && !usual && known ? ['bold'] : [],
      },
      {
        text: usual
          ? say(locale, locale.report.hosts, { count: names.length })
          : names.slice(0, namedHosts).join(', ') + more,
        styles: usual || !known ? ['dim'] : [],
      },
    ];
  });
  return [`  ${visible(piecesText(comparedWords(compared, locale)))}`, ...table(rows, paint, '    ')];
}
