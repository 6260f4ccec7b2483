// `logs` over a folder of protocol logs on one core and on all of them: `node bench/logs.mjs [MB] [copies] [rounds]`.
// With copies the folder is that many times as large, and takes no more room on disk.
import { spawnSync } from 'node:child_process';
import { closeSync, linkSync, mkdirSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { emptyTruth, generateProtocolLog } from '../../../packages/core/test/generate-logs.ts';

const [megabytes = 600, copies = 1, rounds = 3] = process.argv.slice(2).map(Number);
const program = fileURLToPath(new URL('../dist/mailflow-tls.cjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'mailflow-tls-logs-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const logs = join(folder, 'logs');
mkdirSync(logs);
const first = join(logs, 'RECV2026011100-1.LOG');
write(first);
for (let copy = 2; copy <= copies; copy++) linkSync(first, join(logs, `RECV2026011100-${copy}.LOG`));

const cores = availableParallelism();
const ways = {
  'grep -c': { command: ['grep', '-rc', 'TLS protocol', logs], cores: 1 },
  'one core': { command: [process.execPath, program, 'logs', logs, '--format', 'json'], cores: 1 },
  [`${cores} cores`]: { command: [process.execPath, program, 'logs', logs, '--format', 'json'], cores },
};
const seen = new Map(Object.keys(ways).map((name) => [name, []]));
// One after the other, so that what else runs on the machine disturbs all alike.
for (let round = 0; round < rounds; round++)
  for (const [name, way] of Object.entries(ways)) seen.get(name).push(time(way));

const size = (statSync(first).size * copies) / 1e6;
console.log(`${size.toFixed(0)} MB in ${copies} file(s)`);
console.log('way          wall s    MB/s  processor s  peak MiB');
for (const [name, runs] of seen) {
  const of = (what) => median(runs.map((run) => run[what]));
  const columns = [
    name.padEnd(10),
    of('wall').toFixed(2).padStart(8),
    (size / of('wall')).toFixed(0).padStart(7),
    of('processor').toFixed(2).padStart(12),
    Math.max(...runs.map(({ peak }) => peak))
      .toFixed(0)
      .padStart(9),
  ];
  console.log(columns.join(' '));
}
const [one, all] = ['one core', `${cores} cores`].map((name) => seen.get(name));
const ratio = (what) => median(one.map((run, round) => run[what] / all[round][what]));
console.log(
  `${cores} cores against one: ${ratio('wall').toFixed(2)} times as fast by the clock, ` +
    `${(1 / ratio('processor')).toFixed(2)} times the processor time ` +
    `(${(cores * ratio('processor')).toFixed(2)} times as fast where no other program runs)`,
);

function time({ command, cores: wanted }) {
  const pinned = wanted === 1 ? ['taskset', '-c', '0', ...command] : command;
  const { stderr, status } = spawnSync('/usr/bin/time', ['-f', '\n%e %U %S %M', ...pinned], {
    env: { ...process.env, LC_ALL: 'C' },
    encoding: 'utf8',
    // To a pipe: grep ends at its first hit where nobody reads what it says.
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 30,
  });
  // 1 means that a cause was found.
  if (status !== 0 && status !== 1) throw new Error(stderr);
  const [wall, user, system, peak] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
  return { wall, processor: user + system, peak: peak / 1024 };
}

/** What a server in hybrid operation logs: see the core's benchmark. */
function write(file) {
  const rare = ['clear', 'clear', 'recipientError', 'recipientError', 'refused', 'failed'];
  const plan = {
    seed: 7,
    sessions: Math.round((megabytes * 1e6) / 4600),
    peers: 400,
    isLifelike: true,
    concurrency: 30,
    scenarios: [...new Array(24).fill('tls'), ...rare],
    direction: 'receive',
    layout: 'new',
  };
  const log = openSync(file, 'w');
  let text = '';
  for (const line of generateProtocolLog(plan, emptyTruth())) {
    text += line;
    if (text.length > 1 << 20) {
      writeSync(log, text);
      text = '';
    }
  }
  writeSync(log, text);
  closeSync(log);
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
