// Where the program keeps its settings and its log on this system.
import { posix, win32 } from 'node:path';

export interface Places {
  settingsFile: string;
  logFolder: string;
  /** How far the mail logs of this host were read. */
  mailLogState: string;
  /** Key, spool and state of delivery; closed to all but SYSTEM and administrators. */
  deliveryFolder: string;
}

export const registryKeys = {
  policy: 'HKLM\\SOFTWARE\\Policies\\mailflow-tls',
  installer: 'HKLM\\SOFTWARE\\mailflow-tls',
} as const;

/** On Windows one place for all accounts; elsewhere, where only kept facts are judged, the user's own folders. */
export function placesOf(platform: NodeJS.Platform, env: NodeJS.ProcessEnv, home: string): Places {
  if (platform === 'win32') {
    const folder = win32.join(env.ProgramData || 'C:\\ProgramData', 'mailflow-tls');
    return {
      settingsFile: win32.join(folder, 'settings.json'),
      logFolder: win32.join(folder, 'logs'),
      mailLogState: win32.join(folder, 'state', 'mail-logs.json'),
      deliveryFolder: win32.join(folder, 'delivery'),
    };
  }
  const config = env.XDG_CONFIG_HOME || posix.join(home, '.config');
  const state = env.XDG_STATE_HOME || posix.join(home, '.local', 'state');
  return {
    settingsFile: posix.join(config, 'mailflow-tls', 'settings.json'),
    logFolder: posix.join(state, 'mailflow-tls', 'logs'),
    mailLogState: posix.join(state, 'mailflow-tls', 'mail-logs.json'),
    deliveryFolder: posix.join(state, 'mailflow-tls', 'delivery'),
  };
}
