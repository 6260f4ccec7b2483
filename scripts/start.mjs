// `npm start`: sets up, builds and does the main job: checks this Windows host, or elsewhere an example host.
import { join } from 'node:path';
import { agentProgram, buildAgent } from './lib/agent.mjs';
import { projectNode, root, run } from './lib/processes.mjs';
import { setUp } from './set-up.mjs';

await setUp();
await buildAgent();

if (process.platform === 'win32') {
  const report = join(root, 'mailflow-tls-report.html');
  const args = ['check', '--format', 'text', '--format', 'html', '--output', report];
  const { code } = await run(projectNode(), [agentProgram(), ...args, ...process.argv.slice(2)]);
  process.exitCode = code;
} else {
  const { code } = await run(projectNode(), [
    join(root, 'apps', 'agent', 'scripts', 'demo.mjs'),
    ...process.argv.slice(2),
  ]);
  process.exitCode = code;
}
