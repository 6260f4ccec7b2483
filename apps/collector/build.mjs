// Bundles the collector into one file that needs nothing but Node.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

await build({
  absWorkingDir: fileURLToPath(new URL('.', import.meta.url)),
  entryPoints: ['src/main.ts'],
  outfile: 'dist/mailflow-tls-collector.mjs',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  conditions: ['mailflow-source'],
  // An optional native part of pg that is not installed.
  external: ['pg-native'],
  // Libraries that are CommonJS call require.
  banner: {
    js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);",
  },
  legalComments: 'none',
  logLevel: 'warning',
});
