// Times whole processes over the same logs, start included, each on one core: `node compare-processes.ts [MB] [rounds]`.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyTruth, generateProtocolLog, type LogPlan } from '../../test/generate-logs.ts';

const megabytes = Number(process.argv[2] ?? 600);
const rounds = Number(process.argv[3] ?? 3);
/** Slower ones get a piece of the log only, and the time is scaled. */
const part = { 'csv-parse': 0.1, papaparse: 0.25 } as const;

/**
 * `typical`: a server in hybrid operation. It sees the few hundred addresses of Exchange Online, relays, printers and
 * monitors; the busiest few make most sessions, each on the connector that is meant for it, and nearly all agree on
 * TLS 1.2. `hard`: three thousand peers, each as busy as all others, on any connector, with any version and suite. No
 * host is like that, but no memory of what came before helps with it.
 */
const mixes: Readonly<Record<string, Pick<LogPlan, 'peers' | 'isLifelike' | 'steadyPeers'>>> = {
  typical: { peers: 400, isLifelike: true },
  hard: { peers: 3000, steadyPeers: true },
};

const folder = mkdtempSync(join(tmpdir(), 'protocol-logs-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const programs = new Map(
  ['mailflow', 'duckdb', 'papaparse', 'csv-parse'].map((name) => [name, program(name)]),
);
const whole = join(folder, 'whole.log');
const tenth = join(folder, 'tenth.log');
const quarter = join(folder, 'quarter.log');

type Contender = {
  readonly name: string;
  readonly command: string;
  readonly args: string[];
  readonly scale: number;
};
const contenders: Contender[] = [
  { name: 'grep -c', command: 'grep', args: ['-c', 'TLS protocol', whole], scale: 1 },
  { name: 'mailflow-tls', ...ofNode('mailflow', whole), scale: 1 },
  { name: 'DuckDB', ...ofNode('duckdb', whole), scale: 1 },
  { name: 'papaparse', ...ofNode('papaparse', quarter), scale: 1 / part.papaparse },
  { name: 'csv-parse', ...ofNode('csv-parse', tenth), scale: 1 / part['csv-parse'] },
];
type Times = { readonly wall: number; readonly processor: number };
let times = new Map<string, Times[]>();
const notes = new Map<string, string>();

for (const [mix, plan] of Object.entries(mixes)) {
  const sessions = write(whole, megabytes, plan);
  write(tenth, megabytes * part['csv-parse'], plan);
  write(quarter, megabytes * part.papaparse, plan);
  times = new Map(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const contender of contenders) times.get(contender.name)?.push(time(contender));
  }
  console.log(`\n${mix}: ${(statSync(whole).size / 1e6).toFixed(0)} MB, ${sessions} sessions with TLS`);
  report();
}

function report(): void {
  const ours = medians('mailflow-tls');
  console.log('name           wall s   MB/s  / ours   processor s  / ours   output');
  for (const { name } of contenders) {
    const { wall, processor } = medians(name);
    const columns = [
      name.padEnd(12),
      wall.toFixed(3).padStart(8),
      (statSync(whole).size / 1e6 / wall).toFixed(0).padStart(6),
      (wall / ours.wall).toFixed(2).padStart(7),
      processor.toFixed(3).padStart(13),
      (processor / ours.processor).toFixed(2).padStart(7),
      `  ${notes.get(name)}`,
    ];
    console.log(columns.join(' '));
  }
}

function ofNode(name: string, log: string): Pick<Contender, 'command' | 'args'> {
  return { command: process.execPath, args: [programs.get(name) ?? '', log] };
}

function medians(name: string): Times {
  const all = times.get(name) ?? [];
  return {
    wall: median(all.map(({ wall }) => wall)),
    processor: median(all.map(({ processor }) => processor)),
  };
}

/** Bash tells the processor time as well, which other programs on the machine disturb less. */
function time({ name, command, args, scale }: Contender): Times {
  const isPinned = spawnSync('taskset', ['--version']).status === 0;
  const program = [...(isPinned ? ['taskset', '-c', '0'] : []), command, ...args];
  const quoted = program.map((word) => `'${word}'`).join(' ');
  const { stdout, stderr, status } = spawnSync(
    'bash',
    ['-c', `TIMEFORMAT='%R %U %S'; time ${quoted} | cat`],
    {
      env: { ...process.env, LC_ALL: 'C' },
      encoding: 'utf8',
    },
  );
  const [real, user, system] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
  if (status !== 0 || real === undefined || user === undefined || system === undefined) {
    throw new Error(`${name} failed: ${stderr}`);
  }
  notes.set(name, stdout.trim());
  return { wall: real * scale, processor: (user + system) * scale };
}

/** Writes about so many megabytes; gives the number of sessions that negotiated TLS. */
function write(file: string, size: number, mix: Partial<LogPlan>): number {
  const truth = emptyTruth();
  const log = openSync(file, 'w');
  // The generator's average; the exact size does not matter.
  const plan = {
    seed: 7,
    sessions: Math.round((size * 1e6) / 4600),
    concurrency: 30,
    ...mix,
  };
  // What a host that faces the Internet logs: mostly mail over TLS, some without, some refused.
  const rare = ['clear', 'clear', 'recipientError', 'recipientError', 'refused', 'failed'] as const;
  const scenarios = [...new Array<'tls'>(24).fill('tls'), ...rare];
  let text = '';
  for (const line of generateProtocolLog(
    { ...plan, scenarios, direction: 'receive', layout: 'new' },
    truth,
  )) {
    text += line;
    if (text.length > 1 << 20) {
      writeSync(log, text);
      text = '';
    }
  }
  writeSync(log, text);
  closeSync(log);
  return [...truth.suites.values()].reduce((sum, count) => sum + count, 0);
}

/** Ours as it ships, in one file of plain JavaScript; starting the others from TypeScript costs them 30 ms. */
function program(name: string): string {
  const source = join(import.meta.dirname, `read-with-${name}.ts`);
  if (name !== 'mailflow') return source;
  const output = join(folder, `${name}.mjs`);
  const esbuild = join(import.meta.dirname, '../../../../node_modules/.bin/esbuild');
  const options = ['--bundle', '--platform=node', '--format=esm', '--minify', '--log-level=error'];
  const { status, stderr } = spawnSync(esbuild, [source, ...options, `--outfile=${output}`], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`Could not bundle ${name}: ${stderr}`);
  return output;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
