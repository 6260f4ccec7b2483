// Knows where the built collector is and how to build it.
import { join } from 'node:path';
import { root, runTurbo } from './processes.mjs';

/** The built program. */
export const collectorProgram = join(root, 'apps', 'collector', 'dist', 'mailflow-tls-collector.mjs');

/** Builds the collector and what it needs; what turbo says is shown only when the build fails, which ends the process. */
export async function buildCollector() {
  process.stderr.write('Building the collector …\n');
  const { code, output } = await runTurbo(['build', '--filter=@mailflow-tls/collector'], { capture: true });
  if (code === 0) return;
  process.stderr.write(`${output}\nThe build failed; the reason is above.\n`);
  process.exit(1);
}
