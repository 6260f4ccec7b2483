// What a test can do with a Windows host, and how it gets one.

import type { CertificateStore, StoredCertificate, StoreOptions } from './certificates/store.ts';
import type { HostDescription } from './description/description.ts';
import type { ExchangeInstallation } from './exchange/install.ts';
import type { Negotiations } from './negotiate.ts';
import type { RegistryDescription } from './registry.ts';
import type { RunOptions, RunResult } from './run.ts';
import type { ServiceOrder } from './services.ts';
import { thisWindows } from './this-windows.ts';
import { findTools } from './tools.ts';
import { createWineHost } from './wine-host.ts';

/** How a host is made. */
export type HostOptions = {
  /** NetBIOS name of the host. Default: EX01. */
  readonly computerName?: string;
  /** DNS suffix of the host. Default: contoso.local. */
  readonly domain?: string;
};

/** The text of a script, or a script file (a path of this machine) with its arguments. */
export type PowerShellScript = string | { readonly file: string; readonly args?: readonly string[] };

/** A Windows host. Paths of this machine are given as they are here; Windows paths only where a name says so. */
export interface WindowsHost extends AsyncDisposable {
  /** `wine`: a folder of this machine, to be changed at will. `windows`: this very machine, only to be read. */
  readonly kind: 'wine' | 'windows';
  /** Windows path of the PowerShell that runs here. */
  readonly powershell: string;
  /** Windows path of the Node that runs here. */
  readonly node: string;
  /** Folder of this machine that holds the host; goes with it. */
  readonly folder: string;
  /** Writes keys and values; one call takes about 0.1 s, however many there are. */
  setRegistry(description: RegistryDescription): Promise<void>;
  /** Imports the text of a .reg file as an administrator would. Throws with what the importer said when it refuses. */
  importReg(text: string): Promise<void>;
  /** Says what the fakes tell of this host. Later calls add to earlier ones, and running processes see them. */
  describe(description: HostDescription): Promise<void>;
  /** Runs a program by its Windows path (or a name that Windows finds) and waits for its end. */
  run(program: string, args?: readonly string[], options?: RunOptions): Promise<RunResult>;
  /** Runs a script of this machine with the host's Node. */
  runNode(script: string, args?: readonly string[], options?: RunOptions): Promise<RunResult>;
  /** Runs a script with the host's PowerShell, its output in UTF-8. */
  runPowerShell(script: PowerShellScript, options?: RunOptions): Promise<RunResult>;
  /** Makes the host look as Exchange's set-up leaves it: registry, ExSetup.exe, snap-in, services, and the fakes told. */
  installExchange(installation: ExchangeInstallation): Promise<void>;
  /** Adds a service that the service manager knows, and starts it. */
  addService(service: ServiceOrder): Promise<void>;
  /** Stores a certificate of the local machine, with its private key if it has one. */
  addCertificate(
    certificate: StoredCertificate,
    store: CertificateStore,
    options?: StoreOptions,
  ): Promise<void>;
  removeCertificate(thumbprint: string, store: CertificateStore): Promise<void>;
  /** Lets the host's Schannel, as its registry is now, negotiate as a client with a server that takes every version. */
  negotiate(): Promise<Negotiations>;
  /** The path under which a program of the host finds a file of this machine. */
  toWindowsPath(localPath: string): string;
  /** The path under which this machine finds a file of the host. */
  toLocalPath(windowsPath: string): string;
  /** Ends every program of the host and removes its folder. Happens by itself when this process ends. */
  dispose(): Promise<void>;
}

/**
 * Makes a host; on Windows it is this machine, to be read only. Throws with a remedy where the bench cannot run: ask
 * `benchAvailability` first.
 */
export async function createHost(options: HostOptions = {}): Promise<WindowsHost> {
  if (process.platform === 'win32') return thisWindows();
  const tools = findTools();
  if (typeof tools === 'string') throw new Error(tools);
  return createWineHost(tools, options);
}
