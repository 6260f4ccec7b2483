// `npm start`: sets up, builds and does the main job: checks this Windows host, or elsewhere an example host.
import { join } from 'node:path';
import { agentProgram, buildAgent } from './lib/agent.mjs';
import { handOver, projectNode, root } from './lib/processes.mjs';
import { setUp } from './set-up.mjs';

await setUp();
await buildAgent();

const program =
  process.platform === 'win32' ? checkThisHost() : [join(root, 'apps', 'agent', 'scripts', 'demo.mjs')];
await handOver(projectNode(), [...program, ...process.argv.slice(2)]);

function checkThisHost() {
  const report = join(root, 'mailflow-tls-report.html');
  return [agentProgram(), 'check', '--format', 'text', '--format', 'html', '--output', report];
}
