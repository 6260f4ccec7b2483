// A Windows host in a folder: a copy of the template with a Wine server of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, sweep } from './cache.ts';
import {
  addCertificate,
  type CertificateStore,
  removeCertificate,
  type StoredCertificate,
  type StoreOptions,
} from './certificates/store.ts';
import { type Compiled, compiled } from './compiled.ts';
import { addTo, type HostDescription, toFakesJson } from './description/description.ts';
import { hostEnvironment, POWERSHELL_EXE } from './environment.ts';
import { type ExchangeInstallation, installExchange } from './exchange/install.ts';
import { FAKES_DATA, installFakes } from './fakes.ts';
import { firstRegistry, startResident } from './first-start.ts';
import type { HostOptions, PowerShellScript, WindowsHost } from './host.ts';
import { NEGOTIATOR, type Negotiations, negotiate } from './negotiate.ts';
import { powerShellFlags, wrapScript } from './powershell-script.ts';
import { copyPrefix, endPrefix, keepPrefix } from './prefix.ts';
import { encodeRegFile, type RegistryDescription, toRegFile } from './registry.ts';
import { type RunOptions, type RunResult, runInPrefix } from './run.ts';
import { addService, type ServiceOrder } from './services.ts';
import { template } from './template.ts';
import type { Tools } from './tools.ts';
import { toLinuxPath, toWindowsPath } from './windows-paths.ts';

/** Makes what every host is made of, where this machine lacks it: the template, and the bench's own assemblies. */
export async function prepareWineHosts(tools: Tools): Promise<Compiled> {
  await template(tools);
  return compiled(() => bareHost(tools, {}));
}

/** Makes a host from the template. */
export async function createWineHost(tools: Tools, options: HostOptions): Promise<WindowsHost> {
  const assemblies = await prepareWineHosts(tools);
  const host = await bareHost(tools, options);
  const driveC = join(host.folder, 'drive_c');
  installFakes(driveC, assemblies.fakeTypes);
  copyFileSync(assemblies.negotiator, host.toLocalPath(NEGOTIATOR));
  await host.describe({});
  return host;
}

/** A host without the fakes. */
async function bareHost(tools: Tools, options: HostOptions): Promise<WineHost> {
  const source = await template(tools);
  const hosts = join(cacheFolder(), 'hosts');
  sweep(hosts);
  const prefix = mkdtempSync(join(hosts, `${process.pid}-`));
  const keeper = keepPrefix(prefix);
  copyPrefix(source, prefix);
  return new WineHost(prefix, tools, keeper, options);
}

class WineHost implements WindowsHost {
  readonly kind = 'wine';
  readonly powershell: string = POWERSHELL_EXE;
  readonly node: string;
  readonly folder: string;
  readonly #tools: Tools;
  readonly #keeper: ChildProcess;
  readonly #started: Promise<void>;
  #description: HostDescription = {};
  #disposed = false;
  #files = 0;

  constructor(prefix: string, tools: Tools, keeper: ChildProcess, options: HostOptions) {
    this.folder = prefix;
    this.#tools = tools;
    this.#keeper = keeper;
    this.node = this.toWindowsPath(tools.node);
    this.#started = this.#start(options);
    // Whoever runs something first hears of a failure; nobody may.
    this.#started.catch(() => {});
  }

  /** Starts the Wine server and its services ahead of the first program of a test, so that they are no part of it. */
  async #start(options: HostOptions): Promise<void> {
    const environment = hostEnvironment(this.folder);
    await new Promise<void>((resolve, reject) => {
      const server = spawn(this.#tools.wineserver, ['-p'], { env: environment, stdio: 'ignore' });
      server.on('error', reject);
      server.on('exit', () => resolve());
    });
    await Promise.all([
      startResident(this.folder, this.#tools, environment),
      // Wine takes the name of this machine anew at each start of a prefix: it is set after that.
      this.#import(toRegFile(firstRegistry(options))),
    ]);
  }

  async #import(regFile: string): Promise<void> {
    const file = this.#newFile('reg');
    writeFileSync(file, encodeRegFile(regFile));
    const importFile = () => this.#run('reg', ['import', this.toWindowsPath(file)], {});
    let result = await importFile();
    for (let again = 0; again < 2 && isNotStarted(result); again += 1) result = await importFile();
    rmSync(file);
    if (result.exitCode !== 0)
      throw new Error(`The registry file could not be imported: ${result.stdout}${result.stderr}`);
  }

