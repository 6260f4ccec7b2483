// Runs tasks of turbo.json in a workspace that is set up: `node scripts/task.mjs build`.
import { runTurbo } from './lib/processes.mjs';
import { setUp } from './set-up.mjs';

await setUp();
const { code } = await runTurbo(process.argv.slice(2));
process.exitCode = code;
