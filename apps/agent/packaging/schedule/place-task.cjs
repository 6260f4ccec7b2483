// Runs on the host, started by the installer: makes a copy of the task's file that names the folder the program is in.
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const usual = '%ProgramFiles%\\mailflow-tls';
const folder = __dirname.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const text = readFileSync(join(__dirname, 'mailflow-tls-task.xml'), 'utf16le');
if (!text.includes(usual)) throw new Error(`The task's file does not name ${usual}.`);
writeFileSync(
  join(__dirname, 'placed-task.xml'),
  text.replaceAll(usual, () => folder),
  'utf16le',
);
