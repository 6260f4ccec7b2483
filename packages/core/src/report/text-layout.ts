// Lays out text for a terminal: wraps sentences, aligns columns, paints.
import type { Verdict } from '../engine/finding.ts';
import type { Piece } from '../locales/text.ts';
import type { HostState } from './report.ts';
import { visible } from './visible.ts';

export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'blue' | 'magenta';

const codes: Readonly<Record<Style, readonly [number, number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  magenta: [35, 39],
};

export type Paint = (text: string, ...styles: Style[]) => string;

export function painter(color: boolean): Paint {
  if (!color) return (text) => text;
  return (text, ...styles) =>
    styles.reduce((painted, style) => `\u001b[${codes[style][0]}m${painted}\u001b[${codes[style][1]}m`, text);
}

/** Signs that every console font of Windows has. The word always stands beside them. */
export const verdictSigns: Readonly<Record<Verdict, { sign: string; style: Style }>> = {
  fail: { sign: '×', style: 'red' },
  warn: { sign: '!', style: 'yellow' },
  notChecked: { sign: '?', style: 'magenta' },
  info: { sign: 'i', style: 'blue' },
  pass: { sign: '√', style: 'green' },
  notApplicable: { sign: '-', style: 'dim' },
};

export const stateSigns: Readonly<Record<HostState, { sign: string; style: Style }>> = {
  failing: { sign: '×', style: 'red' },
  restartNeeded: { sign: '!', style: 'yellow' },
  unknown: { sign: '?', style: 'magenta' },
  atRisk: { sign: '!', style: 'yellow' },
  ready: { sign: '√', style: 'green' },
};

/** The sentence in lines of at most `width` columns; a literal is never broken, however long it is. */
export function wrap(pieces: readonly Piece[], width: number, indent: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const token of tokens(pieces)) {
    if (line !== '' && indent.length + line.length + 1 + token.length > width) {
      lines.push(indent + line);
      line = token;
    } else line = line === '' ? token : `${line} ${token}`;
  }
  if (line !== '') lines.push(indent + line);
  return lines;
}

/** What stays together on a line: words between blanks, and literals with the punctuation around them. */
function tokens(pieces: readonly Piece[]): string[] {
  const found = [''];
  for (const { kind, text } of pieces) {
    const [first = '', ...more] = kind === 'words' ? visible(text).split(' ') : [visible(text)];
    found[found.length - 1] += first;
    found.push(...more);
  }
  return found.filter((token) => token !== '');
}

/** A cell: what it says, and how it is painted. */
export interface Cell {
  text: string;
  styles?: readonly Style[];
}

/** Lines with aligned columns; the last column is never padded. */
export function table(rows: readonly (readonly Cell[])[], paint: Paint, indent: string): string[] {
  const widths: number[] = [];
  const shown = rows.map((row) => row.map((cell) => ({ ...cell, text: visible(cell.text) })));
  for (const row of shown) {
    row.forEach(({ text }, column) => {
      widths[column] = Math.max(widths[column] ?? 0, text.length);
    });
  }
  return shown.map((row) => {
    const last = row.findLastIndex(({ text }) => text !== '');
    const cells = row.slice(0, last + 1).map(({ text, styles = [] }, column) => {
      const gap = column === last ? '' : ' '.repeat((widths[column] ?? 0) - text.length);
      return paint(text, ...styles) + gap;
    });
    return indent + cells.join('  ');
  });
}
