// `npm run oracle -- [count] [seed]`: the oracle test with as many random registries as wanted.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const [count = '1000', seed] = process.argv.slice(2);
const vitest = fileURLToPath(new URL('../../../node_modules/vitest/vitest.mjs', import.meta.url));
const child = spawn(process.execPath, [vitest, 'run', 'test/oracle.test.ts'], {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  stdio: 'inherit',
  env: {
    ...process.env,
    MAILFLOW_TLS_ORACLE_COUNT: count,
    ...(seed === undefined ? {} : { MAILFLOW_TLS_ORACLE_SEED: seed }),
  },
});
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
