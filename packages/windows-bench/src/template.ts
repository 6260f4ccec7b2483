// Makes, once per machine and set of versions, the Windows installation that every host is a copy of.
import { spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, onceOnThisMachine, sweep } from './cache.ts';
import { hostEnvironment, POWERSHELL_EXE } from './environment.ts';
import { endPrefix, keepPrefix } from './prefix.ts';
import { runInPrefix } from './run.ts';
import { findDotnet, fingerprint, type Tools } from './tools.ts';

const POWERSHELL = '7.6.9';
const DOTNET = '10.0.14';
/** Raise it when the steps below change. */
const RECIPE = '2';

/** PowerShell for Windows comes as a .NET tool; the two runtimes are what it runs on (the desktop one for its directory services). */
const RESTORE_PROJECT = `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences>
  </PropertyGroup>
  <ItemGroup>
    <PackageDownload Include="PowerShell" Version="[${POWERSHELL}]" />
    <PackageDownload Include="Microsoft.NETCore.App.Runtime.win-x64" Version="[${DOTNET}]" />
    <PackageDownload Include="Microsoft.WindowsDesktop.App.Runtime.win-x64" Version="[${DOTNET}]" />
  </ItemGroup>
</Project>
`;

/** Cmdlets that cannot work under Wine; without their entry in the manifest the fakes of the same name are found instead. */
const STRUCK_CMDLETS: Readonly<Record<string, readonly string[]>> = {
  'Microsoft.PowerShell.Management': ['Get-HotFix'],
  'Microsoft.PowerShell.Diagnostics': ['Get-WinEvent'],
  CimCmdlets: ['Get-CimInstance'],
};

function templateName(tools: Tools): string {
  const key = fingerprint([], [RECIPE, POWERSHELL, DOTNET, tools.wineVersion, RESTORE_PROJECT]);
  return `template-${key}`;
}

/**
 * The folder of the template, made now if this machine has none (about 15 s, 400 MB of disk).
 * It is built under a name of its own and renamed at the end, so that a killed run leaves no half of it.
 * Throws with the output of the step that failed.
 */
export async function template(tools: Tools): Promise<string> {
  const made = join(cacheFolder(), templateName(tools));
  await onceOnThisMachine(made, async () => {
    const building = join(cacheFolder(), 'building');
    mkdirSync(building, { recursive: true });
    sweep(building);
    const folder = join(building, `${process.pid}-${templateName(tools)}`);
    mkdirSync(folder);
    const keeper = keepPrefix(folder);
    try {
      await build(folder, tools);
      renameSync(folder, made);
    } catch (error) {
      // Another process was as quick: its template is as good.
      if (!existsSync(made)) throw error;
    } finally {
      await endPrefix(keeper);
    }
    forgetOldTemplates(made);
  });
  const now = new Date();
  utimesSync(made, now, now);
  return made;
}

/** Templates of other versions that no run has used for a month. */
function forgetOldTemplates(current: string): void {
  const MONTH = 30 * 86_400_000;
  for (const name of readdirSync(cacheFolder())) {
    const path = join(cacheFolder(), name);
    if (!name.startsWith('template-') || path === current) continue;
    if (Date.now() - statSync(path).mtimeMs > MONTH) rmSync(path, { recursive: true, force: true });
  }
}

async function build(prefix: string, tools: Tools): Promise<void> {
  const dotnet = findDotnet();
  if (typeof dotnet === 'string') throw new Error(dotnet);
  await restorePowerShell(prefix, dotnet.dotnet);
  const environment = hostEnvironment(prefix);
  await step(tools.wine, ['wineboot', '-i'], environment);
  await step(tools.wine, ['winecfg', '-v', 'win10'], environment);
  replaceLinksToHome(join(prefix, 'drive_c', 'users'));
  await warmUp(prefix, tools);
  await step(tools.wineserver, ['-k'], environment);
  await step(tools.wineserver, ['-w'], environment);
  removeServerFolder(prefix);
}

/** Debian's Wine notes in the prefix which folder of /tmp its server uses; a copy must not share it. */
function removeServerFolder(prefix: string): void {
  const note = join(prefix, 'wineserver');
  if (!existsSync(note)) return;
  const name = readFileSync(note, 'utf8').trim();
  if (/^wine-[A-Za-z0-9]+$/.test(name)) rmSync(join('/tmp', name), { recursive: true, force: true });
  rmSync(note);
}

