// Logs that grow, are rotated, renamed and deleted under a reader that is killed: nothing is counted twice or lost.
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MailLogsFacts } from '@mailflow-tls/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type SampleSession, sendLog, sendLogHeader, sendSession } from '../../test/log-samples.ts';
import type { LogFolder } from './log-folders.ts';
import { mailLogFacts } from './mail-log-facts.ts';
import { type FolderRun, type RunLimits, readFolder } from './read-folder.ts';
import { emptyState, readState, writeState } from './state.ts';

let root: string;
let folder: LogFolder;
let stateFile: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mailflow-tls-mail-logs-'));
  folder = { path: join(root, 'SmtpSend'), kind: 'smtpSendLog', foundBy: 'settings' };
  mkdirSync(folder.path);
  stateFile = join(root, 'state', 'mail-logs.json');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const unlimited: RunLimits = { since: 0, bytes: 1e9, isOver: () => false };
const day = '2026-11-01';

/** One run of the program; without `keep` it is killed before it has kept what it knows. */
async function run({ limits = unlimited, keep = true, onDay = day } = {}): Promise<FolderRun> {
  const { folders } = await readState(stateFile);
  const done = await readFolder(folder, folders[0], limits, onDay);
  if (keep) await writeState(stateFile, { version: 1, folders: [done.state] });
  return done;
}

async function counted(firstDay = day): Promise<Omit<MailLogsFacts, 'folders'>> {
  return mailLogFacts((await readState(stateFile)).folders, firstDay);
}

