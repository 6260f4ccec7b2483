// How a script is handed to PowerShell so that its output comes back whole.

/** Everything before the script's path. */
export const powerShellFlags: readonly string[] = [
  '-NoLogo',
  '-NoProfile',
  '-NonInteractive',
  '-ExecutionPolicy',
  'Bypass',
  '-File',
];

/**
 * The script that runs another one with input and output in UTF-8 (a console's own code page knows few letters) and
 * without colours; its exit code is passed on.
 */
export function wrapScript(windowsPath: string): string {
  return `\uFEFF[Console]::InputEncoding = [Console]::OutputEncoding = [Text.UTF8Encoding]::new($false)
if (Test-Path variable:PSStyle) { $PSStyle.OutputRendering = 'PlainText' }
$global:LASTEXITCODE = 0
& '${windowsPath.replaceAll("'", "''")}' @args
exit $LASTEXITCODE
`;
}
