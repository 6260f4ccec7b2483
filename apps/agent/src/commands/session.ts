// What every command needs: the language, the settings in force, the log, and ways to speak to the user.

import { type OpenLog, openLog } from '../log/log.ts';
import { type Io, wantsColor } from '../output/io.ts';
import { type FileSettings, readSettingsFile } from '../settings/file-source.ts';
import { noRegistry, readRegistrySettings } from '../settings/registry-source.ts';
import {
  type Origin,
  type ResolvedSettings,
  resolveSettings,
  type SettingProblem,
} from '../settings/resolve-settings.ts';
import type { SettingName, SettingValues } from '../settings/settings.ts';
import { errorCode, UsageError } from '../usage-error.ts';
import { type Language, type LanguageCode, languageOf, sentence, systemLanguage } from '../words/words.ts';

/** Options that every command takes. */
export interface GlobalOptions {
  lang?: LanguageCode;
  quiet?: boolean;
  verbose?: boolean;
  /** False with `--no-color`. */
  color: boolean;
}

/** Settings that options of a command replace for one run. */
export type Overrides = Partial<SettingValues>;

export interface Session {
  io: Io;
  language: Language;
  settings: SettingValues;
  origins: Readonly<Record<SettingName, Origin>>;
  problems: readonly SettingProblem[];
  /** What is wrong with the settings file; only a tolerant command gets to see it. */
  fileProblem: Extract<FileSettings, { ok: false }> | null;
  log: OpenLog;
  verbose: boolean;
  /** Colour on standard output. */
  color: boolean;
  progress(text: string): void;
  warn(text: string): void;
}

export interface SessionWishes {
  overrides?: Overrides;
  /** Whether the command keeps a log. */
  logs: boolean;
  /** Whether the command goes on with a settings file that cannot be used. */
  tolerant?: boolean;
}

const settled = new WeakMap<Io, Language>();

/** The language of the run: once settings are read theirs, until then that of the option or the system. */
export function languageOfRun(io: Io, lang: LanguageCode | undefined): Language {
  return settled.get(io) ?? languageOf(lang ?? systemLanguage(io.platform, io.env, io.intlLocale));
}

export async function openSession(io: Io, options: GlobalOptions, wishes: SessionWishes): Promise<Session> {
  const { places } = io;
  const isWindows = io.platform === 'win32';
  const [registry, file] = await Promise.all([
    isWindows ? readRegistrySettings(io.env) : noRegistry,
    readSettingsFile(places.settingsFile),
  ]);
  const resolved = resolveSettings({ places, registry, file: file.ok ? file : null, isWindows });
  const { values, origins } = override(resolved, {
    ...wishes.overrides,
    ...(options.lang === undefined ? {} : { language: options.lang }),
  });
  const language = values.language === null ? languageOfRun(io, undefined) : languageOf(values.language);
  settled.set(io, language);
  if (!file.ok && !wishes.tolerant) throw settingsFileError(language, places.settingsFile, file);

  const say = (text: string): void => io.stderr.write(`${text}\n`);
  const warn = (text: string): void => {
    if (!options.quiet) say(`${language.words.warning} ${text}`);
  };
  const log = openLog({
    folder: wishes.logs ? values.logFolder : null,
    level: values.logLevel,
    ...(options.verbose && wishes.logs ? { onLine: say } : {}),
    onUnwritable: (folder, error) =>
      warn(sentence(language, language.words.warnings.logNotWritten, { folder, code: errorCode(error) })),
  });
  const session: Session = {
    io,
    language,
    settings: values,
    origins,
    problems: resolved.problems,
    fileProblem: file.ok ? null : file,
    log,
    verbose: options.verbose === true,
    color: wantsColor(io.stdout, io.env, !options.color),
    progress: (text) => {
      if (!options.quiet) say(text);
    },
    warn,
  };
  // Doctor lists them itself.
  if (!wishes.tolerant) for (const problem of resolved.problems) warn(problemSentence(language, problem));
  return session;
}

/** Does the work of a command, keeps what went wrong in the log, and waits until the log is on disk. */
export async function logged<T>({ log }: Session, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const details = error instanceof UsageError ? error.key : error instanceof Error ? error.stack : error;
    log.error('command failed', { error: String(details) });
    throw error;
  } finally {
    await log.end();
  }
}

function override(
  { values, origins }: ResolvedSettings,
  overrides: Overrides,
): Pick<ResolvedSettings, 'values' | 'origins'> {
  const fromOptions = Object.keys(overrides).map((name) => [name, { from: 'commandLine', where: '' }]);
  return { values: { ...values, ...overrides }, origins: { ...origins, ...Object.fromEntries(fromOptions) } };
}

export function settingsFileError(
  language: Language,
  file: string,
  problem: Extract<FileSettings, { ok: false }>,
): UsageError {
  return new UsageError('settingsFile', {
    file,
    problem: sentence(language, language.words.settingsFile[problem.reason], problem.values),
  });
}

export function problemSentence(language: Language, problem: SettingProblem): string {
  const { words } = language;
  const { key, ...values } = problem;
  const suggestion =
    'suggestion' in values && values.suggestion !== undefined
      ? sentence(language, words.didYouMean, { name: values.suggestion })
      : '';
  return sentence(language, words.warnings[key], { ...values, suggestion }).trimEnd();
}