  #newFile(extension: string): string {
    const folder = join(this.folder, 'bench');
    mkdirSync(folder, { recursive: true });
    this.#files += 1;
    return join(folder, `${this.#files}.${extension}`);
  }

  #run(program: string, args: readonly string[], options: RunOptions): Promise<RunResult> {
    if (this.#disposed) throw new Error('This host has been disposed of.');
    return runInPrefix(this.folder, this.#tools, program, args, options);
  }

  async importReg(text: string): Promise<void> {
    await this.#started;
    await this.#import(text);
  }

  setRegistry(description: RegistryDescription): Promise<void> {
    return this.importReg(toRegFile(description));
  }

  async run(program: string, args: readonly string[] = [], options: RunOptions = {}): Promise<RunResult> {
    await this.#started;
    return this.#run(program, args, options);
  }

  runNode(script: string, args: readonly string[] = [], options: RunOptions = {}): Promise<RunResult> {
    return this.run(this.node, [this.toWindowsPath(script), ...args], options);
  }

  async runPowerShell(script: PowerShellScript, options: RunOptions = {}): Promise<RunResult> {
    const own = typeof script === 'string' ? this.#newFile('ps1') : undefined;
    // Without the mark Windows PowerShell takes a script for text in the machine's code page.
    if (own !== undefined && typeof script === 'string') writeFileSync(own, `\uFEFF${script}`);
    const wrapper = this.#newFile('ps1');
    const file = own ?? (typeof script === 'string' ? '' : script.file);
    writeFileSync(wrapper, wrapScript(this.toWindowsPath(file)));
    const args = typeof script === 'string' ? [] : (script.args ?? []);
    try {
      return await this.run(
        this.powershell,
        [...powerShellFlags, this.toWindowsPath(wrapper), ...args],
        options,
      );
    } finally {
      for (const path of [own, wrapper]) if (path !== undefined) rmSync(path, { force: true });
    }
  }

  async describe(description: HostDescription): Promise<void> {
    this.#description = addTo(this.#description, description);
    const file = join(this.folder, 'drive_c', FAKES_DATA, 'host.json');
    // Renamed into place: a fake that reads at this moment sees the old description or the new one.
    writeFileSync(`${file}.new`, toFakesJson(this.#description));
    renameSync(`${file}.new`, file);
  }

  installExchange(installation: ExchangeInstallation): Promise<void> {
    return installExchange(this, installation);
  }

  addService(service: ServiceOrder): Promise<void> {
    return addService(this, service);
  }

  addCertificate(
    certificate: StoredCertificate,
    store: CertificateStore,
    options?: StoreOptions,
  ): Promise<void> {
    return addCertificate(this, certificate, store, options);
  }

  removeCertificate(thumbprint: string, store: CertificateStore): Promise<void> {
    return removeCertificate(this, thumbprint, store);
  }

  negotiate(): Promise<Negotiations> {
    return negotiate(this);
  }

  toWindowsPath(linuxPath: string): string {
    return toWindowsPath(this.folder, linuxPath);
  }

  toLocalPath(windowsPath: string): string {
    return toLinuxPath(this.folder, windowsPath);
  }

  async dispose(): Promise<void> {
    if (this.#disposed) return;
    await this.#started.catch(() => {});
    this.#disposed = true;
    await endPrefix(this.#keeper);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.dispose();
  }
}

/** Once in some hundred starts Wine cannot start a program at all; nothing has happened then, and the next start works. */
function isNotStarted({ exitCode, stdout, stderr }: RunResult): boolean {
  return exitCode !== 0 && (stdout + stderr).includes('ShellExecuteEx failed');
}
