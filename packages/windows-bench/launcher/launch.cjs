// Runs on the host's Node: starts a program with a hidden console of its own, gives it a file on standard input and
// passes its outputs through. Under Wine PowerShell ends at once, silently, when it has no console or when its outputs
// are files, and Node cannot read a file on its own standard input.
const { spawn } = require('node:child_process');
const { readFileSync } = require('node:fs');

const [input, program, ...args] = process.argv.slice(2);
const child = spawn(program, args, { windowsHide: true });
// A program that ends early leaves nobody to read the rest of the input.
child.stdin.on('error', () => {});
child.stdin.end(readFileSync(input));
child.stdout.pipe(process.stdout);
child.stderr.pipe(process.stderr);
child.on('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 127;
});
child.on('close', (code) => {
  process.exitCode = code ?? 1;
});
