// One running PowerShell process, by way of node-powershell.
import { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { PowerShell as Shell } from 'node-powershell';
import { endTree } from './end-tree.ts';
import { PowerShellUnavailable } from './errors.ts';
import { moduleFolder, systemRoot } from './executable.ts';
import { createFrameReader, type Frame } from './frames.ts';
import { hideInText } from './hide-persons.ts';

export interface SessionEvents {
  onFrame: (frame: Frame) => void;
  /** Anything that was printed, on either stream. */
  onOutput: (length: number) => void;
  /** The command has run to its end. */
  onDone: () => void;
  /** The process has ended: with an exit code, or a text that says why it never started or what signal ended it. */
  onEnd: (code: number | string) => void;
}

export interface Session {
  /** Where this PowerShell finds modules that are installed for all users. */
  readonly modules: string;
  /** Marks this session's frames. Random, so that nothing printed by accident looks like one. */
  readonly token: string;
  /** Who is told from now on. */
  listen(events: SessionEvents): void;
  /** Runs one line. What it prints tells when it is done. */
  send(line: string): void;
  /** The last that was written to standard error, without persons. */
  errors(): string;
  /** Ends a process that may hang, and all that it started. */
  end(): Promise<void>;
  /** Ends a process that has nothing to do; nobody needs to wait for that. */
  close(): void;
}

const maxErrorText = 4000;

/**
 * node-powershell keeps the process, its streams and the queue of commands. Its own reading of results is not used:
 * it fails a command for any byte on standard error and waits for ever after a time-out.
 */
class ProbeShell extends Shell {
  /** The given path and nothing else; node-powershell would let NODE_POWERSHELL replace it. */
  protected override setExecutable({ executable = '' }: { executable?: string }): string {
    return executable;
  }

  // A line feed alone: with CR LF behind it, node-powershell misses a delimiter that arrives together with the first.
  protected override writeToOutput(text: string): string {
    return `[Console]::Out.Write("${text}\`n")`;
  }

  protected override writeToError(text: string): string {
    return `[Console]::Error.Write("${text}\`n")`;
  }
}

/** @throws PowerShellUnavailable when the system refuses at once; most refusals come later as an end. */
export function startSession(executable: string): Session {
  const token = `#mf${randomBytes(8).toString('hex')}`;
  const read = createFrameReader(token);
  let errorText = '';
  let events: SessionEvents | undefined;
  let end: number | string | undefined;

  const shell = spawnShell(executable);
  // Both are private to node-powershell, yet only they give the process id and keep a failed start from ending Node.
  const child: unknown = Reflect.get(shell, 'process');
  const exitPromise: unknown = Reflect.get(shell, 'exitPromise');
  if (!(child instanceof ChildProcess) || !(exitPromise instanceof Promise))
    throw new TypeError('node-powershell has changed');
  exitPromise.catch(() => undefined);
  const { stdin, stdout, stderr } = shell.streams;
  stdin.on('error', () => undefined);
  stdout.on('data', (piece: string) => {
    events?.onOutput(piece.length);
    for (const frame of read(piece)) events?.onFrame(frame);
  });
  stderr.on('data', (piece: string) => {
    events?.onOutput(piece.length);
    errorText = (errorText + piece).slice(-maxErrorText);
  });
  child.once('error', (error: NodeJS.ErrnoException) => ended(error.code ?? error.name));
  // node-powershell pauses the streams when it stops listening, and a paused stream never closes.
  child.once('exit', () => {
    stdout.resume();
    stderr.resume();
  });
  // Not 'exit': the last of the output may still be on its way then.
  child.once('close', (code, signal) => ended(code ?? signal ?? -1));

  return {
    modules: moduleFolder(executable, process.env),
    token,
    listen(listener) {
      events = listener;
      if (end !== undefined) listener.onEnd(end);
    },
    send(line) {
      if (end !== undefined) return;
      // Delimiters of earlier commands stay in the history for ever otherwise.
      shell.history.length = 0;
      const listener = events;
      shell.invoke(line).then(
        () => {
          // An ended process ends its command too, and tells so itself.
          if (child.exitCode === null && child.signalCode === null) listener?.onDone();
        },
        () => undefined,
      );
    },
    errors: () => hideInText(errorText.replace(/^[0-9A-Za-z]{16}\r?$/gm, '').trim()),
    end: () => endTree(child),
    close() {
      child.kill();
    },
  };

  function ended(how: number | string): void {
    if (end !== undefined) return;
    end = how;
    events?.onEnd(how);
  }
}

function spawnShell(executable: string): ProbeShell {
  try {
    return new ProbeShell({
      executable,
      executableOptions: { '-NoProfile': true, '-NonInteractive': true },
      spawnOptions: {
        // Without a console of its own a console program may end at once and silently.
        windowsHide: true,
        env: environment(),
        ...(process.platform === 'win32' ? { cwd: systemRoot(process.env) } : {}),
      },
      throwOnInvocationError: false,
    });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'spawnFailed';
    throw new PowerShellUnavailable(code, executable, String(error));
  }
}

/** Module paths come from the script; those of another PowerShell version would break this one. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !['PSMODULEPATH', 'NODE_POWERSHELL'].includes(name.toUpperCase()),
  );
  return { ...Object.fromEntries(kept), POWERSHELL_TELEMETRY_OPTOUT: '1', POWERSHELL_UPDATECHECK: 'Off' };
}
