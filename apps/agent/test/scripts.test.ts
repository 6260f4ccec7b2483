// Holds every script to the language, commands and types of Windows PowerShell 5.1, which no test here can run.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchReady, createHost, type WindowsHost } from '@mailflow-tls/windows-bench';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands, laterMethods, laterTokens, laterVariables, nodes, types } from './windows-powershell.ts';

interface Audit {
  file: string;
  errors: string[];
  nodes: string[];
  operators: string[];
  numbers: string[];
  expandable: string[];
  flags: string[];
  letterRange: number;
  blocks: string[];
  functions: string[];
  commands: { name: string; called: string; parameters: string[]; splatted: number }[];
  types: string[];
  variables: string[];
  members: string[];
}

const probes = join(import.meta.dirname, '../src/probes');
const scripts = readdirSync(probes).filter((name) => name.endsWith('.ps1'));

/** Each with one thing that 5.1 does not know; the audit is worth nothing if it lets one pass. */
const laterSyntax: Readonly<Record<string, string>> = {
  ternary: "$a = $true ? 'x' : 'y'",
  coalescing: "$a = $null ?? 'x'",
  coalescingAssignment: "$a = $null; $a ??= 'x'",
  nullConditional: `$a = $null; \${a}?.Length`,
  nullConditionalIndex: `$a = $null; \${a}?[0]`,
  chain: 'Get-HotFix && Get-HotFix',
  background: 'Get-HotFix &',
  unsignedNumber: '$a = 1u',
  binaryNumber: '$a = 0b11',
  unicodeEscape: '$a = "`u{2764}"',
  escapeEscape: '$a = "`e[0m"',
  letterRange: "$a = 'a'..'z'",
  cleanBlock: 'function Get-Text { process { 1 } clean { 2 } }',
  laterVariable: 'if ($IsWindows) { 1 }',
  unknownCommand: 'Get-Uptime',
  alias: 'gci',
  unknownParameter: 'Get-Service -Name x -Foo',
  commandByVariable: "$a = 'x'; & $a.Name",
  splatting: '$a = @{}; Get-Service @a',
  jsonDepth: "$a = ConvertFrom-Json '{}' -AsHashtable",
  parallel: '1 | ForEach-Object -Parallel { 1 }',
  unknownType: '$a = [Text.Json.JsonDocument]::new()',
  laterMethod: '$a = [Convert]::ToHexString($null)',
  broken: 'if (',
};

function findings(audit: Audit, own: ReadonlySet<string>): string[] {
  const strange = (what: string, found: readonly string[], known: readonly string[]) =>
    found.filter((name) => !known.includes(name)).map((name) => `${what} ${name}`);
  const later = (what: string, found: readonly string[], list: readonly string[]) =>
    found.filter((name) => list.includes(name)).map((name) => `${what} ${name}`);
  return [
    ...audit.errors.map((error) => `error ${error}`),
    ...strange('syntax', audit.nodes, nodes),
    ...later('token', audit.operators, laterTokens),
    ...audit.numbers.filter((text) => !/^-?(0x[\da-f]+|\d+(\.\d+)?)L?$/i.test(text)),
    ...audit.expandable.filter((text) => /`[ue]/.test(text)),
    ...audit.flags,
    ...(audit.letterRange > 0 ? ['a range of letters'] : []),
    ...audit.blocks,
    ...audit.commands.flatMap(({ name, called, parameters, splatted }) => {
      if (splatted > 0) return [`splatting to ${name}`];
      // Blocks that the script was handed or made itself: `& $Ask`.
      if (name === '')
        return /^(\$\w+|\(\[scriptblock\]::Create\(.*\)\))$/s.test(called) ? [] : [`call of ${called}`];
      if (own.has(name)) return [];
      const known = commands[name];
      return known ? strange(`${name} -`, parameters, known) : [`command ${name}`];
    }),
    ...strange('type', audit.types, types),
    ...later('variable', audit.variables, laterVariables),
    ...later('method', audit.members, laterMethods),
  ];
}

test('scripts are plain ASCII with line feeds', () => {
  for (const name of scripts) {
    const text = readFileSync(join(probes, name), 'latin1');
    expect(text, name).toMatch(/^[\n\x20-\x7e]*$/);
  }
});

const bench = await benchReady('the syntax of the PowerShell scripts', 'read');

describe.runIf(bench)('Windows PowerShell 5.1', () => {
  const folder = mkdtempSync(join(tmpdir(), 'scripts-'));
  let host: WindowsHost;

  beforeAll(async () => {
    host = await createHost();
  });
  afterAll(async () => {
    await host.dispose();
    rmSync(folder, { recursive: true });
  });

  async function audit(path: string): Promise<Audit[]> {
    const file = join(import.meta.dirname, 'audit-scripts.ps1');
    const result = await host.runPowerShell({ file, args: ['-Folder', host.toWindowsPath(path)] });
    expect(result).toMatchObject({ exitCode: 0, stderr: '' });
    return JSON.parse(result.stdout);
  }

  test('has all that the scripts use', { timeout: 120_000 }, async () => {
    const audits = await audit(probes);
    expect(audits.map(({ file }) => file).toSorted()).toEqual(scripts.toSorted());
    const own = new Set(audits.flatMap(({ functions }) => functions));
    for (const one of audits) expect(findings(one, own), one.file).toEqual([]);
    const used = new Set(audits.flatMap((one) => one.commands.map(({ name }) => name)));
    expect(Object.keys(commands).filter((name) => !used.has(name))).toEqual([]);
    const usedTypes = new Set(audits.flatMap((one) => one.types));
    expect(types.filter((name) => !usedTypes.has(name))).toEqual([]);
  });

  test('lacks what this test must find', { timeout: 120_000 }, async () => {
    const bad = join(folder, 'later');
    mkdirSync(bad);
    for (const [name, text] of Object.entries(laterSyntax))
      writeFileSync(join(bad, `${name}.ps1`), `${text}\n`);
    const audits = await audit(bad);
    expect(audits).toHaveLength(Object.keys(laterSyntax).length);
    const passed = audits.filter((one) => findings(one, new Set()).length === 0).map(({ file }) => file);
    expect(passed).toEqual([]);
  });
});
