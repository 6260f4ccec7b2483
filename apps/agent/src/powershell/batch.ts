// Runs a list of probes in one process until all have answered or something breaks.
import type { UnreadReason } from '@mailflow-tls/core';
import { probesCommand } from './command.ts';
import {
  type Answer,
  constrainedRuntime,
  type Probe,
  type Runtime,
  readAnswer,
  readRuntime,
} from './probe.ts';
import type { Session } from './session.ts';

export interface BatchLimits {
  /** For the first word of the process. */
  startMs: number;
  /** What one probe may print, its answer included; characters. */
  maxOutput: number;
  /** On the clock of `performance.now()`. */
  deadline: number;
  signal: AbortSignal;
}

export interface BatchEvents {
  onRuntime: (runtime: Runtime | null) => void;
  onAnswer: (name: string, answer: Answer) => void;
}

/** What ended a batch early, and what that means for the probe whose turn it was. */
export type Break =
  /** The process said nothing that could be understood; `ended` when it ran and ended so. */
  | { kind: 'start'; code: string; ended: boolean }
  | { kind: 'probe'; reason: UnreadReason; code: string; detail?: string }
  /** A language mode in which no probe can run. */
  | { kind: 'constrained'; runtime: Runtime }
  | { kind: 'aborted' };

/** Null when every probe has answered. Else the session is of no more use. */
export function runBatch(
  session: Session,
  probes: readonly Probe[],
  limits: BatchLimits,
  events: BatchEvents,
): Promise<Break | null> {
  return new Promise((resolve) => {
    const queue = [...probes];
    const plain: Record<string, string> = {};
    let ready = false;
    let settled = false;
    let started = performance.now();
    let printed = 0;
    let timer: NodeJS.Timeout | undefined;

    const abort = () => settle({ kind: 'aborted' });
    limits.signal.addEventListener('abort', abort, { once: true });
    wait();
    session.listen({
      onFrame({ name, text }) {
        if (settled) return;
        if (name === 'mode')
          return settle({ kind: 'constrained', runtime: constrainedRuntime({ ...plain, mode: text ?? '' }) });
        if (name === 'powershell') {
          ready = true;
          events.onRuntime(readRuntime(text));
        } else if (name === queue[0]?.name) {
          queue.shift();
          events.onAnswer(name, readAnswer(text, Math.round(performance.now() - started)));
        } else {
          plain[name] = text ?? '';
          return;
        }
        if (ready && queue.length === 0) settle(null);
        else wait();
      },
      onOutput(length) {
        printed += length;
        if (printed > limits.maxOutput) stop('failed', 'outputLimit', 'outputLimit');
      },
      onDone() {
        stop('failed', 'noAnswer', 'noAnswer', session.errors());
      },
      onEnd(code) {
        if (ready) return stop('failed', 'processEnded', '', `exit code ${code}\n${session.errors()}`.trim());
        if (typeof code === 'string') settle({ kind: 'start', code, ended: false });
        else settle({ kind: 'start', code: code === 0 ? 'silentExit' : `exited${code}`, ended: true });
      },
    });
    session.send(probesCommand(session.token, session.modules, probes));

    /** Sets the limit of what comes next: the first word of PowerShell, or the first probe that has not answered. */
    function wait(): void {
      started = performance.now();
      printed = 0;
      clearTimeout(timer);
      const limit = ready ? (queue[0]?.timeoutMs ?? 0) : limits.startMs;
      const rest = Math.max(0, limits.deadline - started);
      const code = rest < limit ? 'budget' : 'limit';
      timer = setTimeout(() => stop('timedOut', code, 'startTimedOut'), Math.min(limit, rest));
    }

    function stop(reason: UnreadReason, code: string, startCode: string, detail = ''): void {
      if (!ready) settle({ kind: 'start', code: startCode, ended: false });
      else settle({ kind: 'probe', reason, code, ...(detail === '' ? {} : { detail }) });
    }

    function settle(how: Break | null): void {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      limits.signal.removeEventListener('abort', abort);
      resolve(how);
    }
  });
}
