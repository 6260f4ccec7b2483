// Runs the tests of the workspace scripts with the settings that all packages share.
import { mergeConfig } from 'vitest/config';
import base from '../vitest.base.ts';

export default mergeConfig(base, { cacheDir: '../node_modules/.vite', test: { include: ['**/*.test.mjs'] } });
