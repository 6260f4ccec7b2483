// Reads what is new in one folder of logs since the last run.
import { closeSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Usage } from '@mailflow-tls/core/evidence';
import { byNumbers } from '../evidence/find-files.ts';
import { createLogReader, type LogReader, type LogState } from '../evidence/log-reader.ts';
import { errorCode } from '../usage-error.ts';
import type { LogFolder } from './log-folders.ts';
import { type KnownFile, knownAs, openLog, toKnownFile } from './log-position.ts';
import type { FolderState } from './state.ts';

export interface RunLimits {
  /** Milliseconds since 1970: files that were last written before are left out. */
  readonly since: number;
  /** Bytes that may be read of this folder. */
  readonly bytes: number;
  /** True when it is time to end. */
  isOver(): boolean;
}

export interface FolderRun {
  readonly state: FolderState;
  readonly files: number;
  readonly bytes: number;
  readonly records: number;
  readonly unreadable: number;
  readonly leftOut: number;
  /** Bytes that are left for the next run, because time was over. */
  readonly unread: number;
  /** Files that could not be read, with the system's code. */
  readonly problems: readonly { readonly file: string; readonly code: string }[];
}

interface Candidate {
  readonly name: string;
  readonly size: number;
  readonly modified: number;
}

/** Throws the system's error when the folder cannot be listed. */
export async function readFolder(
  folder: LogFolder,
  before: FolderState | undefined,
  limits: RunLimits,
  day: string,
): Promise<FolderRun> {
  const problems: { file: string; code: string }[] = [];
  const candidates = list(folder.path, problems);
  const reader = createLogReader(folder.kind, {});
  if (before?.open) reader.append(before.open);
  const total = { bytes: 0, records: 0, unreadable: 0, leftOut: 0, unread: 0 };
  const allowed = newestWithin(candidates, before?.files ?? [], limits);
  const files: KnownFile[] = [];
  const growing = newestOfEachSeries(candidates);
  for (const { name, size } of candidates) {
    const path = join(folder.path, name);
    let log: ReturnType<typeof openLog>;
    try {
      log = openLog(path);
    } catch (error) {
      // Deleted since it was listed.
      if (errorCode(error) !== 'ENOENT') problems.push({ file: name, code: errorCode(error) });
      const kept = before?.files.find((file) => file.name === name);
      if (kept && errorCode(error) !== 'ENOENT') files.push(kept);
      continue;
    }
    try {
      const known = knownAs(before?.files ?? [], log, name);
      const offset = known?.position.offset ?? 0;
      if (!allowed.has(name) && known === undefined) {
        total.leftOut += size;
        files.push(toKnownFile(log, name, { offset: log.size, line: 0, header: null }));
      } else if (known !== undefined && offset >= log.size) {
        files.push({ ...known, name });
      } else if (limits.isOver()) {
        total.unread += log.size - offset;
        if (known) files.push({ ...known, name });
      } else {
        // Exchange writes to the newest file only; a last line without its end in another one will never have it.
        const end = growing.has(name) ? 'growing' : 'complete';
        const done = await readOn(reader, log, name, known, end, limits);
        total.bytes += done.bytes;
        total.unread += done.unread;
        total.records += done.count.records;
        total.unreadable += done.count.unreadable;
        files.push(toKnownFile(log, name, done.position));
        if (done.code !== null) problems.push({ file: name, code: done.code });
      }
    } catch (error) {
      problems.push({ file: name, code: errorCode(error) });
    } finally {
      closeSync(log.descriptor);
    }
  }
  const { counted, open } = split(reader.save());
  return {
    state: {
      path: folder.path,
      kind: folder.kind,
      files,
      open,
      days: withDay(before?.days ?? [], day, counted),
    },
    files: candidates.length,
    ...total,
    problems,
  };
}

function list(folder: string, problems: { file: string; code: string }[]): Candidate[] {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.log$/i.test(entry.name))
    .map(({ name }) => name);
  const found: Candidate[] = [];
  for (const name of names.sort(byNumbers)) {
    try {
      const { size, mtimeMs } = statSync(join(folder, name));
      found.push({ name, size, modified: mtimeMs });
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') problems.push({ file: name, code: errorCode(error) });
    }
  }
  return found;
}

/** Message tracking writes several series side by side: `MSGTRK`, `MSGTRKMD`, `MSGTRKMS`. */
function newestOfEachSeries(candidates: readonly Candidate[]): ReadonlySet<string> {
  const newest = new Map<string, string>();
  for (const { name } of candidates) newest.set(/^[a-z_]*/i.exec(name)?.[0].toUpperCase() ?? '', name);
  return new Set(newest.values());
}

/** A first run on a busy host finds more than one run may read: then the newest count. */
function newestWithin(
  candidates: readonly Candidate[],
  known: readonly KnownFile[],
  { since, bytes }: RunLimits,
): ReadonlySet<string> {
  const allowed = new Set<string>();
  let left = bytes;
  for (const { name, size, modified } of [...candidates].reverse()) {
    if (known.some((file) => file.name === name)) {
      allowed.add(name);
      continue;
    }
    if (modified < since || left < size) break;
    left -= size;
    allowed.add(name);
  }
  return allowed;
}

const step = 64;

async function readOn(
  reader: LogReader,
  log: ReturnType<typeof openLog>,
  name: string,
  known: KnownFile | undefined,
  end: 'growing' | 'complete',
  limits: RunLimits,
) {
  const { records } = reader;
  const start = known?.position.offset ?? 0;
  records.openSource(name, known?.position);
  let at = start;
  let isStopped = false;
  let code: string | null = null;
  let reads = 0;
  try {
    while (at < log.size) {
      if (++reads % step === 0) {
        // The program still has to hear that it shall end.
        await new Promise((resolve) => setImmediate(resolve));
        if (limits.isOver()) {
          isStopped = true;
          break;
        }
      }
      const space = records.space();
      const length = readSync(log.descriptor, space, 0, Math.min(space.length, log.size - at), at);
      if (length === 0) break;
      records.advance(length);
      at += length;
    }
  } catch (error) {
    // What was taken in is counted, so it has to be remembered as read.
    code = errorCode(error);
    isStopped = true;
  }
  const { count, ...position } = records.closeSource(isStopped ? 'growing' : end);
  return { position, count, code, bytes: at - start, unread: isStopped ? log.size - at : 0 };
}

/** What was counted, and what goes on in the next run. */
function split(saved: LogState): { counted: LogState; open: LogState | null } {
  if (saved.kind !== 'smtpSendLog' && saved.kind !== 'smtpReceiveLog') return { counted: saved, open: null };
  const { kind, state } = saved;
  return {
    counted: { kind, state: { open: [], usage: state.usage } },
    open: { kind, state: { open: state.open, usage: new Usage().save() } },
  };
}

const daysKept = 8;

function withDay(days: FolderState['days'], day: string, counted: LogState): FolderState['days'] {
  const today = days.find((one) => one.day === day);
  let sum = counted;
  if (today !== undefined) {
    const reader = createLogReader(counted.kind, {});
    reader.append(today.counted);
    reader.append(counted);
    sum = reader.save();
  }
  return [...days.filter((one) => one.day !== day), { day, counted: sum }].slice(-daysKept);
}
