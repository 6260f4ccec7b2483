// Runs probes in PowerShell: one process for all of them, a fresh one after each that hangs, floods or kills it.
import { setTimeout } from 'node:timers/promises';
import type { Unread } from '@mailflow-tls/core';
import type { Log } from '../log/log.ts';
import { runBatch } from './batch.ts';
import { PowerShellUnavailable, unreadWithout } from './errors.ts';
import type { Answer, Probe, Runtime } from './probe.ts';
import { type Session, startSession } from './session.ts';

export interface PowerShellOptions {
  /** Full path, from `powershellPath`. */
  executable: string;
  /** A process of it that already runs; one is started otherwise. */
  running?: Session | null;
  log: Log;
  /** For the first word of a new process. */
  startTimeoutMs?: number;
  /** What one probe may print, its answer included; characters. */
  maxOutput?: number;
}

export interface RunOptions {
  /** On the clock of `performance.now()`: nothing runs beyond it. */
  deadline: number;
  signal: AbortSignal;
}

export interface PowerShell {
  readonly executable: string;
  /** What runs the probes; null before the first run, and when it could not be understood. */
  readonly runtime: Runtime | null;
  /**
   * Runs the probes in their order. Every one of them has an answer in the result, whatever happens to the others.
   *
   * @throws PowerShellUnavailable when no process starts and none has before; the signal's reason when aborted.
   */
  run(probes: readonly Probe[], options: RunOptions): Promise<Map<string, Answer>>;
  /** Ends the process. */
  close(): void;
}

/**
 * How many processes in a row may end before their first word. Windows refuses one now and then: a service has little
 * desktop memory, and what still ends holds its share of it. That is no reason to leave out all probes that are left.
 */
const mostStarts = 3;
const pauseMs = 250;

/** The process starts at once, so that it warms up while the caller prepares. */
export function createPowerShell(options: PowerShellOptions): PowerShell {
  const { executable, log, startTimeoutMs = 60_000, maxOutput = 8 * 1024 * 1024 } = options;
  let runtime: Runtime | null = null;
  /** The process, or why it could not be started. */
  let session: Session | PowerShellUnavailable | null = options.running ?? start();

  function start(): Session | PowerShellUnavailable {
    try {
      return startSession(executable);
    } catch (error) {
      if (error instanceof PowerShellUnavailable) return error;
      throw error;
    }
  }

  async function drop(): Promise<void> {
    const old = session;
    session = null;
    if (old && !(old instanceof PowerShellUnavailable)) await old.end();
  }

  /** Runs what can be run in the present process, or in a fresh one. */
  async function attempt(probes: readonly Probe[], answers: Map<string, Answer>, run: RunOptions) {
    session ??= start();
    if (session instanceof PowerShellUnavailable) return session;
    const { signal, deadline } = run;
    const limits = { startMs: startTimeoutMs, maxOutput, deadline, signal };
    const broken = await runBatch(session, probes, limits, {
      onRuntime(found) {
        runtime = found;
      },
      onAnswer: (name, answer) => answers.set(name, answer),
    });
    const words = session.errors();
    if (words !== '') log.debug('PowerShell wrote to standard error', { text: words });
    return broken?.kind === 'start' ? { ...broken, words } : broken;
  }

  return {
    executable,
    get runtime() {
      return runtime;
    },
    close() {
      if (session && !(session instanceof PowerShellUnavailable)) session.close();
      session = null;
    },
    async run(probes, run) {
      const answers = new Map<string, Answer>();
      const answerAll = (these: readonly Probe[], { reason, code, detail }: Omit<Unread, 'status'>) => {
        const unread = { reason, code, ...(detail === undefined ? {} : { detail }) };
        for (const { name } of these) answers.set(name, { unread, tookMs: 0 });
      };
      let left = probes;
      let endedStarts = 0;
      do {
        run.signal.throwIfAborted();
        if (left.length > 0 && run.deadline <= performance.now()) {
          answerAll(left, { reason: 'timedOut', code: 'budget' });
          break;
        }
        const broken = await attempt(left, answers, run);
        if (broken === null) break;
        left = left.filter(({ name }) => !answers.has(name));
        await drop();
        if (broken instanceof PowerShellUnavailable || broken.kind === 'start') {
          if ('ended' in broken && broken.ended && ++endedStarts < mostStarts) {
            log.warn('PowerShell ended before its first word and is started again', { code: broken.code });
            await setTimeout(pauseMs * endedStarts);
            continue;
          }
          const unavailable =
            broken instanceof PowerShellUnavailable
              ? broken
              : new PowerShellUnavailable(broken.code, executable, broken.words);
          if (runtime === null) throw unavailable;
          log.error('PowerShell could not be started again', { code: unavailable.code });
          // The time for all may have ended the start: then that is the reason.
          if (run.deadline <= performance.now()) continue;
          answerAll(left, unreadWithout(unavailable));
          break;
        }
        endedStarts = 0;
        if (broken.kind === 'constrained') {
          runtime = broken.runtime;
          answerAll(left, { reason: 'denied', code: 'constrainedLanguage' });
          break;
        }
        const [current, ...rest] = left;
        if (broken.kind === 'probe' && current) {
          const { kind: _, ...unread } = broken;
          log.warn('a probe failed', { probe: current.name, reason: unread.reason, code: unread.code });
          answerAll([current], unread);
          left = rest;
        }
      } while (left.length > 0);
      return answers;
    },
  };
}
