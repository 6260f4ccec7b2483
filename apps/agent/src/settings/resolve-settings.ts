// Decides each setting: Group Policy, then the installation, then the settings file, then the default.
import { nearest } from '../nearest.ts';
import type { FileSettings } from './file-source.ts';
import { type Places, registryKeys } from './places.ts';
import type { RegistrySettings } from './registry-source.ts';
import { type SettingName, type SettingValues, settingNames, settings } from './settings.ts';

export type OriginKind = 'commandLine' | 'policy' | 'installer' | 'file' | 'default';

export interface Origin {
  from: OriginKind;
  /** Registry value or file; empty for a default or an option. */
  where: string;
}

/** Something wrong with a setting that did not stop the program: a warning of the words, with its values. */
export type SettingProblem =
  | {
      key: 'wrongValue';
      setting: SettingName;
      where: string;
      found: string;
      expected: string;
      used: string;
    }
  | { key: 'unknownSetting'; setting: string; where: string; suggestion: string | undefined }
  | { key: 'notFromFile'; setting: SettingName; where: string }
  | { key: 'registryNotRead'; code: string };

export interface ResolvedSettings {
  values: SettingValues;
  origins: Readonly<Record<SettingName, Origin>>;
  problems: readonly SettingProblem[];
}

export interface SettingSources {
  places: Places;
  registry: RegistrySettings;
  /** Null when the file could not be read. */
  file: Extract<FileSettings, { ok: true }> | null;
  isWindows: boolean;
}

interface Candidate {
  origin: Origin;
  raw: unknown;
}

export function resolveSettings(sources: SettingSources): ResolvedSettings {
  const problems: SettingProblem[] = [];
  if (sources.registry.problem !== null)
    problems.push({ key: 'registryNotRead', code: sources.registry.problem });
  const file = fileValues(sources, problems);
  const values: Partial<Record<SettingName, unknown>> = {};
  const origins: Partial<Record<SettingName, Origin>> = {};
  for (const name of settingNames) {
    const chosen = choose(name, candidates(name, sources, file), sources.places, problems);
    values[name] = chosen.value;
    origins[name] = chosen.origin;
  }
  return {
    // Filled for every name of the list above, by the parser that gives the type.
    values: values as unknown as SettingValues,
    origins: origins as Record<SettingName, Origin>,
    problems,
  };
}

function candidates(
  name: SettingName,
  { registry, places }: SettingSources,
  file: ReadonlyMap<SettingName, unknown>,
): Candidate[] {
  const found: Candidate[] = [];
  const valueName = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  for (const from of ['policy', 'installer'] as const) {
    const raw = registry[from].get(name.toLowerCase());
    if (raw !== undefined)
      found.push({ origin: { from, where: `${registryKeys[from]}\\${valueName}` }, raw });
  }
  if (file.has(name))
    found.push({ origin: { from: 'file', where: places.settingsFile }, raw: file.get(name) });
  return found;
}

/**
 * A wrong value counts as not set, so the next origin holds: a slip in a policy must not undo what the installation
 * says.
 */
function choose(
  name: SettingName,
  found: readonly Candidate[],
  places: Places,
  problems: SettingProblem[],
): { value: unknown; origin: Origin } {
  const setting = settings[name];
  const wrong: Candidate[] = [];
  let chosen: { value: unknown; origin: Origin } | undefined;
  for (const { origin, raw } of found) {
    const value = setting.parse(raw);
    if (value === undefined) wrong.push({ origin, raw });
    else chosen ??= { value, origin };
  }
  chosen ??= { value: setting.default(places), origin: { from: 'default', where: '' } };
  const used = setting.secret ? shownSecret : shownValue(chosen.value);
  for (const { origin, raw } of wrong)
    problems.push({
      key: 'wrongValue',
      setting: name,
      where: origin.where,
      found: setting.secret ? shownSecret : shownValue(raw),
      expected: setting.accepts,
      used,
    });
  return chosen;
}

function fileValues(
  { file, places, isWindows }: SettingSources,
  problems: SettingProblem[],
): ReadonlyMap<SettingName, unknown> {
  const taken = new Map<SettingName, unknown>();
  const where = places.settingsFile;
  for (const [key, raw] of file?.values ?? []) {
    if (key === '$schema' || raw === null) continue;
    const name = settingNames.find((candidate) => candidate.toLowerCase() === key.toLowerCase());
    if (name === undefined)
      problems.push({
        key: 'unknownSetting',
        setting: key.slice(0, 80),
        where,
        suggestion: nearest(key, settingNames),
      });
    else if (isWindows && !settings[name].inFile) problems.push({ key: 'notFromFile', setting: name, where });
    else taken.set(name, raw);
  }
  return taken;
}

/** Stands for a secret that is set. */
export const shownSecret = '***';

/** A value as people read it; `(system)` stands for what the system decides. */
export function shownValue(value: unknown): string {
  if (value === null) return '(system)';
  if (Array.isArray(value)) return value.length === 0 ? '(none)' : value.map(String).join(', ').slice(0, 200);
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 200);
}
