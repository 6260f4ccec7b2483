// Reports by way of a share: the same as over HTTPS, whole files only, and nothing that anybody plants there does harm.
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { databaseKinds } from '../../test/databases.ts';
import { type ServingCollector, startServing } from '../../test/serving-collector.ts';
import { reportId, TestHost } from '../../test/test-host.ts';
import { createEnrolmentToken } from '../people/enrolment-tokens.ts';
import { ShareImport } from './share.ts';

const signal = new AbortController().signal;

describe.each(databaseKinds('taking in reports by way of a share'))('on %s', (kind) => {
  let running: ServingCollector;
  let share: string;
  let shareImport: ShareImport;
  let ahead = 0;

  beforeEach(async () => {
    running = await startServing(kind, { now: () => Date.now() + ahead });
    share = mkdtempSync(join(tmpdir(), 'mailflow-tls-share-'));
    shareImport = new ShareImport(running.collector, running.intake, share);
  });
  afterEach(async () => {
    await running.stop();
    rmSync(share, { recursive: true, force: true });
  });

  /** Two looks with the time between them that a file must rest. */
  async function rounds() {
    await shareImport.round(signal);
    ahead += 2000;
    return shareImport.round(signal);
  }

  async function enrolled(name: string) {
    const host = new TestHost(name);
    const id = await host.insert(running.collector.db);
    const folder = join(share, host.key);
    mkdirSync(folder);
    const leave = (at: number, reportName = reportId(at)) => {
      writeFileSync(join(folder, `${reportName}.report.gz`), host.report(at, reportName));
      return reportName;
    };
    return { host, id, folder, leave };
  }

  async function countReports(): Promise<number> {
    return (await running.collector.db.selectFrom('reports').select('id').execute()).length;
  }

  test('a report is taken in once it rests, acknowledged and removed', async () => {
    const { folder, leave } = await enrolled('EX01');
    const id = leave(running.collector.now());
    expect(await shareImport.round(signal)).toEqual({ accepted: 0, duplicates: 0, refused: 0 });
    expect(readdirSync(folder)).toEqual([`${id}.report.gz`]);
    ahead += 2000;
    expect(await shareImport.round(signal)).toEqual({ accepted: 1, duplicates: 0, refused: 0 });
    expect(readdirSync(folder)).toEqual([`${id}.received`]);
    expect(await countReports()).toBe(1);
    const via = await running.collector.db.selectFrom('reports').select('via').executeTakeFirst();
    expect(via).toEqual({ via: 'share' });
  });

  test('a report that also came over HTTPS counts once', async () => {
    const { host, leave } = await enrolled('EX01');
    const at = running.collector.now();
    const id = leave(at);
    const response = await fetch(`${running.url}/api/v1/reports`, {
      method: 'POST',
      body: new Blob([Buffer.from(host.report(at, id))]),
      headers: { 'content-type': 'application/vnd.mailflow-tls.report' },
    });
    expect(response.status).toBe(200);
    expect(await rounds()).toEqual({ accepted: 0, duplicates: 1, refused: 0 });
    expect(await countReports()).toBe(1);
  });

  test('a file that still grows, and names that are none of ours, are left alone', async () => {
    const { host, folder } = await enrolled('EX01');
    const at = running.collector.now();
    const report = host.report(at);
    const file = join(folder, `${reportId(at)}.report.gz`);
    writeFileSync(file, report.subarray(0, 500));
    const others = [
      `${reportId(at)}.report.gz.tmp`,
      'notes.txt',
      `${reportId(at)}.report.gz~`,
      'x.report.gz',
    ];
    for (const name of others) writeFileSync(join(folder, name), report);
    await shareImport.round(signal);
    ahead += 2000;
    writeFileSync(file, report.subarray(0, 900));
    expect(await shareImport.round(signal)).toEqual({ accepted: 0, duplicates: 0, refused: 0 });
    expect(readdirSync(folder)).toHaveLength(5);
  });

  test('a report that can never be taken is set aside with its reason, and its host is told', async () => {
    const { host, folder, leave } = await enrolled('EX01');
    const at = running.collector.now();
    const bad = reportId(at - 1000);
    writeFileSync(join(folder, `${bad}.report.gz`), host.report(at).subarray(0, 900));
    leave(at);
    expect(await rounds()).toEqual({ accepted: 1, duplicates: 0, refused: 1 });
    expect(readFileSync(join(folder, `${bad}.refused`), 'utf8')).toBe('report-not-gzip\n');
    const aside = join(share, 'refused', `${host.key}.${bad}.report.gz`);
    expect(existsSync(aside)).toBe(true);
    expect(JSON.parse(readFileSync(`${aside}.reason.json`, 'utf8'))).toMatchObject({
      code: 'report-not-gzip',
    });
    expect(running.intake.figures.refusedByCode.get('report-not-gzip')).toBe(1);
  });

  test('what a host that waits has left stays there until it is approved', async () => {
    const { id, folder, leave } = await enrolled('EX01');
    const { db } = running.collector;
    await db.updateTable('hosts').set({ status: 'waiting' }).where('id', '=', id).execute();
    leave(running.collector.now());
    expect(await rounds()).toMatchObject({ accepted: 0, refused: 1 });
    expect(readdirSync(folder)).toHaveLength(1);
    await db.updateTable('hosts').set({ status: 'active' }).where('id', '=', id).execute();
    ahead += 60_000;
    expect(await rounds()).toMatchObject({ accepted: 1 });
  });

  test('a host enrols and reports without ever reaching the collector', async () => {
    const { secret } = await createEnrolmentToken(running.collector, 'system', {
      name: 'share',
      mode: 'accept',
      maxUses: 1,
      domain: 'corp.example',
      addressRange: null,
      tags: ['by-share'],
      expiresAt: null,
    });
    const host = new TestHost('EX07');
    const folder = join(share, host.key);
    mkdirSync(folder);
    writeFileSync(join(folder, 'enrolment.json'), JSON.stringify(host.enrolment(secret)));
    const at = running.collector.now();
    const id = reportId(at);
    writeFileSync(join(folder, `${id}.report.gz`), host.report(at, id));
    expect(await rounds()).toEqual({ accepted: 1, duplicates: 0, refused: 0 });
    expect(readdirSync(folder)).toEqual([`${id}.received`]);
  });

  test('no link is followed, no pipe waited for, no folder outside touched', async () => {
    const { host, folder } = await enrolled('EX01');
    const at = running.collector.now();
    const outside = mkdtempSync(join(tmpdir(), 'mailflow-tls-outside-'));
    const name = () => `${reportId(at)}.report.gz`;
    const secret = join(outside, 'secret');
    writeFileSync(secret, host.report(at));
    symlinkSync(secret, join(folder, name()));
    linkSync(secret, join(folder, name()));
    mkdirSync(join(folder, name()));
    if (process.platform !== 'win32') execFileSync('mkfifo', [join(folder, name())]);
    const other = new TestHost('EX02');
    await other.insert(running.collector.db);
    const real = join(outside, 'folder');
    mkdirSync(real);
    writeFileSync(join(real, name()), other.report(at));
    symlinkSync(real, join(share, other.key));
    // The note for the host must not be written through a link either.
    const id = reportId(at);
    writeFileSync(join(folder, `${id}.report.gz`), host.report(at, id));
    symlinkSync(join(outside, 'written'), join(folder, `${id}.received`));
    expect(await rounds()).toEqual({ accepted: 1, duplicates: 0, refused: 0 });
    expect(readdirSync(real)).toHaveLength(1);
    expect(existsSync(join(outside, 'written'))).toBe(false);
    rmSync(outside, { recursive: true });
  });

  test('a host with a full folder does not keep others waiting, and the oldest goes first', async () => {
    const flooding = await enrolled('EX01');
    const quiet = await enrolled('EX02');
    const at = running.collector.now();
    const ids = Array.from({ length: 30 }, (_, index) => flooding.leave(at - 60_000 + index));
    quiet.leave(at);
    expect(await rounds()).toEqual({ accepted: 21, duplicates: 0, refused: 0 });
    expect(readdirSync(quiet.folder).every((name) => name.endsWith('.received'))).toBe(true);
    const left = readdirSync(flooding.folder).filter((name) => name.endsWith('.gz'));
    expect(left.sort()).toEqual(ids.slice(20).map((id) => `${id}.report.gz`));
  });

  test('a share that is not there is told once and does no harm', async () => {
    const gone = new ShareImport(running.collector, running.intake, join(share, 'nowhere'));
    await gone.round(signal);
    await gone.round(signal);
    expect(running.logged.filter((line) => line.includes('The share cannot be read.'))).toHaveLength(1);
  });
});
