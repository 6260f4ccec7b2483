// The environment in which Windows programs run on a host: the same on every machine, whatever the developer's is.
import { userInfo } from 'node:os';

/** Where PowerShell 7 lies on every host of the bench, as its installer puts it. */
export const POWERSHELL_EXE = 'C:\\Program Files\\PowerShell\\7\\pwsh.exe';

/** Fewer than these and .NET under Wine dies or dawdles; the rest keeps PowerShell from calling home. */
const DOTNET_SETTINGS = {
  // Without it longer scripts die under Wine with "Internal CLR error (0x80131506)".
  DOTNET_EnableWriteXorExecute: '0',
  DOTNET_TieredPGO: '0',
  DOTNET_CLI_TELEMETRY_OPTOUT: '1',
  POWERSHELL_TELEMETRY_OPTOUT: '1',
  POWERSHELL_UPDATECHECK: 'Off',
};

/**
 * Environment for a program of the host whose Wine prefix this is. Windows programs inherit it, apart from what Wine
 * keeps to itself (PATH, HOME, TEMP, TMP, WINE*).
 */
export function hostEnvironment(prefix: string): Record<string, string> {
  const environment: Record<string, string> = {
    ...DOTNET_SETTINGS,
    PATH: '/usr/local/bin:/usr/bin:/bin',
    HOME: prefix,
    USER: userInfo().username,
    // Wine reads arguments and file names in this encoding.
    LC_ALL: 'C.UTF-8',
    WINEPREFIX: prefix,
    WINEARCH: 'win64',
    WINEDEBUG: '-all',
    // No entries in the developer's desktop menus. (mscoree must stay: .NET's own files do not load without it.)
    WINEDLLOVERRIDES: 'winemenubuilder.exe=',
  };
  const zone = process.env['TZ'];
  if (zone !== undefined) environment['TZ'] = zone;
  return environment;
}
