// The spool: reports that wait for delivery, one a file, bounded; what had to be given up is counted until it is reported.
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  type Loss,
  lossSchema,
  reportFileSuffix,
  reportHeaderSchema,
  reportIdSchema,
  reportLimits,
  unpackReport,
} from '@mailflow-tls/contract';
import * as v from 'valibot';
import { temporarySuffix, writeDurably } from './durable-file.ts';

export interface SpoolLimits {
  reports: number;
  bytes: number;
  /** Milliseconds. */
  age: number;
}

export interface SpooledReport {
  id: string;
  bytes: number;
  /** Milliseconds since 1970, as the id tells. */
  madeAt: number;
}

export interface Spool {
  /** Oldest first. */
  list(): Promise<SpooledReport[]>;
  /** The file's bytes, or null when it cannot be read as a report: then it has been moved aside and counted. */
  read(id: string): Promise<Buffer | null>;
  /**
   * Keeps a report. `make` gets what was lost since the last report, so that this one tells of it. Oldest reports give
   * way to it. Rejects when it could not be written; the loss is counted.
   */
  put(id: string, make: (lost: Loss) => Buffer, now: number): Promise<Buffer>;
  /** After the collector has echoed the id. */
  remove(id: string): Promise<void>;
  /** Keeps a report that the collector will never take out of the way, for a person to look at. */
  setAside(id: string): Promise<void>;
  /** What was lost and no report tells of yet. */
  lost(): Loss;
}

const noLoss: Loss = { dropped: { count: 0, bytes: 0, age: 0 }, unreadable: 0, notWritten: 0 };

/** Files that were moved aside are kept up to this number. */
const mostSetAside = 20;

const ledgerSchema = v.object({
  lost: lossSchema,
  /** The report that takes the loss along; when it is in the spool, the loss is told. */
  toldIn: v.nullable(v.string()),
});
type Ledger = v.InferOutput<typeof ledgerSchema>;

