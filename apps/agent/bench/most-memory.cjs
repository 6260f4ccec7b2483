// Loaded before the agent: writes down, when it ends, the most memory that its process has held, in kilobytes.
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  writeFileSync(process.env.MAILFLOW_TLS_BENCH_MEMORY, String(process.resourceUsage().maxRSS));
});
