// Opens the HTML reports in a real browser: no complaint, no barrier, nothing wider than the screen, no network.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../../../scripts/lib/chromium.mjs';
import { sampleDiagnoses, sampleEvidence } from '../../test/diagnosis/samples.ts';
import { hostileStrings } from '../../test/hostile-strings.ts';
import { noteNotRun } from '../../test/not-run.ts';
import { failingReport, fleetReports, healthyReport, reportWith } from '../../test/sample-reports.ts';
import { en, he } from '../../test/whole-locales.ts';
import { diagnosisFormats } from '../diagnosis/format/formats.ts';
import type { EvidenceLocale } from '../locales/locale.ts';
import { formatHtml } from './html.ts';
import type { Report } from './report.ts';

const executablePath = findChromium();
if (executablePath === undefined)
  noteNotRun(
    'HTML reports in a browser',
    'no Chromium, Chrome or Edge was found (Debian: apt-get install chromium)',
  );

const { mixed, nothing } = sampleDiagnoses();
const report =
  (reports: readonly Report[]) =>
  (locale: EvidenceLocale): string =>
    formatHtml(reports, { locale });
const pages = {
  failing: report([failingReport()]),
  healthy: report([healthyReport()]),
  many: report(fleetReports()),
  diagnosis: (locale: EvidenceLocale) => diagnosisFormats.html(mixed, { locale }, sampleEvidence()),
  nothing: (locale: EvidenceLocale) => diagnosisFormats.html(nothing, { locale }),
  // What stands beside each other must not break either; the markup of each text is tested elsewhere.
  hostile: report([reportWith(hostileStrings.join(' ')), reportWith(hostileStrings.at(-1) ?? '')]),
};
/** Each page, language, colour scheme and width at least once; colours alone are cheaper to check again. */
const views = [
  { name: 'many', locale: en, colorScheme: 'light', width: 1280, rules: 'all' },
  { name: 'many', locale: en, colorScheme: 'dark', width: 1280, rules: 'colours' },
  { name: 'many', locale: he, colorScheme: 'light', width: 360, rules: 'all' },
  { name: 'failing', locale: he, colorScheme: 'dark', width: 1280, rules: 'all' },
  { name: 'failing', locale: en, colorScheme: 'light', width: 360, rules: 'all' },
  { name: 'failing', locale: en, colorScheme: 'dark', width: 360, rules: 'colours' },
  { name: 'healthy', locale: en, colorScheme: 'light', width: 1280, rules: 'colours' },
  { name: 'diagnosis', locale: en, colorScheme: 'light', width: 1280, rules: 'all' },
  { name: 'diagnosis', locale: he, colorScheme: 'dark', width: 360, rules: 'all' },
  { name: 'nothing', locale: en, colorScheme: 'dark', width: 1280, rules: 'colours' },
  { name: 'hostile', locale: en, colorScheme: 'light', width: 1280, rules: 'all' },
  { name: 'hostile', locale: he, colorScheme: 'light', width: 360, rules: 'none' },
] as const;

describe.runIf(executablePath !== undefined)('in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mailflow-tls-html-'));
  let browser: Browser;

  beforeAll(async () => {
    // Chromium refuses its sandbox to root, which is what containers run as.
    browser = await chromium.launch({
      ...(executablePath === undefined ? {} : { executablePath }),
      chromiumSandbox: process.getuid?.() !== 0,
    });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(views)(
    '$name, $locale.language, $colorScheme, $width px',
    async (view) => {
      const { name, locale, colorScheme, width, rules } = view;
      const file = join(folder, `${name}-${locale.language}.html`);
      writeFileSync(file, pages[name](locale));
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('request', (request) => {
        if (!/^(file|data):/.test(request.url())) complaints.push(`asked for ${request.url()}`);
      });
      await page.goto(pathToFileURL(file).href);
      expect(complaints).toEqual([]);

      // Folded details count too.
      await page.$$eval('details', (all) => {
        for (const details of all) details.open = true;
      });
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(tooWide).toBeLessThanOrEqual(0);
      expect(
        await page.$$eval('script, img, iframe, object, style', (all) => all.map((one) => one.tagName)),
      ).toEqual(['STYLE']);

      const axe = new AxeBuilder({ page });
      if (rules === 'colours') axe.withRules(['color-contrast']);
      const violations = rules === 'none' ? [] : (await axe.analyze()).violations;
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      await context.close();
    },
    60_000,
  );
});
