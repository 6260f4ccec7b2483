// Runs this package's tests with the settings that all packages share, and reads scripts as the bundler does.
import { defineConfig, mergeConfig } from 'vitest/config';
import base from '../../vitest.base.ts';

export default mergeConfig(
  base,
  defineConfig({
    // Hosts of the bench run real programs, on machines that do other things too: no test may measure how busy one is.
    test: { include: ['packaging/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 240_000 },
    plugins: [
      {
        name: 'powershell-as-text',
        enforce: 'pre',
        transform: (code, id) =>
          id.endsWith('.ps1') ? { code: `export default ${JSON.stringify(code)};`, map: null } : undefined,
      },
    ],
  }),
);
