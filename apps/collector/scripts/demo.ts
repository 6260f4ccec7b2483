// `npm run -s demo`: a collector with a sample fleet of 300 hosts. Its address goes to standard output, all else to standard error.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Collector } from '../src/collector.ts';
import { Intake } from '../src/intake/intake.ts';
import { openLog } from '../src/log.ts';
import { createUser } from '../src/people/users.ts';
import { openDatabase } from '../src/serving/open-database.ts';
import { startCollector } from '../src/serving/start-collector.ts';
import type { Settings } from '../src/settings/settings.ts';
import { fillDemo } from './demo-fleet.ts';

const say = (text: string): void => void process.stderr.write(`${text}\n`);
const option = (name: string, fallback: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  const value = at < 0 ? fallback : Number(process.argv[at + 1]);
  if (Number.isInteger(value) && value >= 0) return value;
  say(`--${name} takes a whole number, for instance --${name} ${fallback}.`);
  process.exit(2);
};

const hosts = option('hosts', 300);
const days = option('days', 45);
const port = option('port', 0);
const seed = option('seed', 1);

const folder = join(import.meta.dirname, '..', '..', '..', 'out', 'demo');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const settings: Settings = {
  dataFolder: folder,
  database: { kind: 'sqlite', file: join(folder, 'collector.sqlite') },
  listen: { host: '127.0.0.1', port },
  // On loopback, so that a browser opens it without a warning.
  tls: { kind: 'none' },
  trustedProxies: [],
  publicUrl: null,
  shareFolder: null,
  retention: { reportDays: 400, rollupDays: 1825 },
  silentAfterHours: 48,
  oidc: null,
  mail: null,
};
const log = openLog('warn');

say(
  `A sample fleet: ${hosts} hosts and the last ${days} days of their reports, made up. No host of yours is in it.`,
);
const clock = { now: Date.now() };
const store = await openDatabase(settings, log, { migrate: true });
const past: Collector = { db: store.db, store, settings, log, now: () => clock.now };
const intake = new Intake(past);
await fillDemo(past, intake, {
  hosts,
  days,
  seed,
  clock,
  onDay: (done) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${days} days …${done === days ? '\n' : ''}`);
  },
});
const password = randomBytes(9).toString('base64url');
await createUser(past, 'system', { name: 'admin', role: 'administrator', password });
await intake.stop();
await store.close();

const running = await startCollector(settings, log);
say(`Sign in as admin with the password ${password}. Everything is in ${folder}. Ctrl+C ends it.`);
process.stdout.write(`${running.url}\n`);
const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => ending.abort());
await once(ending.signal, 'abort');
await running.stop();
