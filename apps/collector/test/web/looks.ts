// The ways in which the dashboard can be looked at: colours, language, width.
import type { Page } from 'playwright-core';

export interface Look {
  name: string;
  colours: 'light' | 'dark' | 'contrast';
  language: 'en' | 'he';
  width: number;
}

export const looks: readonly Look[] = [
  { name: 'light', colours: 'light', language: 'en', width: 1280 },
  { name: 'dark', colours: 'dark', language: 'en', width: 1280 },
  { name: 'contrast', colours: 'contrast', language: 'en', width: 1280 },
  { name: 'hebrew', colours: 'light', language: 'he', width: 1280 },
  { name: 'narrow', colours: 'light', language: 'en', width: 360 },
];

/** Chooses as a user would have: the choice is remembered by the browser, and the page begins again with it. */
export async function lookAs(page: Page, { colours, language, width }: Look): Promise<void> {
  await page.evaluate(
    (choices) => {
      for (const [name, value] of Object.entries(choices))
        localStorage.setItem(`mailflow-tls.${name}`, value);
    },
    { colours, language },
  );
  await page.setViewportSize({ width, height: 900 });
  await page.reload();
  await page.locator('main h1').waitFor();
}
