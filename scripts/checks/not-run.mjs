// Collects what tests could not do on this machine: each appends a line of JSON to the file of MAILFLOW_TLS_NOT_RUN.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @param {string} folder the folder of this test run */
export function notRunFile(folder) {
  return join(folder, 'not-run.jsonl');
}

/**
 * @param {string} folder the folder of this test run
 * @returns {{ what: string, reason: string }[]} each entry once, in the order of appearance
 */
export function notRunOnThisMachine(folder) {
  const file = notRunFile(folder);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return [...new Set(lines)].map(parse);
}

/**
 * @param {string} line
 * @returns {{ what: string, reason: string }}
 */
function parse(line) {
  try {
    const { what, reason } = JSON.parse(line);
    return { what: oneLine(what), reason: oneLine(reason) };
  } catch {
    return { what: 'a test', reason: line };
  }
}

/** @param {unknown} text */
function oneLine(text) {
  return String(text).replaceAll(/\s+/g, ' ').trim();
}