export async function openSpool(folder: string, limits: SpoolLimits): Promise<Spool> {
  const asideFolder = join(folder, 'aside');
  const ledgerFile = join(folder, 'ledger.json');
  await mkdir(asideFolder, { recursive: true, mode: 0o700 });
  const fileOf = (id: string): string => join(folder, `${id}${reportFileSuffix}`);

  await clearUnfinished();
  let ledger = await readLedger(ledgerFile);
  // Killed between the report and the ledger: the report is there and tells of the loss.
  if (ledger.toldIn !== null && (await exists(fileOf(ledger.toldIn))))
    ledger = { lost: noLoss, toldIn: null };

  const list = (): Promise<SpooledReport[]> => reportsIn(folder);
  return { list, read, put, remove, setAside, lost: () => ledger.lost };

  async function read(id: string): Promise<Buffer | null> {
    const bytes = await readFile(fileOf(id));
    if (headerOf(bytes)?.id === id) return bytes;
    await moveAside(id);
    await count({ unreadable: 1 });
    return null;
  }

  async function put(id: string, make: (lost: Loss) => Buffer, now: number): Promise<Buffer> {
    // Before the new one is made, so that it tells of them.
    await makeRoom(now, 1, 0);
    const bytes = make(ledger.lost);
    try {
      await keepLedger({ ...ledger, toldIn: id });
      await writeDurably(fileOf(id), bytes);
    } catch (error) {
      // It may have failed behind the rename, where nothing is lost.
      if (!(await exists(fileOf(id)))) await count({ notWritten: 1 });
      throw Object.assign(error instanceof Error ? error : new Error(String(error)), { bytes });
    }
    await keepLedger({ lost: noLoss, toldIn: null });
    await makeRoom(now, 0, 0);
    return bytes;
  }

  /** Drops the oldest reports until `more` others fit; the newest is never dropped for its own size. */
  async function makeRoom(now: number, more: number, moreBytes: number): Promise<void> {
    const waiting = await list();
    let bytes = waiting.reduce((sum, one) => sum + one.bytes, moreBytes);
    let left = waiting.length + more;
    for (const report of waiting) {
      const why =
        now - report.madeAt > limits.age
          ? 'age'
          : left > limits.reports
            ? 'count'
            : bytes > limits.bytes
              ? 'bytes'
              : null;
      if (why === null || left <= 1) break;
      await drop(report, why);
      bytes -= report.bytes;
      left -= 1;
    }
  }

  async function drop({ id }: SpooledReport, why: keyof Loss['dropped']): Promise<void> {
    // What it would have told of has to be told by another.
    const taken = headerOf(await readFile(fileOf(id)))?.lost ?? noLoss;
    const dropped = { ...taken.dropped, [why]: taken.dropped[why] + 1 };
    // Counted before it is gone: after a crash in between it may be counted twice, never not at all.
    await count({ ...taken, dropped });
    await rm(fileOf(id));
  }

  async function remove(id: string): Promise<void> {
    await rm(fileOf(id), { force: true });
  }

  async function setAside(id: string): Promise<void> {
    await moveAside(id);
  }

  async function moveAside(id: string): Promise<void> {
    // Gone already when a run before this one died behind it.
    if (await exists(fileOf(id))) await rename(fileOf(id), join(asideFolder, `${id}${reportFileSuffix}`));
    const kept = (await readdir(asideFolder)).sort();
    for (const name of kept.slice(0, Math.max(0, kept.length - mostSetAside)))
      await rm(join(asideFolder, name));
  }

  async function count(more: Partial<Loss>): Promise<void> {
    const { lost } = ledger;
    const dropped = more.dropped ?? noLoss.dropped;
    const next: Ledger = {
      toldIn: null,
      lost: {
        dropped: {
          count: lost.dropped.count + dropped.count,
          bytes: lost.dropped.bytes + dropped.bytes,
          age: lost.dropped.age + dropped.age,
        },
        unreadable: lost.unreadable + (more.unreadable ?? 0),
        notWritten: lost.notWritten + (more.notWritten ?? 0),
      },
    };
    // On a full disk the count lives on in memory until something can be written again.
    await keepLedger(next).catch(() => {
      ledger = next;
    });
  }

  async function keepLedger(next: Ledger): Promise<void> {
    await writeDurably(ledgerFile, `${JSON.stringify(next)}\n`);
    ledger = next;
  }

  async function clearUnfinished(): Promise<void> {
    for (const name of await readdir(folder))
      if (name.endsWith(temporarySuffix)) await rm(join(folder, name), { force: true });
  }
}

export interface SpoolContent {
  /** Oldest first. */
  waiting: readonly SpooledReport[];
  lost: Loss;
}

/** What is in the spool, seen from outside while a run may be using it; an empty one when there is none. */
export async function inspectSpool(folder: string): Promise<SpoolContent> {
  const waiting = (await exists(folder)) ? await reportsIn(folder) : [];
  return { waiting, lost: (await readLedger(join(folder, 'ledger.json'))).lost };
}

async function reportsIn(folder: string): Promise<SpooledReport[]> {
  const found: SpooledReport[] = [];
  for (const name of await readdir(folder)) {
    const id = name.endsWith(reportFileSuffix) ? name.slice(0, -reportFileSuffix.length) : '';
    if (!v.is(reportIdSchema, id)) continue;
    // Delivered since the folder was read.
    const size = await stat(join(folder, name)).then(
      (file) => file.size,
      () => null,
    );
    if (size === null) continue;
    found.push({ id, bytes: size, madeAt: Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16) });
  }
  return found.sort((one, other) => (one.id < other.id ? -1 : 1));
}

async function readLedger(file: string): Promise<Ledger> {
  try {
    return v.parse(ledgerSchema, JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return { lost: noLoss, toldIn: null };
  }
}

/** The header of a packed report, or null when the bytes are none. */
export function headerOf(bytes: Buffer): v.InferOutput<typeof reportHeaderSchema> | null {
  let inflated: Buffer;
  try {
    inflated = gunzipSync(bytes, { maxOutputLength: reportLimits.inflated });
  } catch {
    return null;
  }
  const unpacked = unpackReport(inflated);
  const header = unpacked.ok ? v.safeParse(reportHeaderSchema, unpacked.header) : null;
  return header?.success ? header.output : null;
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
