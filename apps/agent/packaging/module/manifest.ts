// The manifest of the PowerShell module, with the version of the program that it belongs to.
import { guidOf } from '../msi/guid.ts';

export const moduleFiles = ['MailflowTls.psm1', 'MailflowTls.Format.ps1xml'] as const;

const functions = [
  'Test-MailflowTls',
  'Get-MailflowTlsFact',
  'Resolve-MailflowTlsError',
  'Get-MailflowTlsUsage',
  'Invoke-MailflowTlsReport',
];

export function moduleManifest(version: string): string {
  return [
    '# Describes the module MailflowTls.',
    '@{',
    "  RootModule = 'MailflowTls.psm1'",
    `  ModuleVersion = '${version}'`,
    `  GUID = '${guidOf('PowerShell module').slice(1, -1)}'`,
    "  Author = 'mailflow-tls'",
    "  Description = 'Tells whether an Exchange host keeps mail flowing with Office 365 as far as TLS decides it.'",
    "  PowerShellVersion = '5.1'",
    "  CompatiblePSEditions = @('Desktop', 'Core')",
    "  FormatsToProcess = @('MailflowTls.Format.ps1xml')",
    `  FunctionsToExport = @(${functions.map((name) => `'${name}'`).join(', ')})`,
    '  CmdletsToExport = @()',
    '  VariablesToExport = @()',
    '  AliasesToExport = @()',
    '}',
    '',
  ].join('\r\n');
}
