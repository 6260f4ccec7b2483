// Runs this package’s tests with the settings that all packages share, and time enough for real servers.
import { mergeConfig } from 'vitest/config';
import base from '../../vitest.base.ts';

export default mergeConfig(base, { test: { testTimeout: 60_000, hookTimeout: 120_000 } });
