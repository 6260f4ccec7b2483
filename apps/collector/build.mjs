// Builds the dashboard, and bundles the collector into one file that needs nothing but Node.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { build as buildWeb } from 'vite';

const folder = fileURLToPath(new URL('.', import.meta.url));

await build({
  absWorkingDir: folder,
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

await buildWeb({ configFile: join(folder, 'web', 'vite.config.ts'), logLevel: 'warn' });

// Compressed once here and not in each answer.
const assets = join(folder, 'dist', 'web', 'assets');
for (const name of readdirSync(assets)) {
  if (!/\.(css|js)$/.test(name)) continue;
  const content = readFileSync(join(assets, name));
  if (content.length < 1000) continue;
  writeFileSync(join(assets, `${name}.gz`), gzipSync(content, { level: 9 }));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  writeFileSync(join(assets, `${name}.br`), brotliCompressSync(content, { params }));
}
