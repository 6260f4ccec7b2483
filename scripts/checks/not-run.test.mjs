// How the list of what was not run is read back.
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { notRunFile, notRunOnThisMachine } from './not-run.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'not-run-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a run in which everything was possible leaves no list', () => {
  expect(notRunOnThisMachine(folder)).toEqual([]);
});

test('an entry that several test files wrote is listed once', () => {
  const entry = '{"what":"the oracle","reason":"no Wine"}\n';
  appendFileSync(notRunFile(folder), `${entry}{"what":"the service","reason":"no\\n Windows"}\n${entry}`);
  expect(notRunOnThisMachine(folder)).toEqual([
    { what: 'the oracle', reason: 'no Wine' },
    { what: 'the service', reason: 'no Windows' },
  ]);
});

test('a line that is no entry is shown as it is', () => {
  appendFileSync(notRunFile(folder), 'no disk space\n');
  expect(notRunOnThisMachine(folder)).toEqual([{ what: 'a test', reason: 'no disk space' }]);
});
