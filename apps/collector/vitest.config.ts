// Runs this package’s tests with the settings that all packages share, and time enough for real servers.
import { mergeConfig } from 'vitest/config';
import base from '../../vitest.base.ts';

// The tests’ process is started with these: `import` among them would give the CommonJS of pg its own ES modules.
const conditions = ['mailflow-source', 'node', 'default'];

export default mergeConfig(
  { ...base, ssr: { resolve: { conditions, externalConditions: ['mailflow-source'] } } },
  {
    test: {
      include: ['web/src/**/*.test.{ts,tsx}'],
      globalSetup: ['test/postgres-of-the-run.ts'],
      testTimeout: 60_000,
      hookTimeout: 120_000,
    },
  },
);
