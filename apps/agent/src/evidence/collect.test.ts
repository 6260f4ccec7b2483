// Evidence in every wrapping, and what must not harm: links, bombs, names that climb, binary files, cut archives.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sendLog, sendLogHeader, sendSession } from '../../test/log-samples.ts';
import { makeZip } from '../../test/make-zip.ts';
import { collect } from './collect.ts';
import type { Collected } from './collected.ts';
import { isLoss } from './problem.ts';

const megabyte = 1024 * 1024;
const bounce = "Remote Server returned '451 4.4.0 TLS negotiation failed with error SocketError'\r\n";
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mailflow-tls-evidence-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, data: string | Buffer): string {
  const file = join(folder, name);
  writeFileSync(file, data);
  return file;
}

function read(args: readonly string[], stdin: Buffer | string = ''): Promise<Collected> {
  return collect({
    args,
    stdin: Readable.from([Buffer.from(stdin)]),
    signal: new AbortController().signal,
    program: null,
    onProgress: () => {},
  });
}

const codes = ({ problems }: Collected): string[] => problems.map(({ code }) => code).sort();
const ids = ({ signals }: Collected): string[] => signals.map(({ id }) => id).sort();
const sessions = (collected: Collected): number => collected.usage?.report().sessions ?? 0;

describe('wrappings', () => {
  const one = Buffer.from(sendLog([{ id: 1 }, { id: 2, fails: true }]));

  test.each<[string, string, Buffer]>([
    ['a file', 'SEND2026110109-1.LOG', one],
    ['with a mark', 'SEND.LOG', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), one])],
    ['in UTF-16', 'SEND.LOG', Buffer.from(`\uFEFF${one.toString()}`, 'utf16le')],
    ['gzip', 'SEND.LOG.gz', gzipSync(one)],
    [
      'several gzip members',
      'SEND.LOG.gz',
      Buffer.concat([gzipSync(one.subarray(0, 500)), gzipSync(one.subarray(500))]),
    ],
    ['zip', 'logs.zip', makeZip([{ name: 'SEND.LOG', data: one }])],
    [
      'zip, not compressed, with a comment',
      'logs.zip',
      makeZip([{ name: 'a/SEND.LOG', data: one, stored: true }], { comment: 'PK\u0005\u0006 no end' }),
    ],
    ['gzip in zip', 'logs.zip', makeZip([{ name: 'SEND.LOG.gz', data: gzipSync(one) }])],
    ['gzip by content, not by name', 'SEND.LOG', gzipSync(one)],
  ])('%s', async (_, name, data) => {
    for (const collected of [await read([write(name, data)]), await read(['-'], data)]) {
      expect(codes(collected)).toEqual([]);
      expect(sessions(collected)).toBe(2);
      expect(ids(collected)).toContain('tls-negotiation-socket-error');
      expect(collected.sources).toMatchObject([{ kind: 'smtpSendLog', unreadable: 0 }]);
    }
  });

  test('a session that goes on in the next file is one, whatever order the names have', async () => {
    const lines = sendSession({ id: 7 });
    write('b.LOG', sendLogHeader('2026-11-01T09:00:00.000Z') + lines.slice(0, 9).join(''));
    write('a.LOG', sendLogHeader('2026-11-01T10:00:00.000Z') + lines.slice(9).join(''));
    const collected = await read([folder]);
    expect(collected.usage?.report()).toMatchObject({
      sessions: 1,
      unfinished: 0,
      messages: { encrypted: 1 },
    });
  });

  test('logs of two folders are not mixed', async () => {
    const lines = sendSession({ id: 7 });
    mkdirSync(join(folder, 'one'));
    mkdirSync(join(folder, 'two'));
    write('one/a.LOG', sendLogHeader() + lines.slice(0, 9).join(''));
    write('two/a.LOG', sendLogHeader() + lines.slice(9).join(''));
    expect((await read([folder])).usage?.report().sessions).toBe(2);
  });

  test('all kinds in one folder, each once', async () => {
    write('bounce.txt', bounce);
    write('SEND.LOG', one);
    write(
      'other.log',
      '#Software: Microsoft Internet Information Services 10.0\r\n#Fields: date time\r\n2026-11-01 09:00\r\n',
    );
    write('empty.log', '');
    write('picture.log', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3, 0, 0, 0xff]));
    const collected = await read([folder, join(folder, '*.txt')]);
    expect(codes(collected)).toEqual(['binary', 'empty', 'foreign']);
    expect(collected.problems.filter(isLoss)).toEqual([]);
    expect(sessions(collected)).toBe(2);
    expect(collected.allSources().map(({ file }) => file)).toHaveLength(5);
  });

  test('only what lies in the period', async () => {
    const file = write(
      'SEND.LOG',
      sendLog([
        { id: 1, minute: 5 },
        { id: 2, minute: 30 },
      ]),
    );
    const collected = await collect({
      args: [file],
      stdin: Readable.from([]),
      signal: new AbortController().signal,
      program: null,
      onProgress: () => {},
      since: Date.parse('2026-11-01T09:10:00Z'),
    });
    expect(sessions(collected)).toBe(1);
  });
});

