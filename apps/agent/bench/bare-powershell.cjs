// Starts the PowerShell given as argument, has it say one word, and waits for its end.
const { spawnSync } = require('node:child_process');

const { stdout } = spawnSync(process.argv[2], ['-NoProfile', '-NonInteractive', '-Command', "'started'"], {
  windowsHide: true,
  encoding: 'utf8',
});
process.stdout.write(stdout);
