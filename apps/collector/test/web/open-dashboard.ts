// A real collector with a made-up fleet, and a real Chromium that looks at its dashboard and notes whatever goes wrong.
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../../../scripts/lib/chromium.mjs';
import { fillDemo } from '../../scripts/demo-fleet.ts';
import { createUser } from '../../src/people/users.ts';
import type { Role } from '../../src/store/schema.ts';
import { readWebPages } from '../../src/web/pages.ts';
import type { DatabaseKind } from '../databases.ts';
import { type ServingCollector, startServing } from '../serving-collector.ts';

export interface OpenDashboard {
  serving: ServingCollector;
  url: string;
  /** A page of a fresh browser context, signed in, at this path. */
  open(path: string, options?: { role?: Role; context?: BrowserContextOptions }): Promise<Page>;
  /** A page of a fresh browser context where nobody is signed in. */
  openSignedOut(path: string, context?: BrowserContextOptions): Promise<Page>;
  /** Console errors, uncaught errors, violations of the policy and requests to elsewhere, of all pages. */
  troubles: string[];
  stop(): Promise<void>;
}

export const password = 'correct horse battery staple';

/** `hosts` and `days`: of the made-up fleet; none when 0. */
export async function openDashboard(
  kind: DatabaseKind,
  { hosts = 40, days = 6 }: { hosts?: number; days?: number } = {},
): Promise<OpenDashboard> {
  const web = readWebPages();
  if (web === null) throw new Error('The dashboard is not built: run the package’s `build` first.');
  const clock = { now: Date.now() };
  let isFilled = false;
  const serving = await startServing(kind, { web, now: () => (isFilled ? Date.now() : clock.now) });
  const { collector, intake, url } = serving;
  if (hosts > 0) await fillDemo(collector, intake, { hosts, days, seed: 1, clock, onDay: () => undefined });
  isFilled = true;
  for (const role of ['viewer', 'operator', 'administrator'] as const) {
    await createUser(collector, 'system', { name: role, role, password });
  }
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('There is no Chromium here.');
  // Chromium refuses its sandbox to root, which is what containers run as.
  const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
  const troubles: string[] = [];
  const openSignedOut = async (path: string, context: BrowserContextOptions = {}): Promise<Page> => {
    const page = await freshPage(browser, context);
    noteTroubles(page, url, troubles);
    await page.goto(url + path);
    return page;
  };
  return {
    serving,
    url,
    troubles,
    openSignedOut,
    async open(path, { role = 'administrator', context = {} } = {}) {
      const page = await openSignedOut('/api/v1/openapi.json', context);
      await page.request.post(`${url}/api/v1/session`, { data: { name: role, password } });
      await page.goto(url + path);
      return page;
    },
    async stop() {
      await browser.close();
      await serving.stop();
    },
  };
}

async function freshPage(browser: Browser, context: BrowserContextOptions): Promise<Page> {
  const fresh = await browser.newContext({
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1280, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
    ...context,
  });
  return await fresh.newPage();
}

function noteTroubles(page: Page, url: string, troubles: string[]): void {
  page.on('console', (message) => {
    // Chromium reports a refused request itself; asking who is signed in before somebody is, is refused as it should be.
    const isRefusal = /the server responded with a status of 401/.test(message.text());
    if (message.type() === 'error' && !isRefusal) troubles.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`${page.url()}: ${error.stack ?? error.message}`));
  page.on('request', (request) => {
    if (!/^(data:|blob:)/.test(request.url()) && !request.url().startsWith(url)) {
      troubles.push(`${page.url()}: asked ${request.url()}`);
    }
  });
}
