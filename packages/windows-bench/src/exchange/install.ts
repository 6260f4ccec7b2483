// Makes a host look as if Exchange's set-up had run: registry, files, snap-in, services.
import { mkdirSync, writeFileSync } from 'node:fs';
import type { ExchangeProduct, ExchangeRole } from '../description/exchange.ts';
import { EMPTY_PROGRAM, makeExecutable } from '../executables/portable-executable.ts';
import type { WindowsHost } from '../host.ts';
import type { RegistryDescription } from '../registry.ts';
import { addService } from '../services.ts';
import { consoleFile, remoteShell } from './shell-files.ts';

/** Which Exchange, as set-up leaves it. */
export type ExchangeInstallation = {
  readonly product: ExchangeProduct;
  /** File version of ExSetup.exe, such as 15.1.2507.27. */
  readonly build: string;
  /** Build that set-up wrote to the registry; a security update does not change it. Default: `build`. */
  readonly setupBuild?: string;
  /** Default: Mailbox (2010: also ClientAccess and HubTransport). Management tools always come with it. */
  readonly roles?: readonly ExchangeRole[];
  /** Windows path. Default: as set-up proposes. */
  readonly folder?: string;
  /** Snap-ins that are registered and named in exShell.psc1. */
  readonly snapIns?: readonly string[];
  /** Whether `RemoteExchange.ps1` connects. Default: yes where there is a mailbox server. */
  readonly remoting?: boolean;
  /** Whether the transport services run. Default: true. */
  readonly running?: boolean;
};

const ROLE_KEYS: Readonly<Record<ExchangeRole, readonly string[]>> = {
  Mailbox: ['MailboxRole', 'ClientAccessRole', 'HubTransportRole', 'FrontendTransportRole'],
  ClientAccess: ['ClientAccessRole'],
  HubTransport: ['HubTransportRole'],
  Edge: ['EdgeTransportRole'],
  AdminTools: [],
};

/** Installs it (0.2 s, 1 s with running services) and tells the fakes of it. */
export async function installExchange(host: WindowsHost, order: ExchangeInstallation): Promise<void> {
  const is2010 = order.product === '2010';
  const roles = order.roles ?? (is2010 ? ['Mailbox', 'ClientAccess', 'HubTransport'] : ['Mailbox']);
  const folder = order.folder ?? `C:\\Program Files\\Microsoft\\Exchange Server\\${is2010 ? 'V14' : 'V15'}`;
  const snapIns = order.snapIns ?? [
    is2010
      ? 'Microsoft.Exchange.Management.PowerShell.E2010'
      : 'Microsoft.Exchange.Management.PowerShell.SnapIn',
  ];
  await host.setRegistry(registry(order, roles, folder, snapIns));
  writeFiles(host, order, roles, folder, snapIns);
  const transport = roles.some((role) => role !== 'AdminTools' && role !== 'ClientAccess');
  if (transport) {
    const running = order.running ?? true;
    await addService(host, {
      name: 'MSExchangeTransport',
      displayName: 'Microsoft Exchange Transport',
      running,
    });
    if (!is2010 && roles.includes('Mailbox')) {
      const displayName = 'Microsoft Exchange Frontend Transport';
      await addService(host, { name: 'MSExchangeFrontEndTransport', displayName, running });
    }
  }
  const version = (order.setupBuild ?? order.build).split('.').map(Number);
  const shown = `Version ${version[0]}.${version[1]} (Build ${version[2]}.${version[3]})`;
  await host.describe({
    eventProviders: transport ? ['MSExchangeTransport', 'MSExchangeFrontEndTransport'] : [],
    exchange: { product: order.product, roles, snapIns, adminDisplayVersion: shown },
  });
}

function registry(
  order: ExchangeInstallation,
  roles: readonly ExchangeRole[],
  folder: string,
  snapIns: readonly string[],
): RegistryDescription {
  const base = `HKLM\\SOFTWARE\\Microsoft\\ExchangeServer\\${order.product === '2010' ? 'v14' : 'v15'}`;
  const build = order.setupBuild ?? order.build;
  const [major = 0, minor = 0, buildMajor = 0, buildMinor = 0] = build.split('.').map(Number);
  const keys: Record<string, RegistryDescription[string]> = {
    [`${base}\\Setup`]: {
      MsiInstallPath: `${folder}\\`,
      MsiProductMajor: major,
      MsiProductMinor: minor,
      MsiBuildMajor: buildMajor,
      MsiBuildMinor: buildMinor,
    },
  };
  const names = new Set(['AdminTools', ...roles.flatMap((role) => roleKeys(order.product, role))]);
  for (const name of names) keys[`${base}\\${name}`] = { ConfiguredVersion: build, UnpackedVersion: build };
  for (const name of snapIns) {
    keys[`HKLM\\SOFTWARE\\Microsoft\\PowerShell\\1\\PowerShellSnapIns\\${name}`] = {
      ApplicationBase: `${folder}\\bin`,
      AssemblyName: `Microsoft.Exchange.PowerShell.Configuration, Version=${major}.0.0.0`,
      Description: 'Admin Tasks for the Exchange Server',
      ModuleName: `${folder}\\bin\\Microsoft.Exchange.PowerShell.configuration.dll`,
      PowerShellVersion: '1.0',
      Vendor: 'Microsoft Corporation',
      Version: build,
    };
  }
  return keys;
}

// From 2013 on the mailbox server holds the client access and transport services too.
function roleKeys(product: ExchangeProduct, role: ExchangeRole): readonly string[] {
  return product === '2010' && role === 'Mailbox' ? ['MailboxRole'] : ROLE_KEYS[role];
}

function writeFiles(
  host: WindowsHost,
  order: ExchangeInstallation,
  roles: readonly ExchangeRole[],
  folder: string,
  snapIns: readonly string[],
): void {
  const local = host.toLocalPath(folder);
  mkdirSync(`${local}/bin`, { recursive: true });
  const texts = {
    ProductName: 'Microsoft® Exchange',
    CompanyName: 'Microsoft Corporation',
    InternalName: 'ExSetup.exe',
  };
  const version = { fileVersion: order.build, texts };
  writeFileSync(`${local}/bin/ExSetup.exe`, makeExecutable({ ...EMPTY_PROGRAM, version }));
  writeFileSync(`${local}/bin/exShell.psc1`, consoleFile(snapIns));
  const remoting = order.remoting ?? roles.includes('Mailbox');
  writeFileSync(`${local}/bin/RemoteExchange.ps1`, remoteShell(remoting));
}
