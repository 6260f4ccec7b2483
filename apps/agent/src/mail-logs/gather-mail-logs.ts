// The `mailLogs` section: what is new in Exchange's logs is read and added to what earlier runs have counted.
import { constants, getPriority, setPriority } from 'node:os';
import type { Gap, HostFacts, MailLogsFacts } from '@mailflow-tls/core';
import type { Log } from '../log/log.ts';
import { errorCode } from '../usage-error.ts';
import { type LogFolder, logFolders } from './log-folders.ts';
import { mailLogFacts } from './mail-log-facts.ts';
import { type FolderRun, readFolder } from './read-folder.ts';
import { type FolderState, readState, writeState } from './state.ts';

export interface MailLogWishes {
  readonly sections: Pick<HostFacts['sections'], 'exchange' | 'connectors'>;
  readonly stateFile: string;
  /** On the clock of `performance.now()`. */
  readonly deadline: number;
  readonly signal: AbortSignal;
  readonly now: Date;
  readonly log: Log;
  /** Bytes that one run may read; all folders together. */
  readonly mostBytes?: number;
}

const period = 7;
const dayLength = 86_400_000;
const usualMostBytes = 1024 * 1024 * 1024;
/** All other facts wait for it. */
const longestRun = 20_000;

export async function gatherMailLogs(wishes: MailLogWishes): Promise<HostFacts['sections']['mailLogs']> {
  const started = performance.now();
  const { exchange } = wishes.sections;
  // Exchange's set-up leaves it for all programs: without PowerShell the logs can still be found.
  const installPath = process.env.ExchangeInstallPath || null;
  if (exchange.status === 'unread' && installPath === null) {
    const { reason, code, detail } = exchange;
    return { status: 'unread', reason, code, ...(detail === undefined ? {} : { detail }) };
  }
  if (exchange.status === 'read' && exchange.data.installation !== 'server')
    return {
      status: 'unread',
      reason: 'notPresent',
      code: exchange.data.installation === 'none' ? 'noExchange' : 'managementToolsOnly',
    };
  const restore = lowerPriority();
  try {
    const section = await readAll(logFolders(wishes.sections, installPath), wishes, started);
    const tookMs = Math.round(performance.now() - started);
    wishes.log.info('mail logs read', {
      tookMs,
      bytes: section.data.folders.reduce((sum, { bytes }) => sum + bytes, 0),
    });
    return { ...section, tookMs };
  } finally {
    restore();
  }
}

async function readAll(
  folders: readonly LogFolder[],
  wishes: MailLogWishes,
  started: number,
): Promise<{ status: 'read'; data: MailLogsFacts; gaps: Gap[] }> {
  const { now, signal } = wishes;
  const deadline = Math.min(wishes.deadline, started + longestRun);
  const limits = {
    since: now.getTime() - period * dayLength,
    bytes: (wishes.mostBytes ?? usualMostBytes) / Math.max(1, folders.length),
    isOver: () => signal.aborted || performance.now() >= deadline,
  };
  const before = await readState(wishes.stateFile);
  const day = now.toISOString().slice(0, 10);
  const states: FolderState[] = [];
  const read: MailLogsFacts['folders'] = [];
  const gaps: Gap[] = [];
  for (const folder of folders) {
    const known = before.folders.find(({ path, kind }) => path === folder.path && kind === folder.kind);
    let run: FolderRun;
    try {
      run = await readFolder(folder, known, limits, day);
    } catch (error) {
      const code = errorCode(error);
      // Exchange makes a folder with its first log; and a default folder of another role or version is not missing.
      if (code !== 'ENOENT') gaps.push(gapOf(folder.path, code));
      if (known && code !== 'ENOENT') states.push(known);
      continue;
    }
    states.push(run.state);
    const { path, kind, foundBy } = folder;
    const { files, bytes, records, unreadable, leftOut } = run;
    read.push({ path, kind, foundBy, files, bytes, records, unreadable, leftOut });
    for (const { file, code } of run.problems) gaps.push(gapOf(`${path}\\${file}`, code));
    if (run.unread > 0)
      gaps.push({ what: path, reason: 'timedOut', code: 'budget', detail: String(run.unread) });
  }
  // Half a run is thrown away: the next one reads the same again.
  signal.throwIfAborted();
  await writeState(wishes.stateFile, { version: 1, folders: states }).catch((error: unknown) => {
    wishes.log.warn('the state of the mail logs is not kept', { error: errorCode(error) });
    gaps.push({ what: 'state', reason: 'failed', code: 'notKept', detail: String(error) });
  });
  const firstDay = new Date(limits.since).toISOString().slice(0, 10);
  return {
    status: 'read',
    data: { folders: read, ...mailLogFacts(states, firstDay) },
    gaps: gaps.slice(0, mostGaps),
  };
}

const mostGaps = 50;

function gapOf(what: string, code: string): Gap {
  const reason =
    code === 'EACCES' || code === 'EPERM' ? 'denied' : code === 'ENOENT' ? 'notPresent' : 'failed';
  return { what, reason, code };
}

/** Mail matters more than telling of it. */
function lowerPriority(): () => void {
  // Elsewhere than on Windows an ordinary user could not raise it again.
  if (process.platform !== 'win32') return () => {};
  try {
    const usual = getPriority();
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
    return () => {
      try {
        setPriority(usual);
      } catch {
        // Then the rest of this short run has less of the processor.
      }
    };
  } catch {
    return () => {};
  }
}
