// Takes in what hosts left on a file share: one folder a host, whole files only, each report through the same checks as over HTTPS.
import { lstat, opendir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  enrolmentFileName,
  keyIdSchema,
  receiptFileSuffix,
  refusalFileSuffix,
  refusals,
  reportFileSuffix,
  reportIdSchema,
  reportLimits,
  signedEnrolmentSchema,
} from '@mailflow-tls/contract';
import * as v from 'valibot';
import type { Collector } from '../collector.ts';
import { enrol } from './enrol.ts';
import type { Intake } from './intake.ts';
import { acknowledge, codeOf, isRealFolder, readRegularFile, setAside, tellRefused } from './share-files.ts';

/** Milliseconds for which a file must not have changed. */
const stableMs = 2000;
/** Bounds of one round, so that no host keeps others waiting and no folder fills the memory. */
const limits = { folders: 2000, namesInFolder: 5000, reportsOfHost: 20, enrolmentBytes: 8192 } as const;
/** A host that a person must decide on first is looked at again after this. */
const notNowMs = 60_000;
const noteDays = 30;
const day = 86_400_000;

interface Seen {
  size: number;
  mtimeMs: number;
  /** When this size and time were first seen. */
  since: number;
}

export interface Round {
  accepted: number;
  duplicates: number;
  refused: number;
}

export class ShareImport {
  readonly #collector: Collector;
  readonly #intake: Intake;
  readonly #share: string;
  #folders: string[] = [];
  #seen = new Map<string, Seen>();
  readonly #notBefore = new Map<string, number>();
  #complained = '';

  constructor(collector: Collector, intake: Intake, share: string) {
    this.#collector = collector;
    this.#intake = intake;
    this.#share = share;
  }