describe('what must not harm', () => {
  test('links in folders are told and not followed', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'mailflow-tls-outside-'));
    writeFileSync(join(outside, 'secret.txt'), bounce);
    symlinkSync(outside, join(folder, 'way-out'));
    symlinkSync(join(outside, 'secret.txt'), join(folder, 'file.txt'));
    symlinkSync(folder, join(folder, 'round'));
    write('own.txt', bounce);
    const collected = await read([folder]);
    expect(codes(collected)).toEqual(['linkNotFollowed', 'linkNotFollowed', 'linkNotFollowed']);
    expect(collected.sources).toHaveLength(1);
    // Named by the user it is meant.
    expect((await read([join(folder, 'file.txt')])).sources).toHaveLength(1);
    rmSync(outside, { recursive: true });
  });

  test('a gzip bomb is ended, and the rest still read', async () => {
    write('bomb.gz', gzipSync(Buffer.alloc(400 * megabyte, 'a'), { level: 9 }));
    write('own.txt', bounce);
    const collected = await read([folder]);
    expect(codes(collected)).toContain('archiveBomb');
    expect(collected.signals).toHaveLength(1);
  }, 60_000);

  test('zip bombs: by ratio, by a false length, by overlap', async () => {
    const data = Buffer.alloc(200 * megabyte);
    write(
      'ratio.zip',
      makeZip([
        { name: 'a', data },
        { name: 'own.txt', data: Buffer.from(bounce) },
      ]),
    );
    write('length.zip', makeZip([{ name: 'a', data: Buffer.from(bounce.repeat(9)), claims: { size: 10 } }]));
    const small = Buffer.from(bounce);
    write(
      'overlap.zip',
      makeZip([
        { name: 'a', data: small },
        { name: 'b', data: small, claims: { offset: 0 } },
      ]),
    );
    const collected = await read([folder]);
    expect(codes(collected).filter((code) => code.startsWith('archive'))).toEqual([
      'archiveBomb',
      'archiveBomb',
      'archiveOverlap',
    ]);
    expect(ids(collected)).toContain('tls-negotiation-socket-error');
  }, 60_000);

  test.each(['../../etc/passwd.txt', '/etc/cron.d/x.txt', 'C:\\Windows\\x.txt', 'a\\..\\..\\x.txt'])(
    'a member named %s is read and nothing written',
    async (name) => {
      const collected = await read([write('a.zip', makeZip([{ name, data: Buffer.from(bounce) }]))]);
      expect(codes(collected)).toEqual(['archiveNameClimbs']);
      expect(collected.signals).toHaveLength(1);
    },
  );

  test.each<[string, Buffer, string]>([
    ['encrypted', makeZip([{ name: 'a', data: Buffer.from(bounce), encrypted: true }]), 'archiveEncrypted'],
    ['another method', makeZip([{ name: 'a', data: Buffer.from(bounce), method: 14 }]), 'archiveMethod'],
    [
      'a zip inside',
      makeZip([{ name: 'a.zip', data: makeZip([{ name: 'b', data: Buffer.from('c') }]) }]),
      'archiveNested',
    ],
    [
      'a false checksum',
      makeZip([{ name: 'a', data: Buffer.from(bounce), claims: { crc: 1 } }]),
      'archiveDamaged',
    ],
    ['cut', makeZip([{ name: 'a', data: Buffer.from(bounce) }]).subarray(0, 60), 'archiveCut'],
    ['cut gzip', gzipSync(Buffer.from(bounce)).subarray(0, 40), 'archiveCut'],
    [
      'damaged gzip',
      Buffer.concat([gzipSync(Buffer.from(bounce)).subarray(0, 14), Buffer.alloc(60, 0xee)]),
      'archiveDamaged',
    ],
  ])('%s: said, and the rest still read', async (_, data, code) => {
    write('a.bin', data);
    write('own.txt', bounce);
    const collected = await read([folder]);
    expect(codes(collected)).toContain(code);
    expect(collected.problems.some(isLoss)).toBe(true);
    expect(ids(collected)).toContain('tls-negotiation-socket-error');
  });

  test('archives cut or changed anywhere never break the run', async () => {
    const zip = makeZip([
      { name: 'a.txt', data: Buffer.from(bounce) },
      { name: 'b.log', data: Buffer.from(sendLog([{ id: 1 }])) },
    ]);
    for (let at = 0; at < zip.length; at += 7) {
      await read([write('cut.zip', zip.subarray(0, at))]);
      const changed = Buffer.from(zip);
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      await read([write('changed.zip', changed)]);
    }
  }, 60_000);

  test('persons do not leave by the names of files', async () => {
    const collected = await read([write('avi.cohen@contoso.com.txt', bounce)]);
    expect(JSON.stringify([collected.sources, collected.signals])).not.toContain('avi.cohen');
  });

  test('a line of a gigabyte takes no memory', () => {
    // In a process of its own: what other tests left behind would be counted as well.
    const program = join(import.meta.dirname, '../../test/read-endless-line-entry.ts');
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--conditions=mailflow-source', program, '1024'],
      { encoding: 'utf8' },
    );
    expect([status, stderr]).toEqual([0, '']);
    const seen = JSON.parse(stdout) as { sessions: number; reasons: string[]; peakMebibytes: number };
    expect(seen).toMatchObject({ sessions: 1, reasons: ['tooLong'] });
    expect(seen.peakMebibytes).toBeLessThan(256);
  }, 60_000);
});
