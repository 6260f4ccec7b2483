// What the program sees of its surroundings, so that tests can give it others.
import { homedir } from 'node:os';
import type { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { type Places, placesOf } from '../settings/places.ts';

export interface Io {
  platform: NodeJS.Platform;
  env: NodeJS.ProcessEnv;
  places: Places;
  /** The tag of the user's regional format. */
  intlLocale: string;
  stdin: Readable;
  /** Somebody would have to type what is read from it. */
  stdinIsTerminal: boolean;
  /** Data. */
  stdout: Sink;
  /** Progress, warnings and errors. */
  stderr: Sink;
  now: () => Date;
  /** Resolves after so many milliseconds; rejects when the program is asked to stop. */
  sleep: (ms: number) => Promise<void>;
  /** The program's own file, for further threads; null when it is not one file. */
  program: string | null;
  /** Aborted when the user asks the program to stop. */
  signal: AbortSignal;
}

export interface Sink {
  write(text: string): void;
  isTerminal: boolean;
  /** Columns of the terminal; undefined elsewhere. */
  width: number | undefined;
}

export function processIo(signal: AbortSignal): Io {
  return {
    platform: process.platform,
    env: process.env,
    places: placesOf(process.platform, process.env, homedir()),
    intlLocale: Intl.DateTimeFormat().resolvedOptions().locale,
    stdin: process.stdin,
    stdinIsTerminal: process.stdin.isTTY === true,
    program: typeof __filename === 'string' ? __filename : null,
    stdout: sinkOf(process.stdout),
    stderr: sinkOf(process.stderr),
    now: () => new Date(),
    sleep: (ms) => delay(ms, undefined, { signal }),
    signal,
  };
}

/** A reader that has gone away (`| head`) is no error: nobody is left to tell. */
function sinkOf(stream: NodeJS.WriteStream): Sink {
  let gone = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    gone = true;
    if (error.code !== 'EPIPE' && error.code !== 'EOF') throw error;
  });
  return {
    write(text) {
      if (!gone) stream.write(text);
    },
    isTerminal: stream.isTTY === true,
    get width() {
      return stream.isTTY ? stream.columns : undefined;
    },
  };
}

/** Whether to colour what goes to a sink: the option, then FORCE_COLOR, NO_COLOR and TERM=dumb, then the terminal. */
export function wantsColor(sink: Sink, env: NodeJS.ProcessEnv, noColorOption: boolean): boolean {
  if (noColorOption) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  if (env.NO_COLOR || env.TERM === 'dumb') return false;
  return sink.isTerminal;
}
