// `npm run -s demo`: a collector with a sample fleet, to look around in.
import { join } from 'node:path';
import { buildCollector } from './lib/collector.mjs';
import { handOver, projectNode, root } from './lib/processes.mjs';
import { setUp } from './set-up.mjs';

await setUp();
await buildCollector();
const demo = join(root, 'apps', 'collector', 'scripts', 'demo.ts');
await handOver(projectNode(), ['--conditions=mailflow-source', demo, ...process.argv.slice(2)]);
