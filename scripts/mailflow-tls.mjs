// Runs the agent of this work tree as an administrator would: `npm run -s mailflow-tls -- check --format json`.
import { existsSync } from 'node:fs';
import { agentProgram, buildAgent } from './lib/agent.mjs';
import { handOver, projectNode } from './lib/processes.mjs';
import { setUp } from './set-up.mjs';

await setUp();
if (!existsSync(agentProgram())) await buildAgent();

// Paths among the arguments are meant from where the user stands; npm itself moves to the workspace's folder.
await handOver(projectNode(), [agentProgram(), ...process.argv.slice(2)], {
  cwd: process.env.INIT_CWD ?? process.cwd(),
});
