// What `npm start` does where there is no Windows host to check: checks an example host, and says so.
import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchAvailability, createHost } from '@mailflow-tls/windows-bench';
import { exampleLabel, makeExample } from './example-host.ts';

const agentFolder = fileURLToPath(new URL('..', import.meta.url));
const workspace = join(agentFolder, '..', '..');
const { bin } = JSON.parse(readFileSync(join(agentFolder, 'package.json'), 'utf8'));
const program = join(agentFolder, bin['mailflow-tls']);
const recorded = join(agentFolder, 'recorded', 'example-host.json');
const folder = join(workspace, 'out');
const file = join(folder, 'example-facts.json');

/** Codes of a check that did its work, whatever it found. */
const worked = [0, 1, 3];

mkdirSync(folder, { recursive: true });
const bench = await benchAvailability();
say(
  'This machine is not a Windows host, so there is no host of yours to check here.',
  'What follows is an example: an Exchange host whose administrator tried to turn TLS 1.2 on and did not succeed.',
);
const facts = bench.available ? await checkExample() : useRecorded(bench.reason);
process.exitCode = facts === null ? 1 : await report(facts);

/** @returns {Promise<string | null>} the file with the facts of the example */
async function checkExample() {
  say(
    'It is made now, as a Windows host in a folder (Wine): its registry, its Node and its PowerShell are those of Windows;',
    'Exchange and the Windows services that Wine lacks are played by stand-ins.',
    '',
  );
  const host = await createHost({ computerName: 'EX01', domain: 'contoso.com' });
  try {
    await makeExample(host);
    const args = ['check', '--powershell', host.powershell, '--save-facts', host.toWindowsPath(file)];
    process.stderr.write(`EX01> mailflow-tls ${args.join(' ')}\n`);
    const { exitCode, stderr } = await host.runNode(program, [...args, '--format', 'json'], {
      timeoutMs: 180_000,
    });
    process.stderr.write(stderr);
    if (!worked.includes(exitCode)) {
      say('', `The check of the example host did not work: it ended with exit code ${exitCode}.`);
      return null;
    }
    const read = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, `${JSON.stringify({ ...read, label: exampleLabel }, null, 2)}\n`);
    if (process.argv.includes('--record')) writeFileSync(recorded, readFileSync(file));
    return file;
  } finally {
    await host.dispose();
  }
}

/** @param {string} reason */
function useRecorded(reason) {
  say(
    `It was recorded earlier: this machine cannot make a Windows host in a folder. ${reason}`,
    'So nothing is read now; what was read then is judged again.',
    '',
  );
  copyFileSync(recorded, file);
  return file;
}

/**
 * @param {string} file
 * @returns {Promise<number>}
 */
async function report(file) {
  const html = join(folder, 'example-report.html');
  const shown = ['judge', file, '--format', 'text', '--format', 'html', '--output', html];
  const code = await run([program, ...shown, '--quiet']);
  if (!worked.includes(code)) return 1;
  say(
    '',
    `The full report, for a browser:  ${html}`,
    `What was read, to judge again:   ${file}`,
    '',
    code === 0
      ? 'The check worked.'
      : `The check worked. \`mailflow-tls\` itself ended with ${code}, which tells scripts that it found something; this example ends with 0.`,
    '',
    'Next steps',
    '  On an Exchange host:    npm start',
    `  The same in Hebrew:     npm run -s mailflow-tls -- judge ${relative(workspace, file)} --lang he --format html --output out/example-he.html`,
    '  What is looked at:      npm run -s mailflow-tls -- rules',
    '  All commands:           npm run -s mailflow-tls -- --help',
    '  How to install and run: docs/install-and-run.md',
  );
  return 0;
}

/**
 * @param {string[]} args
 * @returns {Promise<number>}
 */
function run(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: 'inherit', cwd: workspace });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** @param {string[]} lines */
function say(...lines) {
  process.stdout.write(`${lines.join('\n')}\n`);
}
