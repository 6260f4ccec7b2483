// `npm run package`: builds the installable packages of the agent into out/packages; needs Linux with wixl and msitools.
import { buildAgent } from './lib/agent.mjs';
import { projectNode, run } from './lib/processes.mjs';
import { setUp } from './set-up.mjs';

await setUp();
await buildAgent();
const { code } = await run(projectNode(), [
  '--conditions=mailflow-source',
  'apps/agent/packaging/main.ts',
  ...process.argv.slice(2),
]);
process.exitCode = code;