  /** Looks at as many folders as one round may, where the last one ended. Never throws. */
  async round(signal: AbortSignal): Promise<Round> {
    const done: Round = { accepted: 0, duplicates: 0, refused: 0 };
    try {
      if (this.#folders.length === 0) await this.#listFolders();
      const folders = this.#folders.splice(0, limits.folders);
      for (const name of folders) {
        if (signal.aborted || !(await this.#tryFolder(name, done, signal))) break;
      }
      this.#complained = '';
    } catch (error) {
      const problem = textOf(error);
      if (problem !== this.#complained) this.#collector.log.error('The share cannot be read.', { problem });
      this.#complained = problem;
    }
    return done;
  }

  /** What is wrong with one folder must not keep the others waiting. */
  async #tryFolder(name: string, done: Round, signal: AbortSignal): Promise<boolean> {
    try {
      return await this.#importFolder(name, done, signal);
    } catch (error) {
      this.#collector.log.warn('A folder of the share cannot be used.', {
        folder: name,
        problem: textOf(error),
      });
      this.#notBefore.set(name, this.#collector.now() + notNowMs);
      return true;
    }
  }

  async #listFolders(): Promise<void> {
    const names = await readdir(this.#share);
    this.#folders = names.filter((name) => v.is(keyIdSchema, name));
    const now = this.#collector.now();
    for (const [name, until] of this.#notBefore) if (until <= now) this.#notBefore.delete(name);
    // A file that was not seen again since the last listing is gone.
    this.#seen = new Map([...this.#seen].filter(([, { since }]) => now - since < day));
  }

  /** False when the collector can take nothing at the moment. */
  async #importFolder(name: string, done: Round, signal: AbortSignal): Promise<boolean> {
    const folder = join(this.#share, name);
    if ((this.#notBefore.get(name) ?? 0) > this.#collector.now()) return true;
    if (!(await isRealFolder(folder))) return true;
    const names = await boundedNames(folder);
    if (names.includes(enrolmentFileName)) await this.#importEnrolment(name, done);
    // Ids begin with the time they were made.
    const reports = names.filter((file) => idOf(file, reportFileSuffix) !== null).sort();
    let taken = 0;
    for (const file of reports) {
      if (signal.aborted || taken >= limits.reportsOfHost) break;
      const path = join(folder, file);
      if (!(await this.#isStable(path))) continue;
      taken += 1;
      const next = await this.#importReport(name, file, done);
      if (next === 'stop') return false;
      if (next === 'nextHost') break;
    }
    await this.#removeOldNotes(folder, names);
    return true;
  }

  async #importReport(name: string, file: string, done: Round): Promise<'goOn' | 'nextHost' | 'stop'> {
    const folder = join(this.#share, name);
    const path = join(folder, file);
    const id = idOf(file, reportFileSuffix) ?? file;
    const read = await readRegularFile(path, reportLimits.compressed);
    if (read.kind === 'gone' || read.kind === 'other') return 'goOn';
    if (read.kind === 'tooLarge') this.#intake.count('report-too-large', null, null);
    const received =
      read.kind === 'tooLarge'
        ? ({ ok: false, code: 'report-too-large', detail: 'The file is too large.' } as const)
        : await this.#intake.receive(read.bytes, { via: 'share', address: null });
    this.#seen.delete(path);
    if (received.ok) {
      if (received.duplicate) done.duplicates += 1;
      else done.accepted += 1;
      await acknowledge(folder, id, path);
      return 'goOn';
    }
    done.refused += 1;
    const { code, detail } = received;
    switch (refusals[code].again) {
      case 'later':
        return code === 'rate-limited' ? 'nextHost' : 'stop';
      case 'notNow':
        this.#notBefore.set(name, this.#collector.now() + notNowMs);
        return 'nextHost';
      case 'never':
        await tellRefused(folder, id, code);
        await setAside(this.#share, path, `${name}.${file}`, { code, detail, folder: name, file });
        return 'goOn';
    }
  }

  async #importEnrolment(name: string, done: Round): Promise<void> {
    const path = join(this.#share, name, enrolmentFileName);
    if (!(await this.#isStable(path))) return;
    const read = await readRegularFile(path, limits.enrolmentBytes);
    if (read.kind === 'gone' || read.kind === 'other') return;
    const signed = read.kind === 'read' ? parseEnrolment(read.bytes) : null;
    const enrolled =
      signed === null
        ? ({ ok: false, code: 'enrolment-malformed', detail: 'It is no enrolment.', key: null } as const)
        : await enrol(this.#collector, signed, null);
    this.#seen.delete(path);
    if (enrolled.ok) {
      await rm(path, { force: true });
      return;
    }
    done.refused += 1;
    const { code, detail, key } = enrolled;
    this.#intake.count(code, key, null);
    if (refusals[code].again === 'never') {
      await setAside(this.#share, path, `${name}.${enrolmentFileName}`, { code, detail, folder: name });
    } else this.#notBefore.set(name, this.#collector.now() + notNowMs);
  }

  /** Whether a file looks the same as {@link stableMs} ago. The clocks of file servers are not asked. */
  async #isStable(path: string): Promise<boolean> {
    const now = this.#collector.now();
    try {
      const { size, mtimeMs } = await lstat(path);
      const before = this.#seen.get(path);
      if (before?.size === size && before.mtimeMs === mtimeMs) return now - before.since >= stableMs;
      this.#seen.set(path, { size, mtimeMs, since: now });
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
    }
    return false;
  }

  /** What was said to a host that never came back. */
  async #removeOldNotes(folder: string, names: readonly string[]): Promise<void> {
    for (const name of names) {
      if (idOf(name, receiptFileSuffix) === null && idOf(name, refusalFileSuffix) === null) continue;
      const path = join(folder, name);
      const stats = await lstat(path).catch(() => null);
      if (stats !== null && this.#collector.now() - stats.mtimeMs > noteDays * day)
        await rm(path, { force: true });
    }
  }
}

function idOf(name: string, suffix: string): string | null {
  if (!name.endsWith(suffix)) return null;
  const id = name.slice(0, -suffix.length);
  return v.is(reportIdSchema, id) ? id : null;
}

/** The first names of a folder, however many there are. */
async function boundedNames(folder: string): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of await opendir(folder)) {
    names.push(name);
    if (names.length >= limits.namesInFolder) break;
  }
  return names;
}

function parseEnrolment(bytes: Buffer): v.InferOutput<typeof signedEnrolmentSchema> | null {
  try {
    const result = v.safeParse(signedEnrolmentSchema, JSON.parse(bytes.toString()));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
