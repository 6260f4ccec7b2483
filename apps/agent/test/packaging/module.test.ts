// The PowerShell module, as the installer puts it on a host: its commands, their objects, formats and help.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHost, reportNotRun, type WindowsHost } from '@mailflow-tls/windows-bench';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Receiver, startReceiver } from '../delivery/receiver.ts';
import { sendLogHeader, sendSession } from '../log-samples.ts';
import { laterTokens, nodes } from '../windows-powershell.ts';
import { canInstall, installed, makeServer2012R2, msiexec, type Packages, packages } from './packages.ts';

const ready = await canInstall('the PowerShell module on a Windows host');
const source = join(import.meta.dirname, '..', '..', 'packaging', 'module');

describe.runIf(ready)('the module MailflowTls', () => {
  let built: Packages;
  let host: WindowsHost;
  let receiver: Receiver;
  beforeAll(async () => {
    reportNotRun(
      'the module in Windows PowerShell 5.1',
      'the bench has PowerShell 7; the syntax is held to 5.1',
    );
    built = packages();
    receiver = await startReceiver();
    host = await createHost({ computerName: 'EX11', domain: 'contoso.com' });
    await makeServer2012R2(host);
    expect(await msiexec(host, '/i', built.msi('server2012r2', '0.1.0'))).toBe(installed);
    await host.setRegistry({
      'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\Client': {
        Enabled: 0,
      },
      'HKLM\\SOFTWARE\\Policies\\mailflow-tls': {
        CollectorUrl: receiver.url,
        CollectorPin: `sha256/${receiver.pin}`,
        EnrolmentToken: 'right',
        PowershellPath: host.powershell,
      },
    });
  }, 180_000);
  afterAll(async () => {
    await host?.dispose();
    await receiver?.stop();
    built?.remove();
  });

  async function run(script: string): Promise<string> {
    const file = host.toLocalPath('C:\\out.txt');
    // By its name alone: found where the installer put it.
    const text = `Import-Module MailflowTls\n& { ${script} } | Out-File C:\\out.txt -Encoding utf8 -Width 500`;
    const modules = 'C:\\Program Files\\WindowsPowerShell\\Modules';
    const result = await host.runPowerShell(`$env:PSModulePath += ';${modules}'\n${text}`, {
      timeoutMs: 240_000,
    });
    expect(result.exitCode, result.stderr + result.stdout).toBe(0);
    const output = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
    rmSync(file);
    return output.trim();
  }

  test('tells the state, and what mends it', async () => {
    const script =
      '$r = Test-MailflowTls -SkipSection connectors, queues; $r | ConvertTo-Json -Depth 6 -Compress';
    const report = JSON.parse(await run(script));
    expect(report).toMatchObject({ Host: 'EX11', Domain: 'contoso.com', State: 'ready' });
    const finding = report.Findings.find(
      (one: { Rule: string }) => one.Rule === 'schannel/tls12-client-enabled',
    );
    // No Exchange is on it, so it takes no part in mail and only warns.
    expect(finding).toMatchObject({ Verdict: 'warn', Host: 'EX11' });
    expect(finding.Commands.join('\n')).toContain("-Name 'Enabled'");
    expect(new Date(report.JudgedAt).getTime()).toBeGreaterThan(Date.now() - 3_600_000);
  }, 300_000);

  test('shows reports and findings by its formats', async () => {
    const shown = await run(
      '$r = Test-MailflowTls -Rule schannel/tls12-client-enabled -Language he; $r; $r.Findings | Format-Table',
    );
    expect(shown).toMatch(/^To do +: warn: /m);
    expect(shown).toMatch(/^warn +schannel\/tls12-client-enabled +.*TLS 1\.2/m);
    expect(shown).toMatch(/[\u05d0-\u05ea]{3}/);
  }, 300_000);

  test('reads facts, whole or a section, and says what was not read', async () => {
    const script =
      'Get-MailflowTlsFact connectors, os 3>&1 | ForEach-Object { if ($_ -is [Management.Automation.WarningRecord]) { [string]$_ } else { $_.hostName } }; (Get-MailflowTlsFact).host.name';
    const lines = (await run(script)).split(/\r?\n/);
    expect(lines.slice(-2)).toEqual(['EX11', 'EX11']);
    expect(lines[0]).toMatch(/^connectors was not read: /);
    await expect(run('try { Get-MailflowTlsFact nothing } catch { [string]$_ }')).resolves.toContain(
      'There is no section nothing. There are: os, schannel,',
    );
  }, 300_000);

  test('explains text, objects and files that come through the pipeline', async () => {
    const error = '451 4.4.0 Primary target IP address responded with: 421 4.4.1 Connection timed out';
    writeFileSync(host.toLocalPath('C:\\it is.txt'), error);
    const names = '| ForEach-Object { $_.Cause }';
    const fromText = await run(`'שלום', '${error}' | Resolve-MailflowTlsError ${names}`);
    expect(fromText.split(/\r?\n/)).toContain('network');
    const asObject = `[pscustomobject]@{ Identity = 'EX11\\3'; LastError = '${error}' } | Resolve-MailflowTlsError ${names}`;
    expect((await run(asObject)).split(/\r?\n/)).toContain('network');
    expect(await run(`Get-Item 'C:\\it is.txt' | Resolve-MailflowTlsError ${names}`)).toBe(fromText);
    expect(await run(`Resolve-MailflowTlsError -Path 'C:\\it is.txt' ${names}`)).toBe(fromText);
  }, 300_000);

  test('tells who uses which TLS, and who would be cut off', async () => {
    mkdirSync(host.toLocalPath('C:\\Logs of mail'));
    const sessions = [
      { id: 1, protocol: 'SP_PROT_TLS1_2_CLIENT' as const },
      { id: 2, protocol: 'SP_PROT_TLS1_0_CLIENT' as const, peer: '10.9.9.9' },
    ];
    const log = sendLogHeader() + sessions.flatMap((session) => sendSession(session)).join('');
    writeFileSync(host.toLocalPath('C:\\Logs of mail\\SEND20261101-1.LOG'), log);
    const peers = JSON.parse(await run("Get-MailflowTlsUsage 'C:\\Logs of mail' | ConvertTo-Json -Depth 4"));
    expect(peers.map((peer: { Peer: string; CutOff: boolean }) => [peer.Peer, peer.CutOff]).sort()).toEqual([
      ['10.9.9.9', true],
      ['52.101.8.36', false],
    ]);
    const cutOff = await run("(Get-MailflowTlsUsage -Path 'C:\\Logs of mail' -CutOff).Protocols");
    expect(cutOff).toBe('TLS 1.0 (1)');
  }, 300_000);

  test('reports at once and tells how delivery stands', async () => {
    const status = JSON.parse(await run('Invoke-MailflowTlsReport | ConvertTo-Json'));
    expect(status).toMatchObject({
      Delivered: true,
      ExitCode: 0,
      Collector: receiver.url,
      Enrolment: 'active',
      Waiting: 0,
    });
    expect(receiver.taken).toHaveLength(1);
  }, 300_000);

  test('fails as a command does, with the words of the program', async () => {
    expect(await run('try { Test-MailflowTls -Rule nothing/at-all } catch { [string]$_ }')).toContain(
      'nothing/at-all',
    );
  }, 300_000);

  test('has help with examples for every command', async () => {
    const help = JSON.parse(
      await run(
        '@(Get-Command -Module MailflowTls | ForEach-Object { $h = Get-Help $_.Name; @{ name = $_.Name; synopsis = $h.Synopsis; examples = @($h.examples.example).Count } }) | ConvertTo-Json',
      ),
    );
    expect(help.map(({ name }: { name: string }) => name).sort()).toEqual([
      'Get-MailflowTlsFact',
      'Get-MailflowTlsUsage',
      'Invoke-MailflowTlsReport',
      'Resolve-MailflowTlsError',
      'Test-MailflowTls',
    ]);
    for (const { name, synopsis, examples } of help) {
      expect(synopsis, name).toMatch(/^[A-Z].*\.$/);
      expect(examples, name).toBeGreaterThan(0);
    }
  }, 300_000);

  test('is written in the language of Windows PowerShell 5.1', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mailflow-tls-module-'));
    try {
      writeFileSync(join(folder, 'module.ps1'), readFileSync(join(source, 'MailflowTls.psm1')));
      const file = join(import.meta.dirname, '..', 'audit-scripts.ps1');
      const result = await host.runPowerShell({ file, args: ['-Folder', host.toWindowsPath(folder)] });
      const [audit] = JSON.parse(result.stdout);
      expect(audit.errors).toEqual([]);
      expect(audit.flags).toEqual([]);
      expect(audit.operators.filter((token: string) => laterTokens.includes(token))).toEqual([]);
      // What a module has and a probe has not.
      const ofModules = ['AttributeAst', 'NamedAttributeArgumentAst'];
      expect(audit.nodes.filter((node: string) => ![...nodes, ...ofModules].includes(node))).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 300_000);
});
