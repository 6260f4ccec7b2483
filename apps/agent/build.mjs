// Bundles the agent into one file that needs nothing but Node.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));

/**
 * Builds one entry of the agent as a CommonJS file for Node 22, which is what runs on Windows Server 2012 R2.
 *
 * @param {string} entry path below this folder
 * @param {string} outfile path below this folder
 */
export function bundle(entry, outfile) {
  return build({
    absWorkingDir: here,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    conditions: ['mailflow-source'],
    loader: { '.ps1': 'text' },
    legalComments: 'none',
    // node-powershell's own debugging prints to standard output, which belongs to the reports.
    alias: { debug: './src/powershell/no-debug.cjs' },
    logLevel: 'warning',
  });
}

const [, program, entry = 'src/main.ts', outfile = 'dist/mailflow-tls.cjs'] = process.argv;
if (program === fileURLToPath(import.meta.url)) await bundle(entry, outfile);
