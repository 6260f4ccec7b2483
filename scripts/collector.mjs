// Runs the collector of this work tree as an administrator would: `npm run -s collector -- serve`.
import { existsSync } from 'node:fs';
import { buildCollector, collectorProgram } from './lib/collector.mjs';
import { handOver, projectNode } from './lib/processes.mjs';
import { setUp } from './set-up.mjs';

await setUp();
if (!existsSync(collectorProgram)) await buildCollector();

// Paths among the arguments are meant from where the user stands; npm itself moves to the workspace's folder.
await handOver(projectNode(), [collectorProgram, ...process.argv.slice(2)], {
  cwd: process.env.INIT_CWD ?? process.cwd(),
});
