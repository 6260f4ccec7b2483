// Puts the settings together: command line over environment over file over default, and remembers where each came from.
import { readFileSync } from 'node:fs';
import { BlockList, isIP } from 'node:net';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { UsageError } from '../usage-error.ts';
import {
  addresses,
  choice,
  database,
  listen,
  mailSchema,
  object,
  oidcSchema,
  type Parse,
  path,
  webAddress,
  wholeNumber,
} from './setting-values.ts';
import type { Settings } from './settings.ts';

const settingsFileName = 'collector.json';
const environmentPrefix = 'MAILFLOW_TLS_COLLECTOR_';

interface Setting {
  accepts: string;
  parse: Parse;
  fallback: unknown;
  /** Never shown whole. */
  secret?: true;
}

/** By name, as in the settings file. The folder of the data is found first, because the file lies in it. */
export const settingTable = {
  database: {
    accepts: 'sqlite | sqlite:<file> | postgres://…',
    parse: database,
    fallback: { kind: 'sqlite' },
    secret: true,
  },
  listen: {
    accepts: '<port> | <address>:<port>',
    parse: listen,
    fallback: { host: '0.0.0.0', port: 8443 },
  },
  tls: { accepts: 'own | given | none', parse: choice('own', 'given', 'none'), fallback: null },
  tlsCertificate: { accepts: '<file>', parse: path, fallback: null },
  tlsKey: { accepts: '<file>', parse: path, fallback: null },
  trustedProxies: { accepts: '<address or range>, …', parse: addresses, fallback: [] },
  publicUrl: { accepts: 'https://…', parse: webAddress, fallback: null },
  shareFolder: { accepts: '<folder>', parse: path, fallback: null },
  reportDays: { accepts: '1–3650', parse: wholeNumber(1, 3650), fallback: 400 },
  rollupDays: { accepts: '1–36500', parse: wholeNumber(1, 36_500), fallback: 1825 },
  silentAfterHours: { accepts: '1–8760', parse: wholeNumber(1, 8760), fallback: 48 },
  logLevel: {
    accepts: 'error | warn | info | debug',
    parse: choice('error', 'warn', 'info', 'debug'),
    fallback: 'info',
  },
  oidc: { accepts: '{issuer, clientId, …}', parse: object(oidcSchema), fallback: null },
  mail: { accepts: '{host, from, …}', parse: object(mailSchema), fallback: null },
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof settingTable;
export const settingNames = Object.keys(settingTable) as SettingName[]; // Object.keys forgets the key type

export interface LoadedSettings {
  settings: Settings;
  logLevel: string;
  /** By setting, `dataFolder` too: what holds, as it may be shown, and where it came from. */
  origins: readonly { name: string; value: string; origin: string }[];
}

export interface SettingSources {
  /** By setting, as texts. */
  commandLine: Readonly<Record<string, string | undefined>>;
  environment: Readonly<Record<string, string | undefined>>;
  /** Where relative paths of the command line begin. */
  workingFolder: string;
}

/** Throws UsageError for whatever cannot be used, naming the place. */
export function loadSettings(sources: SettingSources): LoadedSettings {
  const data = dataFolderOf(sources);
  const file = join(data.folder, settingsFileName);
  const fromFile = readSettingsFile(file);
  const values = new Map<SettingName, unknown>();
  const origins = [{ name: 'dataFolder', value: data.folder, origin: data.origin }];
  for (const name of settingNames) {
    const setting: Setting = settingTable[name];
    const { raw, origin, folder } = find(name, sources, fromFile, { file, dataFolder: data.folder });
    const value = raw === undefined ? setting.fallback : setting.parse(raw, folder);
    if (value === undefined) {
      const shown = setting.secret === true ? '' : ` “${String(raw).slice(0, 80)}”`;
      throw new UsageError(
        `The setting ${name}${shown} (${origin}) is not acceptable.`,
        `Give ${setting.accepts}.`,
      );
    }
    values.set(name, value);
    origins.push({ name, value: shownValue(value), origin });
  }
  const settings = assemble(data.folder, values);
  // What holds when nobody set it depends on the two files.
  const tls = origins.find(({ name }) => name === 'tls');
  if (tls !== undefined) tls.value = settings.tls.kind;
  return { settings, logLevel: String(values.get('logLevel')), origins };
}

function environmentName(name: string): string {
  return `${environmentPrefix}${name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}

export function flagName(name: string): string {
  return `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function dataFolderOf({ commandLine, environment, workingFolder }: SettingSources): {
  folder: string;
  origin: string;
} {
  if (commandLine['dataFolder'] !== undefined) {
    return { folder: resolve(workingFolder, commandLine['dataFolder']), origin: flagName('dataFolder') };
  }
  const name = environmentName('dataFolder');
  const given = environment[name];
  if (given !== undefined && given !== '') return { folder: resolve(workingFolder, given), origin: name };
  const programData = environment['ProgramData'];
  const folder =
    programData !== undefined
      ? join(programData, 'mailflow-tls', 'collector')
      : process.getuid?.() === 0
        ? '/var/lib/mailflow-tls-collector'
        : join(homedir(), '.mailflow-tls-collector');
  return { folder, origin: 'default' };
}

function readSettingsFile(file: string): Readonly<Record<string, unknown>> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return {};
    throw new UsageError(`${file} cannot be read: ${String(error)}.`, 'Let this account read it.');
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${file} is not JSON: ${String(error)}.`, 'Correct it, or move it away.');
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new UsageError(`${file} holds no object.`, 'Write the settings as {"listen": "0.0.0.0:8443"}.');
  }
  const unknown = Object.keys(parsed).find((name) => !Object.hasOwn(settingTable, name));
  if (unknown !== undefined) {
    throw new UsageError(
      `${file} names “${unknown.slice(0, 80)}”, which is no setting.`,
      `The settings are ${settingNames.join(', ')}.`,
    );
  }
  return { ...parsed };
}

function find(
  name: SettingName,
  { commandLine, environment, workingFolder }: SettingSources,
  fromFile: Readonly<Record<string, unknown>>,
  places: { file: string; dataFolder: string },
): { raw: unknown; origin: string; folder: string } {
  const flag = commandLine[name];
  if (flag !== undefined) return { raw: flag, origin: flagName(name), folder: workingFolder };
  const variable = environmentName(name);
  const set = environment[variable];
  if (set !== undefined && set !== '') return { raw: set, origin: variable, folder: workingFolder };
  const kept = fromFile[name];
  if (kept !== undefined && kept !== null)
    return { raw: kept, origin: places.file, folder: places.dataFolder };
  return { raw: undefined, origin: 'default', folder: places.dataFolder };
}

function assemble(dataFolder: string, values: ReadonlyMap<SettingName, unknown>): Settings {
  // Each value was made by the parser of its setting, which gives what the type says.
  const get = <T>(name: SettingName): T => values.get(name) as T;
  const base = get<{ kind: 'sqlite'; file?: string } | { kind: 'postgres'; url: string }>('database');
  const settings: Settings = {
    dataFolder,
    database:
      base.kind === 'sqlite' ? { kind: 'sqlite', file: base.file ?? join(dataFolder, 'collector.db') } : base,
    listen: get('listen'),
    tls: assembleTls(get('tls'), get('tlsCertificate'), get('tlsKey')),
    trustedProxies: get('trustedProxies'),
    publicUrl: get('publicUrl'),
    shareFolder: get('shareFolder'),
    retention: { reportDays: get('reportDays'), rollupDays: get('rollupDays') },
    silentAfterHours: get('silentAfterHours'),
    oidc: get('oidc'),
    mail: get('mail'),
  };
  if (
    settings.tls.kind === 'none' &&
    !isLoopback(settings.listen.host) &&
    settings.trustedProxies.length === 0
  )
    throw new UsageError(
      `Without TLS the collector does not listen on ${settings.listen.host}.`,
      'Listen on 127.0.0.1, or name the proxy that adds TLS in trustedProxies, or leave TLS on.',
    );
  return settings;
}

function assembleTls(
  tls: 'own' | 'given' | 'none' | null,
  certificate: string | null,
  key: string | null,
): Settings['tls'] {
  const kind = tls ?? (certificate === null && key === null ? 'own' : 'given');
  if (kind !== 'given') return { kind };
  if (certificate === null || key === null) {
    throw new UsageError('A given certificate needs two files.', 'Set both tlsCertificate and tlsKey.');
  }
  return { kind: 'given', certificate, key };
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

export function isLoopback(host: string): boolean {
  if (host === 'localhost') return true;
  const kind = isIP(host);
  return kind !== 0 && loopback.check(host, kind === 4 ? 'ipv4' : 'ipv6');
}

function shownValue(value: unknown): string {
  if (value === null) return 'none';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  // The password of a connection string.
  return text.replaceAll(/(:\/\/[^:@/\s"]*):[^@\s"]*@/g, '$1:…@');
}