function random(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe('any order of writing, rotating, deleting, renaming, killing', () => {
  test.each(Array.from({ length: 24 }, (_, seed) => seed))('seed %i', async (seed) => {
    const below = random(seed + 1);
    const all: SampleSession[] = Array.from({ length: 60 }, (_, id) => ({
      id: id + 1,
      minute: id,
      fails: id % 7 === 3,
      peer: id % 2 ? '52.101.8.36' : '192.0.2.77',
      protocol: id % 5 === 0 ? 'SP_PROT_TLS1_0_CLIENT' : 'SP_PROT_TLS1_2_CLIENT',
    }));
    // Five sessions at a time lie over each other.
    const lines: string[] = [];
    for (let at = 0; at < all.length; at += 5) {
      const group = all.slice(at, at + 5).map(sendSession);
      while (group.some((one) => one.length > 0)) {
        const next = group[below(group.length)]?.shift();
        if (next !== undefined) lines.push(next);
      }
    }
    let number = 1;
    const nameOf = (index: number): string => join(folder.path, `SEND2026110109-${index}.LOG`);
    writeFileSync(nameOf(number), sendLogHeader());
    let pending = '';
    for (const line of lines) {
      pending += line;
      if (below(3) > 0) continue;
      // Half a line may be on disk when the reader comes.
      const cut = below(2) ? pending.length : below(pending.length);
      appendFileSync(nameOf(number), pending.slice(0, cut));
      pending = pending.slice(cut);
      if (below(4) === 0) await run({ keep: below(3) > 0 });
      if (below(9) === 0) {
        appendFileSync(nameOf(number), pending);
        pending = '';
        const wholeSeen = below(2) === 0;
        number++;
        writeFileSync(
          nameOf(number),
          sendLogHeader(`2026-11-01T09:00:${String(number).padStart(2, '0')}.000Z`),
        );
        if (wholeSeen) {
          await run();
          if (existsSync(nameOf(number - 1))) {
            if (below(2)) rmSync(nameOf(number - 1));
            else renameSync(nameOf(number - 1), join(folder.path, `OLD${number}.LOG`));
          }
        }
      }
    }
    appendFileSync(nameOf(number), pending);
    await run();
    await run();
    const facts = await counted();
    expect(facts.sessions).toBe(60);
    expect(facts.messages).toEqual({ encrypted: 60 - 9, clear: 0, refused: 0 });
    const whole = all.filter(({ fails }) => fails).length;
    expect(facts.protocols).toEqual({
      'TLS 1.0': all.filter(({ fails, protocol }) => !fails && protocol === 'SP_PROT_TLS1_0_CLIENT').length,
      'TLS 1.2': all.filter(({ fails, protocol }) => !fails && protocol === 'SP_PROT_TLS1_2_CLIENT').length,
      failed: whole,
    });
    expect(
      facts.errors
        .filter(({ text }) => /TLS negotiation failed/.test(text))
        .reduce((sum, { count }) => sum + count, 0),
    ).toBe(whole);
  });
});

describe('single cases', () => {
  const file = (name = 'SEND2026110109-1.LOG'): string => join(folder.path, name);

  test('a second run reads nothing again', async () => {
    writeFileSync(file(), sendLog([{ id: 1 }, { id: 2 }]));
    expect((await run()).records).toBeGreaterThan(20);
    expect(await run()).toMatchObject({ records: 0, bytes: 0, unreadable: 0 });
    expect((await counted()).sessions).toBe(2);
  });

  test('a file that is written anew under its name is a new one', async () => {
    writeFileSync(file(), sendLog([{ id: 1 }]));
    await run();
    writeFileSync(file(), sendLog([{ id: 2 }, { id: 3 }], '2026-11-01T12:00:00.000Z'));
    await run();
    expect((await counted()).sessions).toBe(3);
  });

  test('a copy that takes the place of its original (a restored disk) is known again', async () => {
    writeFileSync(file(), sendLog([{ id: 1 }]));
    await run();
    copyFileSync(file(), join(root, 'copy'));
    rmSync(file());
    renameSync(join(root, 'copy'), file());
    await run();
    expect((await counted()).sessions).toBe(1);
  });

  test('time is over: the rest is read by the next run', async () => {
    const many = Array.from({ length: 20_000 }, (_, id) => ({ id: id + 1 }));
    writeFileSync(file(), sendLog(many));
    let left = 1;
    const first = await run({ limits: { ...unlimited, isOver: () => left-- <= 0 } });
    expect(first.unread).toBeGreaterThan(0);
    expect(first.bytes).toBeGreaterThan(0);
    await run();
    expect((await counted()).sessions).toBe(20_000);
  }, 30_000);

  test('a first run reads the newest files within its bytes, and the old ones never', async () => {
    for (const number of [1, 2, 3])
      writeFileSync(
        file(`SEND2026110109-${number}.LOG`),
        sendLog([{ id: number }], `2026-11-01T0${number}:00:00.000Z`),
      );
    const size = readFileSync(file('SEND2026110109-3.LOG')).length;
    const first = await run({ limits: { ...unlimited, bytes: 2 * size } });
    expect(first).toMatchObject({ bytes: 2 * size, leftOut: size });
    await run();
    expect((await counted()).sessions).toBe(2);
  });

  test('files from before the period are left out', async () => {
    writeFileSync(file(), sendLog([{ id: 1 }]));
    utimesSync(file(), new Date('2020-01-01'), new Date('2020-01-01'));
    expect(await run({ limits: { ...unlimited, since: Date.parse('2026-01-01') } })).toMatchObject({
      bytes: 0,
      records: 0,
    });
    expect((await counted()).sessions).toBe(0);
  });

  test('days that are over go', async () => {
    writeFileSync(file(), sendLog([{ id: 1 }]));
    await run({ onDay: '2026-10-01' });
    appendFileSync(file(), sendSession({ id: 2 }).join(''));
    await run({ onDay: '2026-11-01' });
    expect((await counted('2026-10-01')).sessions).toBe(2);
    expect((await counted('2026-10-25')).sessions).toBe(1);
  });

  test.each(['', '{', '[]', '{"version":9,"folders":[]}', '{"version":1,"folders":[{"path":1}]}'])(
    'a state that is %j counts as none',
    async (text) => {
      mkdirSync(join(root, 'state'));
      writeFileSync(stateFile, text);
      expect(await readState(stateFile)).toEqual(emptyState);
    },
  );

  test('nothing personal is kept', async () => {
    const lines = sendSession({ id: 1 });
    writeFileSync(file(), sendLogHeader() + lines.slice(0, 12).join(''));
    await run();
    const kept = readFileSync(stateFile, 'utf8');
    expect(kept).not.toMatch(/avi\.cohen|dana\.levi|secret-id/);
  });
});
