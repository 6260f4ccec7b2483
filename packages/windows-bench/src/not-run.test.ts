// That an entry reaches the list which `npm test` prints.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { reportNotRun } from './not-run.ts';

const folder = mkdtempSync(join(tmpdir(), 'not-run-'));

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

test('appends one line of JSON for each entry', () => {
  const file = join(folder, 'list.jsonl');
  vi.stubEnv('MAILFLOW_TLS_NOT_RUN', file);
  reportNotRun('the "oracle"', 'no\nWine');
  reportNotRun('the service', 'no Windows');
  expect(readFileSync(file, 'utf8')).toBe(
    '{"what":"the \\"oracle\\"","reason":"no\\nWine"}\n{"what":"the service","reason":"no Windows"}\n',
  );
});
