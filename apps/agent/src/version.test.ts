// The version that reports carry is the package's.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { agentVersion } from './version.ts';

test('is that of package.json', () => {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  expect(agentVersion).toBe(version);
});
