// The two files through which a script gets at Exchange's cmdlets.

/** `exShell.psc1`: names the snap-ins to load. */
export function consoleFile(snapIns: readonly string[]): string {
  const lines = snapIns.map((name) => `    <PSSnapIn Name="${name}" />`);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<PSConsoleFile ConsoleSchemaVersion="1.0">',
    '  <PSVersion>1.0</PSVersion>',
    '  <PSSnapIns>',
    ...lines,
    '  </PSSnapIns>',
    '</PSConsoleFile>',
    '',
  ].join('\r\n');
}

/** `RemoteExchange.ps1`: brings `Connect-ExchangeServer`, which brings the cmdlets by implicit remoting. */
export function remoteShell(connects: boolean): string {
  const work = connects
    ? `Import-Module "$env:ProgramFiles\\PowerShell\\Modules\\MailflowTlsFakes\\exchange\\MailflowTlsFakes.Exchange.psm1" -Global -DisableNameChecking -ArgumentList $true`
    : `throw 'Failed to connect to an Exchange server in the current site.'`;
  return `function global:Connect-ExchangeServer {
  [CmdletBinding()]
  param([switch] $Auto, [string] $ServerFqdn, $ClientApplication, [switch] $AllowClobber)
  ${work}
}
`;
}
