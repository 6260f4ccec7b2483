// Surroundings for a command line in tests: everything it writes is kept, nothing of this machine is seen.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { main } from '../src/cli.ts';
import type { Gathering } from '../src/gathering.ts';
import type { Io, Sink } from '../src/output/io.ts';

export interface Run {
  code: number;
  stdout: string;
  stderr: string;
}

export interface TestHost {
  /** Where settings and log are; also a place for files. */
  folder: string;
  run(args: readonly string[], change?: Partial<Io>, gathering?: Partial<Gathering>): Promise<Run>;
  dispose(): void;
}

const testNow: Date = new Date('2026-11-01T12:00:00.000Z');

export function createTestHost(): TestHost {
  const folder = mkdtempSync(join(tmpdir(), 'mailflow-tls-cli-'));
  return {
    folder,
    async run(args, change = {}, gathering = {}) {
      const out: string[] = [];
      const err: string[] = [];
      const io: Io = {
        platform: 'linux',
        env: {},
        places: {
          settingsFile: join(folder, 'settings.json'),
          logFolder: join(folder, 'logs'),
          mailLogState: join(folder, 'mail-logs.json'),
          deliveryFolder: join(folder, 'delivery'),
        },
        intlLocale: 'en-US',
        stdin: Readable.from([]),
        stdinIsTerminal: false,
        program: null,
        stdout: sink(out),
        stderr: sink(err),
        now: () => testNow,
        sleep: async () => {},
        signal: new AbortController().signal,
        ...change,
      };
      const code = await main(args, io, {
        readsThisHost: false,
        gather: unexpected,
        inspect: unexpected,
        warmUp: () => ({ take: () => null, drop: async () => {} }),
        ...gathering,
      });
      return { code, stdout: out.join(''), stderr: err.join('') };
    },
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function sink(parts: string[]): Sink {
  return { write: (text) => parts.push(text), isTerminal: false, width: undefined };
}

function unexpected(): never {
  throw new Error('the host must not be read here');
}