/** Lays out PowerShell and .NET where their Windows installers put them, so that no DOTNET_ROOT is needed. */
async function restorePowerShell(prefix: string, dotnet: string): Promise<void> {
  const packages = join(prefix, 'packages');
  const project = join(prefix, 'restore.csproj');
  writeFileSync(project, RESTORE_PROJECT);
  try {
    await step(dotnet, ['restore', project, `-p:RestorePackagesPath=${packages}`], process.env);
  } catch (error) {
    throw new Error('PowerShell for Windows could not be fetched: check the network and the NuGet sources.', {
      cause: error,
    });
  }
  const programFiles = join(prefix, 'drive_c', 'Program Files');

  const powershell = join(programFiles, 'PowerShell', '7');
  mkdirSync(join(programFiles, 'PowerShell', 'Modules'), { recursive: true });
  renameSync(join(packages, 'powershell', POWERSHELL, 'tools', 'net10.0', 'any', 'win'), powershell);
  for (const [module, cmdlets] of Object.entries(STRUCK_CMDLETS)) {
    strike(join(powershell, 'Modules', module, `${module}.psd1`), cmdlets);
  }

  const root = join(programFiles, 'dotnet');
  for (const framework of ['Microsoft.NETCore.App', 'Microsoft.WindowsDesktop.App']) {
    const runtime = `${framework}.Runtime.win-x64`.toLowerCase();
    const source = join(packages, runtime, DOTNET, 'runtimes', 'win-x64');
    const target = join(root, 'shared', framework, DOTNET);
    mkdirSync(target, { recursive: true });
    for (const part of ['native', join('lib', 'net10.0')]) moveFiles(join(source, part), target);
  }
  const resolver = join(root, 'host', 'fxr', DOTNET);
  mkdirSync(resolver, { recursive: true });
  copyFileSync(
    join(root, 'shared', 'Microsoft.NETCore.App', DOTNET, 'hostfxr.dll'),
    join(resolver, 'hostfxr.dll'),
  );

  for (const rest of ['packages', 'restore.csproj', 'obj', 'bin']) {
    rmSync(join(prefix, rest), { recursive: true, force: true });
  }
}

function moveFiles(source: string, target: string): void {
  for (const entry of readdirSync(source, { withFileTypes: true })) {
    if (entry.isFile()) renameSync(join(source, entry.name), join(target, entry.name));
  }
}

function strike(manifest: string, cmdlets: readonly string[]): void {
  let text = readFileSync(manifest, 'utf8');
  for (const cmdlet of cmdlets) {
    const struck = text.replace(new RegExp(`["']${cmdlet}["']\\s*,?`), '');
    if (struck === text)
      throw new Error(`${manifest} names no ${cmdlet}: look how this PowerShell exports it.`);
    text = struck;
  }
  // Its signature no longer holds: away with it.
  writeFileSync(manifest, text.replace(/,(\s*\))/, '$1').replace(/\r?\n# SIG # Begin[\s\S]*$/, '\n'));
}

/** Wine links Documents and others to the home of whoever runs it: a host must not see, let alone write, those. */
function replaceLinksToHome(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const stat = lstatSync(path);
    if (stat.isSymbolicLink()) {
      rmSync(path);
      mkdirSync(path);
    } else if (stat.isDirectory()) {
      replaceLinksToHome(path);
    }
  }
}

/** Shows that PowerShell runs here, and lets it leave the start-up profile with which every host's starts quicker. */
async function warmUp(prefix: string, tools: Tools): Promise<void> {
  const result = await runInPrefix(prefix, tools, POWERSHELL_EXE, [
    '-NoProfile',
    '-NonInteractive',
    '-Command',
    "'warm'",
  ]);
  if (!result.stdout.includes('warm')) {
    throw new Error(
      `PowerShell does not run under ${tools.wineVersion} (exit code ${result.exitCode}): ${result.stderr}`,
    );
  }
}

/** Runs one step of the making of the template; throws with its output when it fails. */
function step(program: string, args: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else
        reject(
          new Error(
            `Making the bench's template failed: ${program} ${args.join(' ')} ended with ${code}.\n${output}`,
          ),
        );
    });
  });
}
