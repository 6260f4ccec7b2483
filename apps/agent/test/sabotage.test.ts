// Makes each probe throw, hang, shout, flood, die and be denied: all others must complete.
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import {
  sectionNames as allSections,
  type HostFacts,
  type SectionName,
  type Unread,
} from '@mailflow-tls/core';
import { benchReady, createHost, type WindowsHost } from '@mailflow-tls/windows-bench';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SabotageResult, SabotageRun } from './sabotage.ts';
import { bundleForTest, check } from './windows.ts';

/** No probe reads the mail logs. */
const sectionNames = allSections.filter((name) => name !== 'mailLogs');

const bench = await benchReady('probes that hang, flood and die');
const minutes = 60_000;

const kinds: Readonly<Record<string, { script: string; result: Partial<Unread> }>> = {
  throw: {
    script:
      "throw [InvalidOperationException]::new('Ung\u00fcltiger Vorgang, \u05e4\u05e2\u05d5\u05dc\u05d4')",
    result: {
      reason: 'failed',
      code: 'System.InvalidOperationException',
      detail: 'Ungültiger Vorgang, פעולה',
    },
  },
  denied: {
    script: "$null = $hklm; throw [UnauthorizedAccessException]::new('Zugriff verweigert')",
    result: { reason: 'denied', code: '0x80070005', detail: 'Zugriff verweigert' },
  },
  unknownToThisVersion: { script: 'if (', result: { reason: 'failed' } },
  hang: { script: '[Threading.Thread]::Sleep(-1)', result: { reason: 'timedOut', code: 'limit' } },
  flood: {
    script: "$text = 'x' * 65536; for ($i = 0; $i -lt 800; $i++) { [Console]::Out.Write($text) }",
    result: { reason: 'failed', code: 'outputLimit' },
  },
  exit: { script: '[Environment]::Exit(7)', result: { reason: 'failed', code: 'processEnded' } },
};

/** What does not hurt: the section must be there as if nothing had happened. */
const harmless: Readonly<Record<string, string>> = {
  standardError:
    "[Console]::Error.WriteLine('Fehler: \u00fc \u05e9\u05d2\u05d9\u05d0\u05d4'); & \"$env:SystemRoot\\System32\\cmd.exe\" /c 'echo native 1>&2'",
  streams:
    "'stray'; Write-Host 'stray'; Write-Warning 'stray'; Write-Error 'stray' -ErrorAction Continue; [Console]::Out.Write('half a line')",
  otherFrames: "[Console]::Out.WriteLine('#mf0000000000000000 os 4 e30=#')",
  german: "[Threading.Thread]::CurrentThread.CurrentCulture = 'de-DE'",
  hebrew: "[Threading.Thread]::CurrentThread.CurrentCulture = 'he-IL'",
  turkish: "[Threading.Thread]::CurrentThread.CurrentCulture = 'tr-TR'",
  arabic: "[Threading.Thread]::CurrentThread.CurrentCulture = 'ar-SA'",
  thai: "[Threading.Thread]::CurrentThread.CurrentCulture = 'th-TH'",
};

