// The vitest settings that every package shares: packages test each other's source, not their builds.
import { defineConfig } from 'vitest/config';

const conditions = ['mailflow-source', 'node', 'import', 'module', 'default'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ['mailflow-source', 'node'] } },
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    environment: 'node',
  },
});
