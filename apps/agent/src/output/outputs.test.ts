// Which format goes where.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FormatName } from '@mailflow-tls/core/formats';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UsageError } from '../usage-error.ts';
import { wantsColor } from './io.ts';
import { checkTargets, type OutputOption, pairOutputs } from './outputs.ts';
import { writeWhole } from './write-file.ts';

const f = (name: FormatName): OutputOption => ({ option: 'format', name });
const o = (file: string): OutputOption => ({ option: 'output', file });

function pairs(options: OutputOption[]): string[] {
  return pairOutputs(options).map(({ format, file }) => `${format} → ${file ?? 'stdout'}`);
}

function errorOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof UsageError) return error.key;
    throw error;
  }
  return 'none';
}

describe('pairs', () => {
  test.each([
    [[], ['text → stdout']],
    [[o('a.txt')], ['text → a.txt']],
    [[f('json')], ['json → stdout']],
    [[f('json'), o('-')], ['json → stdout']],
    [[f('json'), o('a')], ['json → a']],
    [
      [f('json'), f('html'), o('a'), o('b')],
      ['json → a', 'html → b'],
    ],
    [
      [o('a'), o('b'), f('json'), f('html')],
      ['json → a', 'html → b'],
    ],
    [
      [f('json'), o('a'), f('html'), o('b')],
      ['json → a', 'html → b'],
    ],
    [
      [f('text'), f('html'), o('a')],
      ['text → stdout', 'html → a'],
    ],
    [
      [f('html'), o('a'), f('text')],
      ['html → a', 'text → stdout'],
    ],
    [
      [f('html'), o('a'), f('text'), o('-')],
      ['html → a', 'text → stdout'],
    ],
  ])('%j', (options, expected) => {
    expect(pairs(options)).toEqual(expected);
  });

  test.each([
    [[f('json'), f('html')], 'manyFormatsToStdout'],
    [[f('json'), f('html'), f('csv'), o('a')], 'manyFormatsToStdout'],
    [[f('json'), o('-'), f('html'), o('-')], 'manyFormatsToStdout'],
    [[o('a'), o('b')], 'tooManyOutputs'],
    [[f('json'), o('a'), o('b')], 'tooManyOutputs'],
    [[o('a'), f('json'), f('html')], 'outputWithoutFormat'],
    [[f('json'), f('html'), o('a'), o('b'), f('csv')], 'outputWithoutFormat'],
  ])('%j is refused: %s', (options, key) => {
    expect(errorOf(() => pairOutputs(options))).toBe(key);
  });
});

describe('files', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mailflow-tls-output-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test.each([
    [['missing/a.html'], 'noFolder'],
    [['.'], 'isFolder'],
    [['a.html', './a.html'], 'sameFileTwice'],
  ])('%j are refused before any work: %s', async (files, key) => {
    await expect(checkTargets(files.map((file) => `${folder}/${file}`))).rejects.toMatchObject({ key });
  });

  test('are written whole or not at all', async () => {
    const file = join(folder, 'a.html');
    await writeWhole(file, 'one');
    await writeWhole(file, 'two');
    expect(readFileSync(file, 'utf8')).toBe('two');
    await expect(writeWhole(join(folder, 'a.html', 'b'), 'x')).rejects.toMatchObject({ key: 'notWritten' });
    await expect(writeWhole(folder, 'x')).rejects.toMatchObject({ key: 'notWritten' });
    expect(readdirSync(folder)).toEqual(['a.html']);
  });
});

describe('colour', () => {
  const sink = (isTerminal: boolean) => ({ isTerminal, width: 80, write: () => {} });
  test.each([
    [true, {}, false, true],
    [false, {}, false, false],
    [true, {}, true, false],
    [true, { NO_COLOR: '1' }, false, false],
    [true, { NO_COLOR: '' }, false, true],
    [true, { TERM: 'dumb' }, false, false],
    [false, { FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
    [true, { FORCE_COLOR: '0' }, false, false],
    [true, { FORCE_COLOR: '1' }, true, false],
  ])('terminal %s, %j, --no-color %s: %s', (isTerminal, env, option, expected) => {
    expect(wantsColor(sink(isTerminal), env, option)).toBe(expected);
  });
});
