// Every setting: its name, what it accepts, and what holds when nobody set it.
import { rules, type SectionName, sectionNames } from '@mailflow-tls/core';
import { type LogLevel, logLevels } from '../log/log.ts';
import { type LanguageCode, languageCodes } from '../words/words.ts';
import type { Places } from './places.ts';

/** Verdicts that `--fail-on` takes, mildest first, and `never`. */
export const failOnNames = ['info', 'notChecked', 'warn', 'fail', 'never'] as const;
export type FailOn = (typeof failOnNames)[number];

export interface SettingValues {
  /** Null: the language of the system. */
  language: LanguageCode | null;
  logFolder: string;
  logLevel: LogLevel;
  timeoutSeconds: number;
  /** Null: the Windows PowerShell of the system. */
  powershellPath: string | null;
  skipSections: readonly SectionName[];
  /** Ids and areas. */
  skipRules: readonly string[];
  failOn: FailOn;
  /** `https://collector.corp.example:8443`; null: no delivery over HTTPS. */
  collectorUrl: string | null;
  /** Certificates in PEM of those that may vouch for the collector; null: those that Windows trusts. */
  collectorCaFile: string | null;
  /** SHA-256 of the collector's public key (SPKI), base64; null: not pinned. */
  collectorPin: string | null;
  /** `http://proxy.corp.example:8080`; null: none. */
  proxyUrl: string | null;
  enrolmentToken: string | null;
  /** Folder in which reports are left for the collector; null: no delivery by way of a share. */
  shareFolder: string | null;
  spoolReports: number;
  spoolMegabytes: number;
  spoolDays: number;
  /** `run` waits a random time up to this. */
  randomDelaySeconds: number;
  /** `run` ends after this time, the random delay not counted. */
  runSeconds: number;
}
export type SettingName = keyof SettingValues;

/** What kind of value a setting takes, for those who write it elsewhere, such as policy templates. */
export type Shape =
  | { kind: 'choice'; values: readonly string[] }
  | { kind: 'number'; least: number; most: number }
  | { kind: 'text'; longest: number }
  | { kind: 'list' };

export interface Setting<T> {
  shape: Shape;
  /** What it accepts, for messages and documents; a literal that is never translated. */
  accepts: string;
  /** Undefined when the value is not acceptable. Takes what JSON and the registry can hold. */
  parse(raw: unknown): T | undefined;
  default(places: Places): T;
  /**
   * Whether the settings file of a Windows host may set it. What a privileged run starts or writes to must not come
   * from a file that a user could have put there before the program was installed.
   */
  inFile: boolean;
  /** Never shown. */
  secret?: true;
}

export type Settings = { readonly [N in SettingName]: Setting<SettingValues[N]> };

export const longestTimeoutSeconds = 3600;

export const settings: Settings = {
  language: { ...choice(languageCodes), default: () => null, inFile: true },
  logFolder: { ...fullPath(), default: (places) => places.logFolder, inFile: false },
  logLevel: { ...choice(logLevels), default: () => 'info', inFile: true },
  timeoutSeconds: { ...wholeNumber(5, longestTimeoutSeconds), default: () => 120, inFile: true },
  powershellPath: { ...fullPath(), default: () => null, inFile: false },
  skipSections: { ...list(sectionNames, 'names of sections'), default: () => [], inFile: true },
  skipRules: { ...list(ruleNames(), 'ids of rules and areas'), default: () => [], inFile: true },
  failOn: { ...choice(failOnNames), default: () => 'fail', inFile: true },
  collectorUrl: { ...address('https'), default: () => null, inFile: false },
  collectorCaFile: { ...fullPath(), default: () => null, inFile: false },
  collectorPin: { ...pin(), default: () => null, inFile: false },
  proxyUrl: { ...address('http'), default: () => null, inFile: false },
  enrolmentToken: { ...text(200), default: () => null, inFile: false, secret: true },
  shareFolder: { ...fullPath(), default: () => null, inFile: false },
  spoolReports: { ...wholeNumber(1, 10_000), default: () => 1000, inFile: true },
  spoolMegabytes: { ...wholeNumber(1, 10_000), default: () => 200, inFile: true },
  spoolDays: { ...wholeNumber(1, 365), default: () => 30, inFile: true },
  randomDelaySeconds: { ...wholeNumber(0, longestTimeoutSeconds), default: () => 300, inFile: true },
  runSeconds: { ...wholeNumber(30, longestTimeoutSeconds), default: () => 600, inFile: true },
};

