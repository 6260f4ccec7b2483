// The vitest settings that every package shares: packages test each other's source, not their builds.
import { basename, join } from 'node:path';
import { defineConfig } from 'vitest/config';

const conditions = ['mailflow-source', 'node', 'import', 'module', 'default'];

/** Set by `npm test`, which counts the tests from the reports. */
const reports = process.env.MAILFLOW_TLS_TEST_REPORTS;

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ['mailflow-source', 'node'] } },
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    environment: 'node',
    reporters:
      reports === undefined ? ['default'] : ['default', ['json', { outputFile: reportFile(reports) }]],
  },
});

function reportFile(folder: string): string {
  return join(folder, `${basename(process.cwd())}.json`);
}
