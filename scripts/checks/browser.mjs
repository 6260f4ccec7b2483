// Runs a page that uses the core in a real headless browser, under the strictest policy a site can set.
import { createServer } from 'node:http';
import { findChromium } from '../lib/chromium.mjs';

const policy = "default-src 'none'; script-src 'self'; base-uri 'none'; form-action 'none'";
const limitMilliseconds = 30_000;

/**
 * @param {string} script an ES module that leaves its result as a string in `globalThis.result`
 * @param {string} expected
 * @returns {Promise<import('./check.mjs').CheckResult>}
 */
export async function runInBrowser(script, expected) {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    return { passed: 0, failed: 0, notRun: 'no Chromium, Chrome or Edge was found' };
  }
  const { chromium } = await import('playwright-core');
  const server = await serve(script);
  // Chromium refuses its sandbox to root, which is what containers run as.
  const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
  try {
    const page = await browser.newPage();
    /** @type {string[]} */
    const complaints = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error.stack ?? error)));
    await page.goto(server.address, { timeout: limitMilliseconds });
    // Module scripts have run when the page has loaded.
    const result = await page.evaluate('globalThis.result');
    if (complaints.length > 0) return { passed: 0, failed: 1, output: complaints.join('\n') };
    if (result === expected) return { passed: 1, failed: 0, remark: `Chromium ${browser.version()}` };
    return { passed: 0, failed: 1, output: `The browser's result\n${result}\nis not Node's\n${expected}` };
  } finally {
    await browser.close();
    server.close();
  }
}

/**
 * @param {string} script
 * @returns {Promise<{ address: string, close: () => void }>}
 */
function serve(script) {
  const page =
    '<!doctype html><html lang="en"><link rel="icon" href="data:,"><script type="module" src="/script.js"></script></html>';
  const server = createServer((request, response) => {
    const isScript = request.url === '/script.js';
    response.setHeader('content-security-policy', `${policy}; img-src data:`);
    response.setHeader(
      'content-type',
      isScript ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8',
    );
    response.end(isScript ? script : page);
  });
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      resolve({ address: `http://127.0.0.1:${port}/`, close: () => server.close() });
    });
  });
}
