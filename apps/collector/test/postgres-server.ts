// A real PostgreSQL in a folder of its own, reached by a socket in it, for tests and benchmarks.
import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where Debian, Ubuntu, Red Hat and Homebrew put the servers that this product is tried with. */
const binFolders = [
  ...['18', '17', '16', '15', '14'].map((version) => `/usr/lib/postgresql/${version}/bin`),
  ...['18', '17', '16', '15'].map((version) => `/usr/pgsql-${version}/bin`),
  ...['18', '17', '16', '15'].map((version) => `/opt/homebrew/opt/postgresql@${version}/bin`),
];

export interface PostgresTools {
  bin: string;
  /** PostgreSQL refuses to run as root: this user is taken then. */
  user: { uid: number; gid: number } | null;
}

/** What is needed to start a server, or a sentence that says what is missing. */
export function findPostgres(): PostgresTools | string {
  const bin = binFolders.find((folder) => existsSync(join(folder, 'initdb')));
  if (bin === undefined)
    return 'PostgreSQL is not installed (Debian: apt-get install postgresql; version 14 or newer).';
  if (process.getuid?.() !== 0) return { bin, user: null };
  try {
    const [uid, gid] = ['-u', '-g'].map((option) => Number(execFileSync('id', [option, 'postgres'])));
    if (uid !== undefined && gid !== undefined) return { bin, user: { uid, gid } };
  } catch {
    // Told below.
  }
  return 'PostgreSQL does not run as root, and there is no user "postgres" to run it as.';
}

/** Makes a server in the folder (which must not be there yet) and starts it. */
export function startPostgres(tools: PostgresTools, folder: string, settings: readonly string[] = []): void {
  mkdirSync(folder, { recursive: true });
  if (tools.user) chownSync(folder, tools.user.uid, tools.user.gid);
  const data = join(folder, 'data');
  runPostgres(tools, 'initdb', [
    '-D',
    data,
    '-A',
    'trust',
    '-U',
    'postgres',
    '-E',
    'UTF8',
    '--locale=C',
    '--no-sync',
  ]);
  resumePostgres(tools, folder, settings);
}

/** Starts a server again that was stopped. */
export function resumePostgres(tools: PostgresTools, folder: string, settings: readonly string[] = []): void {
  const options = [
    `-k ${folder}`,
    "-c listen_addresses=''",
    '-c max_connections=200',
    '-c fsync=on',
    ...settings.map((setting) => `-c ${setting}`),
  ];
  runPostgres(tools, 'pg_ctl', [
    '-D',
    join(folder, 'data'),
    '-l',
    join(folder, 'log'),
    '-w',
    '-o',
    options.join(' '),
    'start',
  ]);
}

export function stopPostgres(
  tools: PostgresTools,
  folder: string,
  mode: 'fast' | 'immediate' = 'fast',
): void {
  runPostgres(tools, 'pg_ctl', ['-D', join(folder, 'data'), '-m', mode, '-w', 'stop']);
}

export function postgresUrl(folder: string, database: string): string {
  return `postgres:///${database}?host=${encodeURIComponent(folder)}&user=postgres`;
}

/** Runs one of its programs as the user of the server. */
export function runPostgres(tools: PostgresTools, program: string, args: readonly string[]): void {
  const { bin, user } = tools;
  execFileSync(join(bin, program), args, { stdio: 'ignore', cwd: '/', ...(user ?? {}) });
}
