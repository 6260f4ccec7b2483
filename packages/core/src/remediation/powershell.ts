// Writes the steps of a remedy as lines of PowerShell that can be copied and run as they are.
import { quotePowerShell } from './powershell-quote.ts';
import type { Remedy, Step } from './remedy.ts';

/** A registry path that the cmdlets take as it is: no wildcards, no slashes, no blanks at the edge of a name. */
const plainPath = /^HKLM(?:\\[\w.(){}-](?:[\w .(){}-]*[\w.(){}-])?)+$/;
const plainName = /^[\w.(){}-](?:[\w .(){}-]*[\w.(){}-])?$/;

const kinds = { REG_DWORD: 'DWord', REG_SZ: 'String', REG_MULTI_SZ: 'MultiString' } as const;

/**
 * The step as commands, none for one that is done by hand. They run in Windows PowerShell 5.1 as administrator; those
 * of the shells `exchange` and `cmd` run there.
 */
export function stepCommands(step: Step): string[] {
  switch (step.do) {
    case 'setValue':
      return setValue(step);
    case 'deleteValue':
      return [deleteValue(step.path, step.name)];
    case 'deleteKey':
      return [deleteKey(step.path)];
    case 'command':
      return [step.command];
    case 'restartWindows':
      return ['Restart-Computer'];
    case 'restartService':
      return [`Restart-Service -Name ${quotePowerShell(step.service)}`];
    case 'manual':
      return [];
  }
}

/** The commands of several steps in order; a key that two steps write to is made sure of only once. */
export function stepsCommands(steps: readonly Step[]): string[] {
  const ensured = new Set<string>();
  return steps.flatMap((step) => {
    if (step.do === 'deleteKey') ensured.clear();
    if (step.do !== 'setValue' || !ensured.has(step.path)) {
      if (step.do === 'setValue') ensured.add(step.path);
      return stepCommands(step);
    }
    return stepCommands(step).slice(-1);
  });
}

/** All commands of a remedy, in order. */
export function remedyCommands(remedy: Remedy): string[] {
  return stepsCommands(remedy.steps);
}

function setValue({ path, name, kind, data }: Extract<Step, { do: 'setValue' }>): string[] {
  const value = literal(data);
  if (!plainPath.test(path) || !plainName.test(name)) {
    const stored = kind === 'REG_MULTI_SZ' ? `[string[]]${value}` : value;
    return [
      `[Microsoft.Win32.Registry]::SetValue(${quotePowerShell(longHive(path))}, ${quotePowerShell(name)}, ${stored}, '${kinds[kind]}')`,
    ];
  }
  const drive = quotePowerShell(drivePath(path));
  return [
    // New-Item -Force on a key that exists would empty it.
    `if (-not (Test-Path -LiteralPath ${drive})) { New-Item -Path ${drive} -Force | Out-Null }`,
    `New-ItemProperty -LiteralPath ${drive} -Name ${quotePowerShell(name)} -Value ${value} -PropertyType ${kinds[kind]} -Force | Out-Null`,
  ];
}

function literal(data: number | string | readonly string[]): string {
  if (typeof data === 'string') return quotePowerShell(data);
  // PowerShell reads 0xFFFFFFFF as -1, which is what a DWORD of that value wants.
  if (typeof data === 'number')
    return data > 0x7fff_ffff ? `0x${data.toString(16).toUpperCase()}` : `${data}`;
  return `@(${data.map(quotePowerShell).join(', ')})`;
}

function deleteValue(path: string, name: string): string {
  if (plainPath.test(path) && plainName.test(name))
    return `Remove-ItemProperty -LiteralPath ${quotePowerShell(drivePath(path))} -Name ${quotePowerShell(name)}`;
  return `[Microsoft.Win32.Registry]::LocalMachine.OpenSubKey(${quotePowerShell(belowHive(path))}, $true).DeleteValue(${quotePowerShell(name)})`;
}

/** The provider reads `/` as a separator and drops blanks at the edge of names, both common in misprinted keys. */
function deleteKey(path: string): string {
  if (plainPath.test(path)) return `Remove-Item -LiteralPath ${quotePowerShell(drivePath(path))} -Recurse`;
  return `[Microsoft.Win32.Registry]::LocalMachine.DeleteSubKeyTree(${quotePowerShell(belowHive(path))})`;
}

function belowHive(path: string): string {
  return path.replace(/^HKLM\\/i, '');
}

function longHive(path: string): string {
  return path.replace(/^HKLM(?=\\)/i, 'HKEY_LOCAL_MACHINE');
}

function drivePath(path: string): string {
  return path.replace(/^HKLM(?=\\)/, 'HKLM:');
}
