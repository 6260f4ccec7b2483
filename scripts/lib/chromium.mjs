// Finds a Chromium-based browser that is already on this machine; none is ever downloaded.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const windowsPaths = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
const macPaths = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** @returns {string | undefined} the full path of the browser */
export function findChromium() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const programFolders = [process.env.ProgramFiles, process.env['ProgramFiles(x86)']].filter(
    (folder) => folder !== undefined,
  );
  return [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...windowsPaths.flatMap((path) => programFolders.map((folder) => join(folder, path))),
    ...macPaths,
  ].find(existsSync);
}
