// Kills the collector 1,000 times under load and counts what is there: `npm run conservation` (about half an hour).
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const [, , rounds = '1000'] = process.argv;
const vitest = fileURLToPath(new URL('../../../node_modules/vitest/vitest.mjs', import.meta.url));
const { status } = spawnSync(process.execPath, [vitest, 'run', 'test/conservation.test.ts'], {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  env: { ...process.env, MAILFLOW_TLS_CONSERVATION_ROUNDS: rounds },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
