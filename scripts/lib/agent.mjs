// Knows where the built agent is and how to build it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runTurbo } from './processes.mjs';

const folder = join(root, 'apps', 'agent');

/** The file that the agent's package.json names as its program. */
export function agentProgram() {
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, bin['mailflow-tls']);
}

/** Builds the agent and what it needs; what turbo says is shown only when the build fails, which ends the process. */
export async function buildAgent() {
  process.stderr.write('Building …\n');
  const { code, output } = await runTurbo(['build', '--filter=@mailflow-tls/agent'], { capture: true });
  if (code === 0) return;
  process.stderr.write(`${output}\nThe build failed; the reason is above.\n`);
  process.exit(1);
}
