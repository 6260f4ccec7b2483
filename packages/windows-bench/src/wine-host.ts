// A Windows host in a folder: a copy of the template with a Wine server of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import {
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { cacheFolder, sweep } from './cache.ts';
import { addTo, type HostDescription, toFakesJson } from './description/description.ts';
import { hostEnvironment, POWERSHELL_EXE } from './environment.ts';
import { FAKES_DATA, fakeTypes, installFakes } from './fakes.ts';
import type { HostOptions, PowerShellScript, WindowsHost } from './host.ts';
import { encodeRegFile, type RegistryDescription, toRegFile } from './registry.ts';
import { type RunOptions, type RunResult, runInPrefix } from './run.ts';
import { template } from './template.ts';
import type { Tools } from './tools.ts';
import { toLinuxPath, toWindowsPath } from './windows-paths.ts';

/** Makes a host from the template, which is made first where there is none. */
export async function createWineHost(tools: Tools, options: HostOptions): Promise<WindowsHost> {
  const types = await fakeTypes(() => bareHost(tools, options));
  const host = await bareHost(tools, options);
  installFakes(join(host.folder, 'drive_c'), types);
  return host;
}

/** A host without the fakes. */
async function bareHost(tools: Tools, options: HostOptions): Promise<WineHost> {
  const source = join(await template(tools), 'prefix');
  const hosts = join(cacheFolder(), 'hosts');
  sweep(hosts);
  const prefix = mkdtempSync(join(hosts, `${process.pid}-`));
  const keeper = keep(prefix);
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

  /** Starts the Wine server and its services ahead of the first program, so that they are no descendants of it. */
  async #start(options: HostOptions): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const server = spawn(this.#tools.wineserver, ['-p'], {
        env: hostEnvironment(this.folder),
        stdio: 'ignore',
      });
      server.on('error', reject);
      server.on('exit', () => resolve());
    });
    // The first program that touches a window starts the desktop, which inherits its pipes and never lets go of them:
    // a Node that waits for the end of its PowerShell's outputs would wait for ever.
    const desktop = this.#run('rundll32', ['user32,GetDesktopWindow'], {});
    const name = options.computerName ?? 'EX01';
    const domain = options.domain ?? 'contoso.local';
    const base = 'HKLM\\SYSTEM\\CurrentControlSet';
    // Wine takes the name of this machine anew at each start of a prefix: it is set after that.
    await this.#import(
      toRegFile({
        [`${base}\\Control\\ComputerName\\ComputerName`]: { ComputerName: name },
        [`${base}\\Control\\ComputerName\\ActiveComputerName`]: { ComputerName: name },
        [`${base}\\Services\\Tcpip\\Parameters`]: {
          Hostname: name,
          Domain: domain,
          'NV Hostname': name,
          'NV Domain': domain,
        },
      }),
    );
    await desktop;
  }

  async #import(regFile: string): Promise<void> {
    const file = this.#newFile('reg');
    writeFileSync(file, encodeRegFile(regFile));
    const result = await this.#run('reg', ['import', this.toWindowsPath(file)], {});
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
    writeFileSync(wrapper, wrap(this.toWindowsPath(file)));
    const args = typeof script === 'string' ? [] : (script.args ?? []);
    try {
      const flags = ['-NoLogo', '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-File'];
      return await this.run(this.powershell, [...flags, this.toWindowsPath(wrapper), ...args], options);
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
    await end(this.#keeper);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.dispose();
  }
}

/** A script of the caller with its output in UTF-8 (a console's own code page knows few letters) and without colours. */
function wrap(windowsPath: string): string {
  return `\uFEFF[Console]::InputEncoding = [Console]::OutputEncoding = [Text.UTF8Encoding]::new($false)
$PSStyle.OutputRendering = 'PlainText'
$global:LASTEXITCODE = 0
& '${windowsPath.replaceAll("'", "''")}' @args
exit $LASTEXITCODE
`;
}

/** Ends what lives in a host and removes it, with the folder of /tmp that Debian's Wine notes in the prefix. */
const CLEAN = `read -r _
for round in 1 2 3 4 5; do
  pids=$(grep -lszxF "WINEPREFIX=$1" /proc/[0-9]*/environ | cut -d/ -f3)
  if [ -z "$pids" ]; then break; fi
  kill -9 $pids 2>/dev/null
done
case $(cat "$1/wineserver" 2>/dev/null) in wine-*[!A-Za-z0-9-]*) ;; wine-*) rm -rf "/tmp/$(cat "$1/wineserver")" ;; esac
rm -rf "$1"`;

/**
 * Watches over a host from outside: when this process ends, however it ends, the pipe closes and the host's programs and
 * folder go. Closing the pipe earlier does the same at once.
 */
function keep(prefix: string): ChildProcess {
  const env = { PATH: process.env['PATH'] ?? '/usr/bin:/bin' };
  const keeper = spawn('sh', ['-c', CLEAN, 'keeper', prefix], {
    env,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  keeper.unref();
  // A child's pipe is a socket at run time, though its type does not say so.
  if (keeper.stdin instanceof Socket) keeper.stdin.unref();
  return keeper;
}

function end(keeper: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (keeper.exitCode !== null) return resolve();
    keeper.ref();
    keeper.on('exit', () => resolve());
    keeper.stdin?.destroy();
  });
}

/** What is large and never written by a program is linked; the programs that only the template holds are one link. */
function copyPrefix(source: string, target: string): void {
  const shared = new Set(['drive_c/Program Files/dotnet', 'drive_c/Program Files/PowerShell/7']);
  const copy = (folder: string): void => {
    for (const entry of readdirSync(join(source, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const [from, to] = [join(source, path), join(target, path)];
      if (shared.has(path)) symlinkSync(from, to);
      else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(from), to);
      else if (entry.isDirectory()) {
        mkdirSync(to);
        copy(path);
      } else if (path.startsWith('drive_c/windows/') && statSync(from).size > 16_384) linkSync(from, to);
      else copyFileSync(from, to);
    }
  };
  copy('');
}
