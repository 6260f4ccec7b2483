// What is kept between two runs: how far each log was read, its open sessions, and what was counted on which day.
import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as v from 'valibot';
import type { LogState } from '../evidence/log-reader.ts';
import { writeWhole } from '../output/write-file.ts';
import type { KnownFile } from './log-position.ts';

export interface FolderState {
  readonly path: string;
  readonly kind: LogState['kind'];
  readonly files: readonly KnownFile[];
  /** Sessions that were open at the end of the last run; nothing is counted in it. */
  readonly open: LogState | null;
  /** By the day of the run (UTC, `2026-11-01`), the oldest first. */
  readonly days: readonly { readonly day: string; readonly counted: LogState }[];
}

export interface MailLogState {
  readonly version: typeof stateVersion;
  readonly folders: readonly FolderState[];
}

/** Another version is not read: the logs are, once more. */
const stateVersion = 1;
const largestState = 64 * 1024 * 1024;

export const emptyState: MailLogState = { version: stateVersion, folders: [] };

/** Enough to know a file of ours; what is inside goes back to the readers that wrote it. */
const schema = v.object({
  version: v.literal(stateVersion),
  folders: v.array(
    v.looseObject({
      path: v.string(),
      kind: v.picklist(['smtpSendLog', 'smtpReceiveLog', 'connectivityLog', 'trackingLog']),
      files: v.array(
        v.looseObject({
          name: v.string(),
          id: v.string(),
          head: v.string(),
          headLength: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65_536)),
          position: v.looseObject({
            offset: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
            line: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
          }),
        }),
      ),
      open: v.nullable(v.looseObject({ kind: v.string() })),
      days: v.array(v.looseObject({ day: v.string(), counted: v.looseObject({ kind: v.string() }) })),
    }),
  ),
});

/** The state of the last run; the empty one when there is none, or none that can be used. */
export async function readState(file: string): Promise<MailLogState> {
  let parsed: unknown;
  try {
    const text = await readFile(file, 'utf8');
    if (text.length > largestState) return emptyState;
    parsed = JSON.parse(text);
  } catch {
    return emptyState;
  }
  // The readers' own states are theirs to understand: written by this version of them.
  return v.is(schema, parsed) ? (parsed as unknown as MailLogState) : emptyState;
}

/** Old days go first when it would grow too large to be kept. */
export async function writeState(file: string, state: MailLogState): Promise<void> {
  let kept = state;
  let text = JSON.stringify(kept);
  while (text.length > largestState / 2 && kept.folders.some(({ days }) => days.length > 1)) {
    kept = { ...kept, folders: kept.folders.map((one) => ({ ...one, days: one.days.slice(1) })) };
    text = JSON.stringify(kept);
  }
  await mkdir(dirname(file), { recursive: true });
  await writeWhole(file, `${text}\n`);
}
