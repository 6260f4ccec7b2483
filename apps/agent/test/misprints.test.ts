// Imports the registry lines of every translated copy of Microsoft's article as printed, and reads what became of them.
import { evaluate, type Finding, protocolsPath } from '@mailflow-tls/core';
import { benchReady, createHost, type WindowsHost } from '@mailflow-tls/windows-bench';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
// The lines are test data of the core, which does not publish them.
import { type PrintedLines, printedLines } from '../../../packages/core/src/reference/misprints.fixture.ts';
import { bundleForTest, check } from './windows.ts';

const bench = await benchReady('misprinted registry lines imported on a Windows host');
const meant = ['Protocols\\TLS 1.2', 'Protocols\\TLS 1.2\\Client', 'Protocols\\TLS 1.2\\Server'] as const;

/** The lines as a .reg file: the parent's key, then the client's and the server's with their two values each. */
function regFile([, subkeys, valueNames, dwords]: PrintedLines): string {
  const key = (index: number) =>
    `[HKEY_LOCAL_MACHINE\\${protocolsPath.slice('HKLM\\'.length)}\\${subkeys[index]}]`;
  // lt-LT prints one name less than numbers; the line without a name is left out, as somebody typing it would.
  const names = valueNames.length === 3 ? [valueNames[0], undefined, ...valueNames.slice(1)] : valueNames;
  const value = (index: number) =>
    names[index] === undefined ? [] : [`"${names[index]}"=dword:${dwords[index]}`];
  return [
    'Windows Registry Editor Version 5.00',
    key(0),
    key(1),
    ...value(0),
    ...value(1),
    key(2),
    ...value(2),
    ...value(3),
    '',
  ].join('\r\n');
}

describe.runIf(bench)('the lines of all copies, imported one after the other', () => {
  let host: WindowsHost;
  let findings: readonly Finding[];
  /** Copies that the registry editor did not take in full: their numbers have too many digits. */
  const refused: string[] = [];

  beforeAll(async () => {
    host = await createHost();
    await host.setRegistry({ [protocolsPath]: null });
    for (const lines of printedLines) {
      await host.importReg(regFile(lines)).catch(() => refused.push(lines[0]));
    }
    const { facts } = await check(host, bundleForTest('src/main.ts'), ['--only', 'schannel']);
    findings = evaluate(facts, { now: new Date(), only: ['schannel'] }).findings;
  }, 300_000);
  afterAll(() => host.dispose());

  test.each(printedLines.map((lines) => [lines[0], lines] as const))('%s', (_, [, subkeys]) => {
    for (const [index, subkey] of subkeys.entries()) {
      const path = `${protocolsPath}\\${subkey}`.toLowerCase();
      const known = meant[index]?.toLowerCase() === `protocols\\${subkey}`.toLowerCase();
      const named = findings.find(
        (finding) =>
          finding.rule === 'schannel/ghost-keys' &&
          finding.evidence.some((evidence) => evidence.source.toLowerCase() === path),
      );
      if (known) expect(named, subkey).toBeUndefined();
      else expect(named?.message.params, subkey).toMatchObject({ meant: meant[index] });
    }
  });

  test('only numbers of a wrong length are refused', () => {
    const wrong = printedLines.filter(([, , , dwords]) => dwords.some((digits) => digits.length > 8));
    expect(wrong.map(([locale]) => locale)).toEqual(expect.arrayContaining(refused));
  });
});