describe.runIf(bench)('probes on a host with Exchange', () => {
  let host: WindowsHost;
  let program: string;
  let normal: HostFacts['sections'];
  let normalTookMs: number;

  beforeAll(async () => {
    program = bundleForTest('test/sabotage-entry.ts');
    host = await createHost();
    await host.installExchange({ product: '2019', build: '15.2.1748.24', roles: ['Mailbox'] });
    await host.describe({
      operatingSystem: { LastBootUpTime: '2026-11-01T08:00:00Z' },
      hotFixes: [{ HotFixID: 'KB5034770', InstalledOn: '9/12/2025' }],
    });
    const [result] = await run([{ scripts: {} }]);
    normal = sectionsOf(result);
    normalTookMs = result?.tookMs ?? 0;
  }, 4 * minutes);
  afterAll(() => host.dispose());

  async function run(runs: SabotageRun[]): Promise<SabotageResult[]> {
    const order = 'C:\\order.json';
    const result = 'C:\\result.json';
    writeFileSync(host.toLocalPath(order), JSON.stringify({ powershell: host.powershell, runs }));
    const said = await host.runNode(program, [order, result], { timeoutMs: 8 * minutes });
    expect(said).toMatchObject({ exitCode: 0, stdout: '', stderr: '' });
    return JSON.parse(readFileSync(host.toLocalPath(result), 'utf8'));
  }

  function sectionsOf(result: SabotageResult | undefined): HostFacts['sections'] {
    if (!result?.sections) throw new Error(`no sections: ${result?.failure}`);
    return result.sections;
  }

  /** What must not depend on when it was read. */
  function steady(section: HostFacts['sections'][SectionName]): unknown {
    return JSON.parse(
      JSON.stringify(section, (name, value) =>
        ['tookMs', 'utc', 'since'].includes(name) ? undefined : value,
      ),
    );
  }

  test('read it whole when nothing disturbs them', () => {
    for (const name of sectionNames) expect(normal[name].status, name).toBe('read');
  });

  const halves = [0, 1].map((half) =>
    ['os', ...sectionNames.filter((name) => name !== 'os')].filter((_, index) => index % 2 === half),
  );

  test.each(Object.keys(kinds))('fail alone: %s', { timeout: 9 * minutes }, async (kind) => {
    const { script, result } = kinds[kind] ?? { script: '', result: {} };
    const orders = halves.map((names) => ({
      scripts: Object.fromEntries(names.map((name) => [name, script])),
      limitsMs: kind === 'hang' ? Object.fromEntries(names.map((name) => [name, 300])) : {},
    }));
    const results = await run(orders);
    for (const [half, names] of halves.entries()) {
      const sections = sectionsOf(results[half]);
      for (const name of sectionNames) {
        if (names.includes(name)) expect(sections[name], name).toMatchObject({ status: 'unread', ...result });
        else expect(steady(sections[name]), name).toEqual(steady(normal[name]));
      }
    }
  });

  test.each(Object.keys(harmless))('are not disturbed: %s', { timeout: 4 * minutes }, async (kind) => {
    const scripts = Object.fromEntries(
      [...sectionNames, 'bootTime', 'exchangeServices'].map((name) => [name, harmless[kind] ?? '']),
    );
    const [result] = await run([{ scripts }]);
    const sections = sectionsOf(result);
    for (const name of sectionNames) expect(steady(sections[name]), name).toEqual(steady(normal[name]));
  });

  test('fail alone in their parts: the start of Windows, the services of Exchange', {
    timeout: 4 * minutes,
  }, async () => {
    const scripts = { bootTime: kinds['hang']?.script ?? '', exchangeServices: kinds['exit']?.script ?? '' };
    const [result] = await run([{ scripts, limitsMs: { bootTime: 300 } }]);
    const { os, certificates } = sectionsOf(result);
    expect(os).toMatchObject({
      status: 'read',
      data: { bootTime: '1970-01-01T00:00:00.000Z', sources: { bootTime: 'GetTickCount64' } },
      gaps: [],
    });
    expect(certificates).toMatchObject({
      status: 'read',
      data: { exchangeServices: null },
      gaps: [{ what: 'exchangeServices', reason: 'failed', code: 'processEnded' }],
    });
  });

  test('leave no program behind that Exchange started', { timeout: 4 * minutes }, async () => {
    symlinkSync(host.toLocalPath(host.node), host.toLocalPath('C:\\sleeper.exe'));
    const script =
      ". $connectExchange\n$null = & 'C:\\sleeper.exe' -e 'require(`node:fs`).writeFileSync(`C:/slept`, ``); setInterval(() => {}, 1e6)'";
    const [result] = await run([
      { scripts: { exchangeServices: script }, limitsMs: { exchangeServices: 10_000 } },
    ]);
    expect(existsSync(host.toLocalPath('C:\\slept'))).toBe(true);
    expect(sectionsOf(result).certificates).toMatchObject({
      status: 'read',
      gaps: [{ what: 'exchangeServices', reason: 'timedOut', code: 'limit' }],
    });
    const names = await host.runPowerShell('[Diagnostics.Process]::GetProcesses().ProcessName');
    expect(names.stdout).toMatch(/services/);
    expect(names.stdout).not.toMatch(/sleeper/);
  });

  test('end with the time for all of them, or at once when aborted', { timeout: 4 * minutes }, async () => {
    const hang = kinds['hang']?.script ?? '';
    // Time enough to start PowerShell and ask one probe, on this machine as it is now.
    const budgetMs = Math.round(Math.max(5000, 2 * normalTookMs));
    const [budget, aborted] = await run([
      { scripts: { schannel: hang }, limitsMs: { schannel: 20 * budgetMs }, budgetMs },
      {
        scripts: { os: hang },
        limitsMs: { os: 20 * budgetMs },
        budgetMs: 20 * budgetMs,
        abortAfterMs: budgetMs,
      },
    ]);
    const sections = sectionsOf(budget);
    expect(steady(sections.os)).toMatchObject({ status: 'read' });
    for (const name of ['schannel', 'connectors'] as const)
      expect(sections[name]).toMatchObject({ status: 'unread', reason: 'timedOut', code: 'budget' });
    expect(budget?.tookMs).toBeLessThan(10 * budgetMs);
    expect(aborted).toMatchObject({ sections: null, failure: 'TimeoutError' });
    expect(aborted?.tookMs).toBeLessThan(10 * budgetMs);
  });
});

