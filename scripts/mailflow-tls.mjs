// Runs the agent of this work tree as an administrator would: `npm run -s mailflow-tls -- check --format json`.
import { existsSync } from 'node:fs';
import { agentProgram, buildAgent } from './lib/agent.mjs';
import { projectNode, run } from './lib/processes.mjs';
import { setUp } from './set-up.mjs';

await setUp();
if (!existsSync(agentProgram())) await buildAgent();

// Paths among the arguments are meant from where the user stands; npm itself moves to the workspace's folder.
const { code } = await run(projectNode(), [agentProgram(), ...process.argv.slice(2)], {
  cwd: process.env.INIT_CWD ?? process.cwd(),
});
process.exitCode = code;
