// `doctor`: what this installation can do on this host, and each setting with where it comes from.
import { constants } from 'node:fs';
import { access, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coreVersion } from '@mailflow-tls/core';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import type { Inspect, Inspection } from '../gathering.ts';
import type { Io } from '../output/io.ts';
import { type OriginKind, shownSecret } from '../settings/resolve-settings.ts';
import { type SettingName, settingNames, settings } from '../settings/settings.ts';
import { errorCode } from '../usage-error.ts';
import { agentVersion } from '../version.ts';
import { sentence } from '../words/words.ts';
import { doctorText } from './doctor-text.ts';
import { errorText } from './error-text.ts';
import {
  type GlobalOptions,
  openSession,
  problemSentence,
  type Session,
  settingsFileError,
} from './session.ts';

export interface DoctorOptions extends GlobalOptions {
  format: 'text' | 'json';
  powershell?: string;
}

/** Shape of `doctor --format json`. */
export interface Diagnosis {
  schemaVersion: 1;
  program: { agent: string; core: string; node: string; system: string; executable: string };
  /** Null where `check` does not run. */
  host: Inspection | null;
  files: readonly { what: 'log' | 'temporary' | 'settingsFile'; path: string; code: string | null }[];
  settings: readonly {
    name: SettingName;
    value: unknown;
    accepts: string;
    origin: OriginKind;
    where: string;
  }[];
  /** What to mend, in words. */
  problems: readonly string[];
}

export async function doctor(options: DoctorOptions, io: Io, inspect: Inspect): Promise<ExitCode> {
  const session = await openSession(io, options, {
    logs: false,
    tolerant: true,
    overrides: options.powershell === undefined ? {} : { powershellPath: options.powershell },
  });
  const host = io.platform === 'win32' ? await inspectHost(session, inspect) : null;
  const files = [
    {
      what: 'log' as const,
      path: session.settings.logFolder,
      code: await folderProblem(session.settings.logFolder),
    },
    { what: 'temporary' as const, path: tmpdir(), code: await folderProblem(tmpdir()) },
    {
      what: 'settingsFile' as const,
      path: io.places.settingsFile,
      code: session.fileProblem?.reason ?? (await presence(io.places.settingsFile)),
    },
  ];
  const aboutSettings = settingsProblems(session);
  const aboutHost = [...hostProblems(host, session), ...fileProblems(files, session)];
  const diagnosis: Diagnosis = {
    schemaVersion: 1,
    program: {
      agent: agentVersion,
      core: coreVersion,
      node: process.versions.node,
      system: `${process.platform} ${process.arch}`,
      executable: process.execPath,
    },
    host,
    files,
    settings: settingNames.map((name) => ({
      name,
      value: settings[name].secret && session.settings[name] !== null ? shownSecret : session.settings[name],
      accepts: settings[name].accepts,
      origin: session.origins[name].from,
      where: session.origins[name].where,
    })),
    problems: [...aboutSettings, ...aboutHost],
  };
  io.stdout.write(
    options.format === 'json'
      ? `${JSON.stringify(diagnosis, null, 2)}\n`
      : doctorText(diagnosis, session.language, session.verbose),
  );
  if (aboutSettings.length > 0) return exitCodes.usage;
  return aboutHost.length > 0 ? exitCodes.incomplete : exitCodes.clean;
}

function inspectHost({ io, settings: { powershellPath, timeoutSeconds }, log }: Session, inspect: Inspect) {
  return inspect({ signal: io.signal, timeoutMs: timeoutSeconds * 1000, powershell: powershellPath, log });
}

function settingsProblems(session: Session): string[] {
  const { language, fileProblem, io } = session;
  const found = session.problems.map((problem) => problemSentence(language, problem));
  if (fileProblem)
    found.push(
      errorText(settingsFileError(language, io.places.settingsFile, fileProblem), language).trimEnd(),
    );
  return found;
}

/** A host without Exchange is no problem of the installation; an Exchange that cannot be asked is one. */
function hostProblems(host: Inspection | null, { language }: Session): string[] {
  if (!host) return [];
  const { words, locale } = language;
  if (!host.powershell.ok) {
    const { executable, code } = host.powershell;
    return [
      `${words.doctor.powershell} ${executable}: ${sentence(language, words.doctor.notStarted, { code })}`,
    ];
  }
  const { languageMode, elevated, is64Bit } = host.powershell.powershell;
  const found: string[] = [];
  if (languageMode !== 'FullLanguage')
    found.push(sentence(language, words.doctor.constrained, { mode: languageMode }));
  if (elevated === false) found.push(words.doctor.notElevated);
  if (!is64Bit) found.push(words.doctor.is32Bit);
  for (const [name, section] of Object.entries(host.sections ?? {})) {
    if (section.status === 'read' || (section.reason === 'notPresent' && !hasExchangeServer(host))) continue;
    const label: Readonly<Record<string, unknown>> = locale.sections;
    found.push(
      `${String(label[name])}: ${sentence(language, words.doctor.unread, {
        reason: String(locale.unread[section.reason]),
        code: section.code,
      })}`,
    );
  }
  return found;
}

function hasExchangeServer({ sections }: Inspection): boolean {
  return sections?.exchange.status === 'read' && sections.exchange.data.installation === 'server';
}

function fileProblems(files: Diagnosis['files'], { language }: Session): string[] {
  return files
    .filter(({ what, code }) => what !== 'settingsFile' && code !== null)
    .map(
      ({ what, path, code }) =>
        `${language.words.doctor[what]} ${path}: ${sentence(language, language.words.doctor.notUsable, { code: code ?? '' })}`,
    );
}

/** Null when files can be created in the folder; it is created when it is missing, as a check would. */
async function folderProblem(folder: string): Promise<string | null> {
  try {
    await mkdir(folder, { recursive: true });
    await rm(await mkdtemp(join(folder, '.doctor-')), { recursive: true });
    return null;
  } catch (error) {
    return errorCode(error);
  }
}

async function presence(file: string): Promise<string | null> {
  try {
    await stat(file);
    await access(file, constants.R_OK);
    return null;
  } catch (error) {
    return errorCode(error);
  }
}