export const settingNames = Object.keys(settings) as SettingName[]; // Object.keys forgets the key type

/** Everything that names rules: ids and areas. */
export function ruleNames(): string[] {
  const ids = rules.map((rule) => String(rule.id));
  return [...new Set(ids.map((id) => id.slice(0, id.indexOf('/')))), ...ids];
}

type Parser<T> = Pick<Setting<T>, 'shape' | 'accepts' | 'parse'>;

function choice<T extends string>(values: readonly T[]): Parser<T> {
  return {
    shape: { kind: 'choice', values },
    accepts: values.join(' | '),
    parse: (raw) =>
      typeof raw === 'string'
        ? values.find((value) => value.toLowerCase() === raw.trim().toLowerCase())
        : undefined,
  };
}

function wholeNumber(least: number, most: number): Parser<number> {
  return {
    shape: { kind: 'number', least, most },
    accepts: `${least}–${most}`,
    parse(raw) {
      const value = typeof raw === 'string' && /^\d+$/.test(raw.trim()) ? Number(raw) : raw;
      return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
        ? value
        : undefined;
    },
  };
}

/** Relative paths would mean another place for each account and folder from which the program is started. */
function fullPath(): Parser<string> {
  return {
    shape: { kind: 'text', longest: 1000 },
    accepts: 'C:\\…',
    parse(raw) {
      if (typeof raw !== 'string') return undefined;
      const path = raw.trim();
      return /^(?:[a-zA-Z]:[\\/]|\\\\[^\\/?.]|\/)/.test(path) && !path.includes('\0') ? path : undefined;
    },
  };
}

/** Only the address of a server: what comes behind it is the program's own business, and secrets do not belong there. */
function address(scheme: 'http' | 'https'): Parser<string> {
  return {
    shape: { kind: 'text', longest: 1000 },
    accepts: `${scheme}://host[:port]`,
    parse(raw) {
      if (typeof raw !== 'string' || !URL.canParse(raw.trim())) return undefined;
      const url = new URL(raw.trim());
      const isPlain = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
      return url.protocol === `${scheme}:` && url.hostname !== '' && isPlain ? url.origin : undefined;
    },
  };
}

/** As browsers and curl write it, with or without `sha256/`. */
function pin(): Parser<string> {
  return {
    shape: { kind: 'text', longest: 51 },
    accepts: 'sha256/…=',
    parse: (raw) =>
      typeof raw === 'string' ? /^(?:sha256\/)?([\w+/]{43}=)$/.exec(raw.trim())?.[1] : undefined,
  };
}

function text(longest: number): Parser<string> {
  return {
    shape: { kind: 'text', longest },
    accepts: `1–${longest}`,
    parse(raw) {
      const value = typeof raw === 'string' ? raw.trim() : '';
      return value !== '' && value.length <= longest ? value : undefined;
    },
  };
}

/** A list in JSON or REG_MULTI_SZ, or one text with commas. */
function list<T extends string>(known: readonly T[], accepts: string): Parser<readonly T[]> {
  return {
    shape: { kind: 'list' },
    accepts,
    parse(raw) {
      const items = typeof raw === 'string' ? raw.split(',') : raw;
      if (!Array.isArray(items)) return undefined;
      const found: T[] = [];
      for (const item of items) {
        const name = typeof item === 'string' ? item.trim().toLowerCase() : undefined;
        if (name === '') continue;
        const match = known.find((candidate) => candidate.toLowerCase() === name);
        if (match === undefined) return undefined;
        if (!found.includes(match)) found.push(match);
      }
      return found;
    },
  };
}
