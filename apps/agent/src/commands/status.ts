// `status`: how delivery stands on this host.
import { join } from 'node:path';
import { visible } from '@mailflow-tls/core/formats';
import { type DeliveryState, readDeliveryState } from '../delivery/delivery-state.ts';
import { readHostKey } from '../delivery/host-key-file.ts';
import { inspectSpool, type SpoolContent } from '../delivery/spool.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import type { Io } from '../output/io.ts';
import { errorCode, UsageError } from '../usage-error.ts';
import { sentence } from '../words/words.ts';
import { type GlobalOptions, openSession, type Session } from './session.ts';

export interface StatusOptions extends GlobalOptions {
  format: 'text' | 'json';
}

/** Shape of `status --format json`. */
export interface DeliveryStatus extends DeliveryState {
  schemaVersion: 1;
  /** Null before the first run or enrolment. */
  key: string | null;
  collectorUrl: string | null;
  shareFolder: string | null;
  waiting: { reports: number; bytes: number; oldest: string | null };
  /** Given up and not yet told to the collector. */
  lost: SpoolContent['lost'];
}

export async function status(options: StatusOptions, io: Io): Promise<ExitCode> {
  const session = await openSession(io, options, { logs: false });
  const found = await read(session);
  io.stdout.write(
    options.format === 'json' ? `${JSON.stringify(found, null, 2)}\n` : statusText(found, session),
  );
  return found.obstacle !== null && found.obstacle.kind !== 'waiting'
    ? exitCodes.incomplete
    : exitCodes.clean;
}

async function read({ io, settings }: Session): Promise<DeliveryStatus> {
  const folder = io.places.deliveryFolder;
  try {
    const [key, state, spool] = await Promise.all([
      readHostKey(folder),
      readDeliveryState(folder),
      inspectSpool(join(folder, 'spool')),
    ]);
    const [oldest] = spool.waiting;
    return {
      schemaVersion: 1,
      key: key?.id ?? null,
      collectorUrl: settings.collectorUrl,
      shareFolder: settings.shareFolder,
      ...state,
      waiting: {
        reports: spool.waiting.length,
        bytes: spool.waiting.reduce((sum, { bytes }) => sum + bytes, 0),
        oldest: oldest === undefined ? null : new Date(oldest.madeAt).toISOString(),
      },
      lost: spool.lost,
    };
  } catch (error) {
    throw new UsageError('deliveryFolder', { folder, code: errorCode(error) });
  }
}

function statusText(found: DeliveryStatus, session: Session): string {
  const { language } = session;
  const words = language.words.delivery.status;
  const { dropped, unreadable, notWritten } = found.lost;
  const lost = dropped.count + dropped.bytes + dropped.age + unreadable + notWritten;
  const rows: [string, string][] = [
    [words.key, found.key ?? words.noKey],
    [words.collector, found.collectorUrl ?? words.notSet],
    [words.share, found.shareFolder ?? words.notSet],
    [words.enrolment, words.enrolments[found.enrolment?.status ?? 'none']],
    [words.lastRun, found.lastRun ?? words.never],
    [words.lastReport, found.lastReport === null ? words.never : found.lastReport.id],
    [words.lastAcknowledged, found.lastAcknowledged ?? words.never],
    [
      words.waiting,
      sentence(language, words.waitingReports, {
        count: found.waiting.reports,
        kilobytes: Math.ceil(found.waiting.bytes / 1024),
      }),
    ],
    [words.lost, String(lost)],
    [
      words.obstacle,
      found.obstacle === null
        ? words.nothing
        : `${found.obstacle.code}, ${sentence(language, words.since, { time: found.obstacle.since })}`,
    ],
  ];
  const width = Math.max(...rows.map(([label]) => label.length));
  const lines = rows.map(([label, value]) => `  ${label.padEnd(width)}  ${visible(value)}\n`);
  return `${words.host}\n${lines.join('')}`;
}
