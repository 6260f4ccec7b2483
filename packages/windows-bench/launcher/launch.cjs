// Runs on the host's Node: starts a program with a hidden console of its own, gives it a file on standard input and
// passes its outputs through. Under Wine PowerShell ends at once, silently, when it has no console or when its outputs
// are files, and Node cannot read a file on its own standard input.
const { spawn } = require('node:child_process');
const { readFileSync, writeSync } = require('node:fs');

const QUIET_MS = 200;
const [input, program, ...args] = process.argv.slice(2);
const child = spawn(program, args, { windowsHide: true });
// A program that ends early leaves nobody to read the rest of the input.
child.stdin.on('error', () => {});
child.stdin.end(readFileSync(input));

let end;
const pass = (stream, descriptor) =>
  stream.on('data', (bytes) => {
    end?.refresh();
    writeSync(descriptor, bytes);
  });
pass(child.stdout, 1);
pass(child.stderr, 2);
child.on('error', (error) => {
  writeSync(2, `${error.message}\n`);
  process.exit(127);
});
// The pipes of a child that was given input do not always end under Wine: quiet after its end counts as their end.
child.on('exit', (code) => {
  end = setTimeout(() => process.exit(code ?? 1), QUIET_MS);
});
child.on('close', (code) => process.exit(code ?? 1));
