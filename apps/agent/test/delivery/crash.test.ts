// Killed at any moment, a host loses no report that it had kept without saying so, and none arrives twice.
import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { signEnrolment } from '@mailflow-tls/contract';
import { build } from 'esbuild';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openHttpsCollector } from '../../src/delivery/https.ts';
import { headerOf, inspectSpool } from '../../src/delivery/spool.ts';
import { type Receiver, startReceiver } from './receiver.ts';

/** More by a number in this variable. */
const kills = Number(process.env.MAILFLOW_TLS_AGENT_KILLS ?? 50);

let folder: string;
let receiver: Receiver;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mailflow-tls-crash-'));
  receiver = await startReceiver();
});
afterEach(async () => {
  await receiver.stop();
  rmSync(folder, { recursive: true, force: true });
});

test(`killed ${kills} times`, async () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const keyFile = join(folder, 'key.pem');
  writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const https = openHttpsCollector({
    url: receiver.url,
    trust: { kind: 'file', path: receiver.caFile },
    proxy: null,
    now: Date.now,
    signal: new AbortController().signal,
  });
  const host = { name: 'EX01', domain: null };
  await https.enrol(
    signEnrolment({ token: 'right', host, agent: '0', requestedAt: new Date().toISOString() }, privateKey),
  );
  https.close();

  // In one file it starts several times as fast.
  const program = join(folder, 'spooling.mjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'spooling-entry.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['mailflow-source'],
  });

  const spool = join(folder, 'spool');
  for (let index = 0; index < kills; index++) {
    // Now and then nobody takes anything, so that the spool fills up and has to give up reports.
    if (index % 3 === 0) receiver.answers.push(...Array.from({ length: 40 }, () => 'dropAfter' as const));
    const child = spawn(process.execPath, [program, spool, receiver.url, receiver.caFile, keyFile], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const ended = new Promise((resolve) => child.on('exit', (code, signal) => resolve(signal ?? code)));
    const before = receiver.taken.length;
    // From when it works on, at a random moment.
    while (receiver.taken.length === before && receiver.answers.length === 0 && child.exitCode === null)
      await delay(2);
    await delay(Math.random() * 150);
    child.kill('SIGKILL');
    expect(await ended).toBe('SIGKILL');
    receiver.answers.length = 0;
  }

  const lines = (name: string): string[] => readFileSync(`${spool}.${name}`, 'utf8').trim().split('\n');
  const ids = receiver.taken.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const content = await inspectSpool(spool);
  const waiting = content.waiting.map(({ id }) => id);
  const arrived = new Set([...ids, ...waiting]);
  const gone = lines('kept').filter((id) => !arrived.has(id));
  // What is gone was given up, and each is counted: by a report that arrived, by one that waits, or in the ledger.
  const toldOfIn = [
    ...receiver.taken,
    ...waiting.map((id) => headerOf(readFileSync(join(spool, `${id}.report.gz`)))),
  ];
  const told = [...toldOfIn.map((header) => header?.lost), content.lost].reduce(
    (sum, lost) =>
      sum +
      (lost?.dropped.count ?? 0) +
      (lost?.dropped.bytes ?? 0) +
      (lost?.dropped.age ?? 0) +
      (lost?.unreadable ?? 0),
    0,
  );
  expect(told).toBeGreaterThanOrEqual(gone.length);
  // Counted twice only when killed between the count and the removal.
  expect(told).toBeLessThanOrEqual(gone.length + kills);
  expect(ids.length).toBeGreaterThan(kills / 2);
  expect(readdirSync(spool).filter((name) => name.endsWith('.tmp')).length).toBeLessThanOrEqual(1);
}, 600_000);
