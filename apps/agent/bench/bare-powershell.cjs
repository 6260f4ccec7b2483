// Starts the PowerShell given as argument and waits for its first word; with `prompt` as the agent does, over its input.
const { spawn, spawnSync } = require('node:child_process');

const [, , powershell, how] = process.argv;
const flags = ['-NoProfile', '-NonInteractive'];
if (how === 'prompt') {
  const child = spawn(powershell, [...flags, '-NoExit', '-Command', '-'], { windowsHide: true });
  child.stdout.once('data', (word) => {
    process.stdout.write(word);
    child.kill();
  });
  child.stdin.write("[Console]::Out.Write('started')\n");
} else {
  const command = [...flags, '-Command', "'started'"];
  process.stdout.write(spawnSync(powershell, command, { windowsHide: true, encoding: 'utf8' }).stdout);
}
