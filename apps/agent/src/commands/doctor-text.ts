// The text that `doctor` prints.
import { piecesText, textPieces } from '@mailflow-tls/core';
import { visible } from '@mailflow-tls/core/formats';
import { shownValue } from '../settings/resolve-settings.ts';
import { type Language, sentence } from '../words/words.ts';
import type { Diagnosis } from './doctor.ts';

type Row = readonly [label: string, value: string, remark?: string, below?: string | undefined];

/** With `verbose` each setting says what it is for. */
export function doctorText(diagnosis: Diagnosis, language: Language, verbose: boolean): string {
  const { words } = language;
  const { program } = diagnosis;
  const blocks = [
    block(words.doctor.program, [
      [words.doctor.version, `${program.agent} (core ${program.core})`],
      [words.doctor.node, program.node],
      [words.doctor.system, program.system],
      [words.doctor.startedFrom, program.executable],
    ]),
    ...hostBlocks(diagnosis.host, language),
    block(
      words.doctor.files,
      diagnosis.files.map(
        ({ what, path, code }): Row => [words.doctor[what], path, fileState(code, language)],
      ),
    ),
    block(
      words.doctor.settings,
      diagnosis.settings.map(
        ({ name, value, origin, where }): Row => [
          name,
          shownValue(value),
          where === '' ? words.origins[origin] : `${words.origins[origin]}: ${where}`,
          verbose ? words.settings[name] : undefined,
        ],
      ),
    ),
    diagnosis.problems.length === 0
      ? `${words.doctor.nothingToMend}\n`
      : `${words.doctor.toMend}\n${diagnosis.problems.map((problem) => `  - ${indented(problem)}\n`).join('')}`,
  ];
  return blocks.join('\n');
}

function hostBlocks(host: Diagnosis['host'], language: Language): string[] {
  const { doctor } = language.words;
  if (!host) {
    const why = piecesText(textPieces(doctor.notWindows, {}, language.code));
    return [`${doctor.powershell}, ${doctor.exchange}\n  ${why}\n`];
  }
  if (!host.powershell.ok) {
    const { executable, code } = host.powershell;
    return [
      block(doctor.powershell, [
        [doctor.startedFrom, executable, sentence(language, doctor.notStarted, { code })],
      ]),
    ];
  }
  const { executable, version, edition, languageMode, is64Bit, elevated } = host.powershell.powershell;
  return [
    block(doctor.powershell, [
      [doctor.startedFrom, executable],
      [doctor.version, version],
      [doctor.edition, edition],
      [doctor.languageMode, languageMode],
      [doctor.bits, is64Bit ? '64' : '32'],
      [doctor.elevated, elevated === null ? doctor.unknown : elevated ? doctor.yes : doctor.no],
    ]),
    block(doctor.exchange, exchangeRows(host.sections, language)),
  ];
}

function exchangeRows(sections: NonNullable<Diagnosis['host']>['sections'], language: Language): Row[] {
  const { doctor } = language.words;
  if (!sections) return [[doctor.installation, doctor.unknown]];
  const { exchange, connectors } = sections;
  const unread = (section: { reason: keyof typeof language.locale.unread; code: string }): string =>
    sentence(language, doctor.unread, {
      reason: String(language.locale.unread[section.reason]),
      code: section.code,
    });
  const rows: Row[] = [];
  if (exchange.status === 'unread') rows.push([doctor.installation, unread(exchange)]);
  else {
    rows.push([doctor.installation, doctor.installations[exchange.data.installation]]);
    if (exchange.data.installation === 'none') return rows;
    rows.push([doctor.build, exchange.data.build ?? doctor.unknown]);
  }
  rows.push([doctor.cmdlets, connectors.status === 'unread' ? unread(connectors) : connectors.data.source]);
  return rows;
}

function fileState(code: string | null, language: Language): string {
  const { doctor } = language.words;
  if (code === null) return doctor.usable;
  return code === 'ENOENT' ? doctor.absent : sentence(language, doctor.notUsable, { code });
}

function block(title: string, rows: readonly Row[]): string {
  const width = Math.max(...rows.map(([label]) => label.length));
  return `${title}\n${rows
    .map(([label, value, remark, below]) => {
      const shown = remark === undefined ? visible(value) : `${visible(value)}  [${visible(remark)}]`;
      const explanation = below === undefined ? '' : `  ${' '.repeat(width)}  ${below}\n`;
      return `  ${label.padEnd(width)}  ${shown}\n${explanation}`;
    })
    .join('')}`;
}

function indented(text: string): string {
  return text.replace(/\n/g, '\n    ');
}
