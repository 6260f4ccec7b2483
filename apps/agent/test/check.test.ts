// `check` and `doctor` as an administrator runs them: the built program on a Windows host with the real PowerShell.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Report } from '@mailflow-tls/core';
import { benchReady, createHost, type RunResult, type WindowsHost } from '@mailflow-tls/windows-bench';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agentProgram, runAgent } from './run-agent.ts';

const bench = await benchReady('check and doctor on a Windows host');
const protocols = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols';

describe.runIf(bench)('on a Windows host', () => {
  let host: WindowsHost;
  beforeAll(async () => {
    host = await createHost({ computerName: 'EX07', domain: 'contoso.com' });
    await host.setRegistry({ [`${protocols}\\TLS 1.2\\Client`]: { Enabled: 0, DisabledByDefault: 1 } });
  }, 120_000);
  afterAll(() => host?.dispose());

  function agent(...args: string[]): Promise<RunResult> {
    const options =
      args[0] === 'judge' || args.includes('--powershell') ? [] : ['--powershell', host.powershell];
    return host.runNode(agentProgram(), [...args, ...options], { timeoutMs: 120_000 });
  }

  function file(name: string): { local: string; windows: string } {
    const windows = `C:\\${name}`;
    return { windows, local: host.toLocalPath(windows) };
  }

  test('every format to its file, and the kept facts judged again give the same findings', async () => {
    const formats = ['text', 'json', 'csv', 'html', 'sarif', 'junit', 'prometheus'];
    const facts = file('facts.json');
    const outputs = formats.flatMap((name) => ['--format', name, '--output', file(`report.${name}`).windows]);
    const { exitCode, stdout, stderr } = await agent('check', '--save-facts', facts.windows, ...outputs);
    expect(stdout).toBe('');
    // Not 4, and findings or gaps rather than a refusal.
    expect([0, 1, 3], stderr).toContain(exitCode);
    for (const name of formats)
      expect(readFileSync(file(`report.${name}`).local, 'utf8'), name).toContain('EX07');

    const checked = reportOf(readFileSync(file('report.json').local, 'utf8'));
    expect(checked.host).toEqual({ name: 'EX07', domain: 'contoso.com' });
    expect(checked.protocols.find(({ protocol }) => protocol === 'TLS 1.2')?.client.stored).toBe('off');
    const here = await runAgent(['judge', facts.local, '--format', 'json']);
    expect(reportOf(here.stdout).findings).toEqual(checked.findings);
    expect(reportOf(here.stdout).state).toBe(checked.state);
    expect(here.code).toBe(exitCode);
    const there = await agent('judge', 'C:\\fact?.json', '--format', 'json');
    expect(reportOf(there.stdout).findings).toEqual(checked.findings);
  }, 180_000);

  test('the log is written, whole, where the defaults say', async () => {
    const text = readFileSync(
      host.toLocalPath('C:\\ProgramData\\mailflow-tls\\logs\\mailflow-tls.log'),
      'utf8',
    );
    const messages = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).message);
    expect(messages).toEqual(expect.arrayContaining(['host read', 'host judged', 'judge']));
  });

  test('Group Policy beats installation beats file, and doctor names each origin', async () => {
    await host.setRegistry({
      'HKLM\\SOFTWARE\\Policies\\mailflow-tls': { LogFolder: 'C:\\Protokolle für שלום', LogLevel: 'loud' },
      'HKLM\\SOFTWARE\\mailflow-tls': { LogLevel: 'warn', TimeoutSeconds: 90, LogFolder: 'C:\\other' },
    });
    const settings = host.toLocalPath('C:\\ProgramData\\mailflow-tls\\settings.json');
    mkdirSync(dirname(settings), { recursive: true });
    writeFileSync(
      settings,
      JSON.stringify({ timeoutSeconds: 45, failOn: 'never', powershellPath: 'C:\\evil.exe' }),
    );
    const { exitCode, stdout } = await agent('doctor', '--format', 'json');
    const doctor = JSON.parse(stdout);
    const origin = Object.fromEntries(
      doctor.settings.map(({ name, value, origin }: Record<string, unknown>) => [name, `${value} ${origin}`]),
    );
    expect(origin).toMatchObject({
      logFolder: 'C:\\Protokolle für שלום policy',
      logLevel: 'warn installer',
      timeoutSeconds: '90 installer',
      failOn: 'never file',
      powershellPath: `${host.powershell} commandLine`,
    });
    expect(doctor.problems).toHaveLength(2);
    expect(exitCode).toBe(2);
    expect(doctor.host.powershell).toMatchObject({ ok: true, powershell: { is64Bit: true } });

    const checked = await agent('check', '--only', 'schannel/tls12-client-enabled', '--format', 'json');
    expect(checked.exitCode, checked.stderr).not.toBe(1);
    expect(readFileSync(host.toLocalPath('C:\\Protokolle für שלום\\mailflow-tls.log'), 'utf8')).toBe('');
  }, 180_000);

  test('a PowerShell that is not there: nothing is read, and that is said', async () => {
    const { exitCode, stdout } = await agent(
      'check',
      '--powershell',
      'C:\\none\\powershell.exe',
      '--format',
      'json',
    );
    expect(exitCode).toBe(3);
    const report = reportOf(stdout);
    expect(report.state).toBe('unknown');
    expect(report.facts.gatherer.powershell).toBeNull();
    const doctor = await agent('doctor', '--powershell', 'C:\\none\\powershell.exe');
    expect(doctor.stdout).toContain('could not be started');
    expect(doctor.exitCode).toBe(2);
  }, 120_000);
});

function reportOf(text: string): Report {
  const parsed = JSON.parse(text);
  return Array.isArray(parsed) ? parsed[0] : 'reports' in parsed ? parsed.reports[0] : parsed;
}

test('the program is one file of moderate size', () => {
  expect(readFileSync(join(agentProgram())).length).toBeLessThan(5_000_000);
});
