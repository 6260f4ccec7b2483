// Builds the one line that makes PowerShell run probes.
import prelude from '../probes/prelude.ps1';
import type { Probe } from './probe.ts';

const fieldSeparator = '\u001f';
const rowSeparator = '\u001e';

/**
 * One line, since PowerShell reads its input line by line. Scripts and data travel as base64 and are never put between
 * quotes as text. In Constrained Language Mode no method can be called, so there the line only tells the mode.
 */
export function probesCommand(token: string, modules: string, probes: readonly Probe[]): string {
  const list = probes.flatMap(({ name, script, rows = [] }) => [
    `'${plainName(name)}'`,
    `'${base64(script)}'`,
    `'${base64(joinRows(rows))}'`,
  ]);
  const mode = '$ExecutionContext.SessionState.LanguageMode';
  const run = `& ([scriptblock]::Create([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('${base64(prelude)}')))) '${token}' '${base64(modules)}' @(${list.join(',')})`;
  // One short line each: longer ones may be broken at the width of a console that is not there.
  const tell = [
    ['version', '$PSVersionTable.PSVersion'],
    ['edition', '$PSVersionTable.PSEdition'],
    ['architecture', '$env:PROCESSOR_ARCHITECTURE'],
    ['mode', mode],
  ].map(([name, value]) => `'${token} ${name} 0 ' + ${value} + '#'`);
  return `if (${mode} -eq 'FullLanguage') { ${run} } else { ${tell.join('; ')} }`;
}

function plainName(name: string): string {
  if (!/^[A-Za-z]+$/.test(name)) throw new RangeError(`not a probe's name: ${name}`);
  return name;
}

function joinRows(rows: readonly (readonly string[])[]): string {
  for (const field of rows.flat()) {
    if (field.includes(fieldSeparator) || field.includes(rowSeparator))
      throw new RangeError('a field holds a separator');
  }
  return rows.map((row) => row.join(fieldSeparator)).join(rowSeparator);
}

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}
