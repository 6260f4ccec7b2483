// How the core is built: both module systems with types for each, an entry each for evidence, formats and every further locale.
import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    evidence: 'src/evidence.ts',
    formats: 'src/formats.ts',
    'locales/he': 'src/locales/he/index.ts',
  },
  format: ['esm', 'cjs'],
  tsconfig: 'tsconfig.build.json',
  platform: 'neutral',
  target: 'es2022',
  dts: true,
  fixedExtension: false,
});
