// That work on this machine is done once, and that a killed worker holds nobody up.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { isAlive, onceOnThisMachine, sweep } from './cache.ts';

const folder = mkdtempSync(join(tmpdir(), 'bench-cache-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const deadProcess = (): number => spawnSync(process.execPath, ['--version']).pid;

test('a process that ended is not alive, this one is', () => {
  expect(isAlive(deadProcess())).toBe(false);
  expect(isAlive(process.pid)).toBe(true);
});

test('makes a thing once, however many ask for it', async () => {
  const made = join(folder, 'once');
  let times = 0;
  const make = async (): Promise<void> => {
    times += 1;
    await sleep(50);
    writeFileSync(made, '');
  };
  await Promise.all([
    onceOnThisMachine(made, make),
    onceOnThisMachine(made, make),
    onceOnThisMachine(made, make),
  ]);
  expect(times).toBe(1);
  expect(existsSync(`${made}.lock`)).toBe(false);
});

test('takes over the lock of a killed process', async () => {
  const made = join(folder, 'taken-over');
  writeFileSync(`${made}.lock`, String(deadProcess()));
  await onceOnThisMachine(made, async () => writeFileSync(made, ''));
  expect(existsSync(made)).toBe(true);
});

test('a failure reaches the caller and leaves the way free', async () => {
  const made = join(folder, 'fails-first');
  await expect(onceOnThisMachine(made, () => Promise.reject(new Error('no network')))).rejects.toThrow(
    'no network',
  );
  await onceOnThisMachine(made, async () => writeFileSync(made, ''));
  expect(existsSync(made)).toBe(true);
});

test('sweeps away what killed processes left and nothing else', () => {
  const swept = join(folder, 'swept');
  const left = join(swept, `${deadProcess()}-x`);
  const own = join(swept, `${process.pid}-x`);
  const other = join(swept, 'other');
  for (const path of [left, own, other]) mkdirSync(path, { recursive: true });
  sweep(swept);
  expect([left, own, other].map((path) => existsSync(path))).toEqual([false, true, true]);
});