describe.runIf(bench)('a PowerShell that does not work', () => {
  let host: WindowsHost;
  let program: string;
  beforeAll(async () => {
    program = bundleForTest('src/main.ts');
    host = await createHost();
  }, 2 * minutes);
  afterAll(() => host.dispose());

  const allUnread = (facts: HostFacts, expected: Partial<Unread>) => {
    for (const name of allSections)
      expect(facts.sections[name], name).toMatchObject({ status: 'unread', ...expected });
  };

  test('is missing', { timeout: 4 * minutes }, async () => {
    const { facts, run } = await check(host, program, [], 'C:\\nowhere\\pwsh.exe');
    allUnread(facts, { reason: 'notPresent', code: 'powershell:ENOENT', detail: 'C:\\nowhere\\pwsh.exe' });
    expect(facts.gatherer.powershell).toBeNull();
    expect(facts.host.name).not.toBe('');
    expect(run.exitCode).toBe(3);
  });

  test('is no program', { timeout: 4 * minutes }, async () => {
    writeFileSync(host.toLocalPath('C:\\broken.exe'), 'MZ and no more');
    const { facts } = await check(host, program, [], 'C:\\broken.exe');
    allUnread(facts, {
      code: expect.stringMatching(/^powershell:(UNKNOWN|EFTYPE|ENOENT|ENOEXEC|exited\d+|silentExit)$/),
    });
  });

  test('ends without a word', { timeout: 4 * minutes }, async () => {
    const { facts } = await check(host, program, [], 'C:\\windows\\system32\\wineboot.exe');
    allUnread(facts, {
      reason: 'failed',
      code: expect.stringMatching(/^powershell:(silentExit|exited\d+)$/),
    });
  });

  test('may not call methods: Constrained Language Mode', { timeout: 4 * minutes }, async () => {
    await host.setRegistry({
      'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment': { __PSLockdownPolicy: '4' },
    });
    const { facts, run } = await check(host, program);
    allUnread(facts, { reason: 'denied', code: 'constrainedLanguage' });
    expect(facts.gatherer.powershell).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      edition: 'Core',
      languageMode: 'ConstrainedLanguage',
      is64Bit: true,
      elevated: null,
    });
    expect(run.exitCode).toBe(3);
  });
});
