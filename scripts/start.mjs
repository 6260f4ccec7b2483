// `npm start`: checks this Windows host, or elsewhere an example host, and starts a collector with its report.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { agentProgram, buildAgent } from './lib/agent.mjs';
import { buildCollector, collectorProgram } from './lib/collector.mjs';
import { handOver, projectNode, root, run } from './lib/processes.mjs';
import { setUp } from './set-up.mjs';

await setUp();
await buildAgent();
await buildCollector();

const folder = join(root, 'out');
mkdirSync(folder, { recursive: true });
const facts = process.platform === 'win32' ? await checkThisHost() : await checkExample();
if (facts !== null && existsSync(facts)) await startCollector(facts);

/** @returns {Promise<string | null>} the file with what was read; null when nothing was */
async function checkThisHost() {
  const report = join(folder, 'report.html');
  const facts = join(folder, 'facts.json');
  const outputs = ['--format', 'text', '--format', 'html', '--output', report, '--save-facts', facts];
  const { code } = await run(projectNode(), [agentProgram(), 'check', ...outputs, ...process.argv.slice(2)]);
  // Findings and gaps are results; wrong usage and faults are not.
  if ([0, 1, 3].includes(code)) return facts;
  process.exitCode = code;
  return null;
}

/** @returns {Promise<string | null>} the file with what was read; null when nothing was */
async function checkExample() {
  const { code } = await run(projectNode(), [
    join(root, 'apps', 'agent', 'scripts', 'demo.mjs'),
    ...process.argv.slice(2),
  ]);
  if (code === 0) return join(folder, 'example-facts.json');
  process.exitCode = code;
  return null;
}

/** @param {string} facts */
async function startCollector(facts) {
  // Only this machine reaches it, so it needs no certificate that browsers would warn of.
  const settings = ['--data-folder', join(folder, 'collector'), '--listen', '127.0.0.1:0', '--tls', 'none'];
  for (const command of [['migrate'], ['import', facts]]) {
    const { code } = await run(projectNode(), [collectorProgram, ...settings, ...command], {
      toStderr: true,
    });
    if (code === 0) continue;
    process.exitCode = code;
    return;
  }
  process.stderr.write('\nA collector with this report now runs on this machine only. Ctrl+C ends it.\n');
  await handOver(projectNode(), [collectorProgram, ...settings, 'serve']);
}
