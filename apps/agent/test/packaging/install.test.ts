// The package on Windows hosts: installed, set up by policy alone, repaired, upgraded, removed, and refused.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createHost, type RunResult, reportNotRun, type WindowsHost } from '@mailflow-tls/windows-bench';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Receiver, startReceiver } from '../delivery/receiver.ts';
import {
  canInstall,
  failedOnWine,
  installed,
  makeServer2012R2,
  msiexec,
  type Packages,
  packages,
  refused,
} from './packages.ts';
import { differences, snapshot } from './snapshot.ts';

const ready = await canInstall('the installer on Windows hosts');
const settings = 'HKLM\\SOFTWARE\\mailflow-tls';
const policy = 'HKLM\\SOFTWARE\\Policies\\mailflow-tls';
const program = 'C:\\Program Files\\mailflow-tls';
const modules = 'C:\\Program Files\\WindowsPowerShell\\Modules\\MailflowTls';
const data = 'C:\\ProgramData\\mailflow-tls';

describe.runIf(ready)('the package', () => {
  let built: Packages;
  let host: WindowsHost;
  let receiver: Receiver;
  beforeAll(async () => {
    reportNotRun('rights that the installer sets on folders and keys', 'Wine sets none; the table is tested');
    reportNotRun('the task as Task Scheduler runs it', 'Wine keeps the file and starts nothing');
    reportNotRun(
      'the removal of logs, state and (when asked for) key and spool with the package',
      'Wine takes the pattern in the table for the name of a file',
    );
    reportNotRun(
      'the package with Node 24',
      'Wine 8 does not run it; it differs in node.exe and in which Windows it takes',
    );
    built = packages();
    receiver = await startReceiver();
  }, 60_000);
  afterAll(async () => {
    built?.remove();
    await receiver?.stop();
  });

  async function freshHost(): Promise<void> {
    await host?.dispose();
    host = await createHost({ computerName: 'EX09', domain: 'contoso.com' });
    await makeServer2012R2(host);
    // Every Windows has it; the host of the bench has not.
    mkdirSync(host.toLocalPath('C:\\Program Files\\WindowsPowerShell\\Modules'), { recursive: true });
  }
  afterAll(async () => host?.dispose());

  const query = async (key: string): Promise<string> => (await host.run('reg', ['query', key, '/s'])).stdout;
  const there = (path: string): boolean => existsSync(host.toLocalPath(path));
  const task = 'C:\\windows\\system32\\tasks\\mailflow-tls';
  const taskFile = (folder: string, name: string): string =>
    readFileSync(host.toLocalPath(`${folder}\\${name}`), 'utf16le');
  const agent = (folder: string, ...args: string[]): Promise<RunResult> =>
    host.run(`${folder}\\node.exe`, [`${folder}\\mailflow-tls.cjs`, ...args], { timeoutMs: 120_000 });

  test('needs no property, delivers what policy says, and leaves as it came', async () => {
    await freshHost();
    const file = built.msi('server2012r2', '0.1.0');
    const before = await snapshot(host);
    expect(await msiexec(host, '/i', file)).toBe(installed);
    expect(readdirSync(host.toLocalPath(program)).sort()).toEqual([
      'mailflow-tls-task.xml',
      'mailflow-tls.cjs',
      'mailflow-tls.cmd',
      'node.exe',
      'place-task.cjs',
    ]);
    expect(readdirSync(host.toLocalPath(modules)).sort()).toEqual([
      'MailflowTls.Format.ps1xml',
      'MailflowTls.psd1',
      'MailflowTls.psm1',
    ]);
    expect(await query(settings)).not.toMatch(/CollectorUrl|EnrolmentToken/);
    expect(
      await query('HKLM\\SYSTEM\\CurrentControlSet\\Services\\EventLog\\Application\\mailflow-tls'),
    ).toMatch(/EventMessageFile +REG_EXPAND_SZ +%SystemRoot%\\System32\\EventCreate\.exe/);
    expect(there(task)).toBe(true);
    expect(taskFile(program, 'mailflow-tls-task.xml')).toContain(
      '<Command>%ProgramFiles%\\mailflow-tls\\node.exe</Command>',
    );

    await host.setRegistry({
      [policy]: {
        CollectorUrl: receiver.url,
        CollectorPin: `sha256/${receiver.pin}`,
        EnrolmentToken: 'right',
        PowershellPath: host.powershell,
      },
    });
    const run = await agent(program, 'run', '--now');
    expect(run.exitCode, run.stderr).toBe(0);
    expect(receiver.enrolled).toEqual(['EX09']);
    expect(receiver.taken).toHaveLength(1);
    await host.setRegistry({ [policy]: null });

    expect(await msiexec(host, '/x', file)).toBe(installed);
    const after = await snapshot(host);
    expect(differences(before.files, after.files).filter((name) => !keptOnWine(name))).toEqual([
      'ProgramData/mailflow-tls/',
      'ProgramData/mailflow-tls/delivery/',
      'ProgramData/mailflow-tls/delivery/delivery.json',
      'ProgramData/mailflow-tls/delivery/host-key.pem',
      'ProgramData/mailflow-tls/delivery/run.lock',
      'ProgramData/mailflow-tls/delivery/spool/',
      'ProgramData/mailflow-tls/delivery/spool/aside/',
      'ProgramData/mailflow-tls/delivery/spool/ledger.json',
    ]);
    expect(differences(before.registry, after.registry).filter((name) => !ownedByWindows.test(name))).toEqual(
      [],
    );
  }, 400_000);

  test('takes settings as properties, keeps them, the key and the spool over an upgrade, and refuses to go back', async () => {
    await freshHost();
    const [older, newer] = [built.msi('server2012r2', '0.0.9'), built.msi('server2012r2', '0.1.0')];
    const folder = 'C:\\Tools\\TLS';
    const given = [
      'COLLECTORURL=https://collector.contoso.com:8443',
      'ENROLLTOKEN=geheim',
      `INSTALLFOLDER=${folder}`,
    ];
    expect(await msiexec(host, '/i', older, ...given)).toBe(installed);
    expect(there(task)).toBe(true);
    expect(taskFile(folder, 'placed-task.xml')).toContain(`"${folder}\\mailflow-tls.cjs" run`);
    const doctor = JSON.parse((await agent(folder, 'doctor', '--format', 'json')).stdout);
    expect(JSON.stringify(doctor)).toContain('https://collector.contoso.com:8443');
    expect(JSON.stringify(doctor)).not.toContain('geheim');
    for (const name of ['host-key.pem', 'spool\\1.report.gz']) {
      cpSync(
        host.toLocalPath(`${folder}\\mailflow-tls.cmd`),
        host.toLocalPath(`${data}\\delivery\\${name}`),
        { recursive: true },
      );
    }
    writeFileSync(host.toLocalPath(`${data}\\logs\\mailflow-tls.log`), '{}\n');

    expect(await msiexec(host, '/i', newer)).toBe(installed);
    expect(await query(settings)).toMatch(/CollectorUrl +REG_SZ +https:\/\/collector\.contoso\.com:8443/);
    expect(await query(settings)).toMatch(/EnrolmentToken +REG_SZ +geheim/);
    expect(await query(`${settings}\\Setup`)).toMatch(/Version +REG_SZ +0\.1\.0/);
    expect(await query(`${settings}\\Setup`)).toContain(`${folder}\\`);
    expect(
      (await query('HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall')).match(
        /DisplayName +REG_SZ +mailflow-tls/g,
      ),
    ).toHaveLength(1);
    expect(there(`${folder}\\node.exe`)).toBe(true);
    expect(there(program)).toBe(false);
    expect(there(task)).toBe(true);
    expect(taskFile(folder, 'placed-task.xml')).toContain(`"${folder}\\mailflow-tls.cjs" run`);
    for (const name of ['delivery\\host-key.pem', 'delivery\\spool\\1.report.gz', 'logs\\mailflow-tls.log']) {
      expect(there(`${data}\\${name}`), name).toBe(true);
    }

    expect(await msiexec(host, '/i', older)).toBe(refused);
    expect(await query(`${settings}\\Setup`)).toMatch(/Version +REG_SZ +0\.1\.0/);
    expect(await msiexec(host, '/x', newer)).toBe(installed);
    expect(there(folder)).toBe(false);
    expect(there(`${data}\\delivery\\host-key.pem`)).toBe(true);
    expect(await query(settings)).not.toContain('mailflow-tls');
  }, 400_000);

  test('repairs what was deleted, and takes a new address with a new version', async () => {
    await freshHost();
    const [older, newer] = [built.msi('server2012r2', '0.0.9'), built.msi('server2012r2', '0.1.0')];
    expect(await msiexec(host, '/i', older, 'COLLECTORURL=https://a.contoso.com')).toBe(installed);
    rmSync(host.toLocalPath(`${program}\\mailflow-tls.cjs`));
    rmSync(host.toLocalPath(task));
    // As `msiexec /fa`, whose option Wine lacks.
    expect(await msiexec(host, '/i', older, 'REINSTALL=ALL', 'REINSTALLMODE=amus')).toBe(installed);
    expect(there(`${program}\\mailflow-tls.cjs`)).toBe(true);
    expect(there(task)).toBe(true);
    expect(await query(settings)).toContain('https://a.contoso.com');
    expect(await msiexec(host, '/i', newer, 'COLLECTORURL=https://b.contoso.com')).toBe(installed);
    expect(await query(settings)).toContain('https://b.contoso.com');
  }, 400_000);

  test('is put back when the task cannot be made', async () => {
    await freshHost();
    // No folder for tasks, so the program that makes them fails.
    rmSync(host.toLocalPath('C:\\windows\\system32\\tasks'), { recursive: true, force: true });
    writeFileSync(host.toLocalPath('C:\\windows\\system32\\tasks'), '');
    const before = await snapshot(host);
    expect(await msiexec(host, '/i', built.msi('server2012r2', '0.1.0'))).toBe(failedOnWine);
    expect(there(program)).toBe(false);
    const after = await snapshot(host);
    expect(differences(before.files, after.files).filter((name) => !keptOnWine(name))).toEqual([]);
    expect(await query(settings)).not.toContain('mailflow-tls');
  }, 400_000);

  test('refuses the wrong Windows and folders that are not its own', async () => {
    await freshHost();
    const file = built.msi('server2012r2', '0.1.0');
    expect(await msiexec(host, '/i', file, 'INSTALLFOLDER=C:\\Program Files')).toBe(refused);
    expect(await msiexec(host, '/i', file, 'INSTALLFOLDER=C:\\')).toBe(refused);
    expect(await msiexec(host, '/i', built.msi('current', '0.1.0'))).toBe(refused);
    await host.setRegistry({
      'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion': { CurrentMajorVersionNumber: 10 },
    });
    expect(await msiexec(host, '/i', file)).toBe(refused);
    expect(there(program)).toBe(false);
    expect(await msiexec(host, '/i', built.msi('current', '0.1.0'))).toBe(installed);
    expect(there(`${program}\\node.exe`)).toBe(true);
  }, 400_000);
});

/**
 * Keys that Windows makes when it first installs a package, opens a certificate store or makes a task, without a value of
 * anybody's in them.
 */
const ownedByWindows =
  /\\(?:Installer(?:\\[\w-]+){0,3}|SystemCertificates\\\w+\\C[RT]Ls|Eventlog\\Application)\|$|\\ServiceCurrent\|@$|\\Schedule\|"Start"$/;

/** Windows Installer's own folder, which every real Windows has, and what only a pattern names. */
function keptOnWine(name: string): boolean {
  return name === 'windows/Installer/' || /^ProgramData\/mailflow-tls\/(?:logs|state)\//.test(name);
}
