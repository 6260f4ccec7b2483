// Files as Windows programs write them, and patterns as its shells leave them.
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expandFiles } from './expand-files.ts';
import { readTextFile, readTextStream } from './read-text.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mailflow-tls-input-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('text', () => {
  const text = '{"name": "שרת é"}';
  const swapped = Buffer.from(text, 'utf16le').swap16();
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 LE with mark', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 LE', Buffer.from(text, 'utf16le')],
    ['UTF-16 BE with mark', Buffer.concat([Buffer.from([0xfe, 0xff]), swapped])],
    ['UTF-16 BE', swapped],
  ])('%s', async (_, bytes) => {
    const file = join(folder, 'text.json');
    writeFileSync(file, bytes);
    expect(await readTextFile(file, 1000)).toEqual({ ok: true, text });
    expect(await readTextStream(Readable.from([bytes.subarray(0, 3), bytes.subarray(3)]), 1000)).toEqual({
      ok: true,
      text,
    });
  });

  test('an old code page is not taken for UTF-8', async () => {
    const file = join(folder, 'text.json');
    writeFileSync(file, Buffer.from('{"name": "é"}', 'latin1'));
    expect(await readTextFile(file, 1000)).toEqual({ ok: false, reason: 'notText' });
  });

  test('nothing of a file that is too large is read', async () => {
    const file = join(folder, 'large');
    writeFileSync(file, '');
    truncateSync(file, 5_000_000_000);
    expect(await readTextFile(file, 1000)).toEqual({ ok: false, reason: 'tooLarge', size: 5_000_000_000 });
    async function* endless(): AsyncGenerator<Buffer> {
      for (;;) yield Buffer.alloc(600);
    }
    expect(await readTextStream(endless(), 1000)).toMatchObject({ ok: false, reason: 'tooLarge' });
  });
});

describe('patterns', () => {
  beforeAll(() => {
    mkdirSync(join(folder, 'facts'));
    for (const name of ['EX01.json', 'ex02.JSON', 'EX10.json', 'notes.txt', 'a[1].json'])
      writeFileSync(join(folder, 'facts', name), '');
  });
  const at = (...names: string[]): string[] => names.map((name) => join(folder, 'facts', name));

  test.each([
    [['*.json'], ['EX01.json', 'EX10.json', 'a[1].json', 'ex02.JSON']],
    [['EX0?.json'], ['EX01.json', 'ex02.JSON']],
    [['*1*.json'], ['EX01.json', 'EX10.json', 'a[1].json']],
    [['a[1].json'], ['a[1].json']],
    [
      ['EX01.json', 'EX*.json'],
      ['EX01.json', 'EX10.json', 'ex02.JSON'],
    ],
  ])('%j', async (patterns, expected) => {
    expect(await expandFiles(at(...patterns))).toEqual(at(...expected));
  });

  test('standard input stays', async () => {
    expect(await expandFiles(['-'])).toEqual(['-']);
  });

  test.each([
    ['nothing.json', 'noFile'],
    ['*.xml', 'noFile'],
    ['missing/*.json', 'noFile'],
    ['EX01.json/x', 'noFile'],
    ['', 'fileIsFolder'],
  ])('%s is refused: %s', async (name, key) => {
    await expect(expandFiles(at(name))).rejects.toMatchObject({ key });
  });

  test('a pattern full of stars is not slow', async () => {
    const started = process.cpuUsage();
    writeFileSync(join(folder, 'facts', 'a'.repeat(200)), '');
    await expect(expandFiles(at(`${'*a'.repeat(40)}b`))).rejects.toMatchObject({ key: 'noFile' });
    expect(process.cpuUsage(started).user).toBeLessThan(1_000_000);
  });
});
