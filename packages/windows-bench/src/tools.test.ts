// That a machine without the tools hears what to install.
import { afterEach, expect, test, vi } from 'vitest';
import { findDotnet, findTools } from './tools.ts';

afterEach(() => vi.unstubAllEnvs());

test('a missing program is named with the package that brings it', () => {
  vi.stubEnv('PATH', '/nowhere');
  expect(findTools()).toMatch(/^(Wine|The program "script") is not installed: install it .*apt-get install/);
  expect(findDotnet()).toMatch(/^The \.NET SDK 10 is not installed: install it/);
});
