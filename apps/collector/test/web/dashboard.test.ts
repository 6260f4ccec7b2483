// Looks at the dashboard as people do: signs in, finds a host, copies its remedy, changes language and colours.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noteNotRun } from '../../../../packages/core/test/not-run.ts';
import { findChromium } from '../../../../scripts/lib/chromium.mjs';
import { violationsOf } from './axe.ts';
import { type OpenDashboard, openDashboard, password } from './open-dashboard.ts';

const hasBrowser = findChromium() !== undefined;
if (!hasBrowser) {
  noteNotRun(
    'the dashboard in a browser',
    'no Chromium, Chrome or Edge was found (Debian: apt-get install chromium)',
  );
}

describe.runIf(hasBrowser)('the dashboard', { timeout: 180_000 }, () => {
  let dashboard: OpenDashboard;
  beforeAll(async () => {
    dashboard = await openDashboard('sqlite', { hosts: 40, days: 6 });
  });
  afterAll(async () => {
    await dashboard?.stop();
  });

  async function failingHost(): Promise<{ id: number; name: string }> {
    return await dashboard.serving.collector.db
      .selectFrom('hosts')
      .select(['id', 'name'])
      .where('state', '=', 'failing')
      .orderBy('name')
      .executeTakeFirstOrThrow();
  }

  test('asks to sign in and then shows the page that was asked for', async () => {
    const page = await dashboard.openSignedOut('/hosts?state=failing');
    await page.getByLabel('Name').fill('viewer');
    await page.getByRole('textbox', { name: 'Password' }).fill('not the password at all');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByRole('textbox', { name: 'Password' }).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Hosts', level: 1 }).waitFor();
    expect(new URL(page.url()).search).toBe('?state=failing');
    const { name } = await failingHost();
    await page.getByRole('link', { name }).waitFor();
    await page.getByRole('button', { name: /Signed in as viewer/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.context().close();
  });

  test('begins with the hosts that would lose mail', async () => {
    const page = await dashboard.open('/');
    const { hosts } = await dashboard.serving.collector.db
      .selectFrom('hosts')
      .select((eb) => eb.fn.countAll<number>().as('hosts'))
      .where('state', '=', 'failing')
      .executeTakeFirstOrThrow();
    await page.getByText(`${hosts} of `, { exact: false }).first().waitFor();
    await page.getByRole('link', { name: /^Failing/ }).click();
    await page.waitForURL(/\/hosts\?state=failing$/);
    await page.getByText(new RegExp(`^${hosts} hosts?$`)).waitFor();
    await page.context().close();
  });

  test('keeps filter, order and columns of the hosts in the address', async () => {
    const page = await dashboard.open('/hosts');
    const { name } = await failingHost();
    await page.getByRole('searchbox').fill(name);
    await page.waitForURL(`**/hosts?q=${name}`);
    await page.getByText('1 host', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.waitForURL('**/hosts');
    await page.getByRole('button', { name: 'Host', exact: true }).click();
    await page.waitForURL('**/hosts?order=name');
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Tags' }).click();
    await page.waitForURL((url) => url.searchParams.get('columns')?.includes('tags') === false);
    await page.reload();
    await page.getByRole('columnheader', { name: 'Host' }).waitFor();
    expect(await page.getByRole('columnheader', { name: 'Tags' }).count()).toBe(0);
    await page.context().close();
  });

  test('shows a host with its proof, and copies the commands that mend it', async () => {
    const { id, name } = await failingHost();
    const page = await dashboard.open(`/hosts/${id}`);
    await page.getByRole('heading', { name, level: 1 }).waitFor();
    const finding = page.getByRole('article').first();
    await finding.getByText('REG_DWORD').first().waitFor();
    const commands = finding.locator('ol pre').first();
    await finding.locator('ol').getByRole('button', { name: 'Copy' }).first().click();
    await finding.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await commands.textContent());
    for (const tab of ['Protocols', 'Facts as read', 'History']) {
      await page.getByRole('tab', { name: tab }).click();
      expect(await violationsOf(page)).toEqual([]);
    }
    expect(new URL(page.url()).search).toBe('?tab=history');
    await page.context().close();
  });

  test('speaks Hebrew and changes its colours, and remembers both', async () => {
    const page = await dashboard.open('/');
    await page.getByRole('button', { name: 'Language' }).click();
    await page.getByRole('menuitemradio', { name: 'עברית' }).click();
    await page.getByRole('heading', { name: 'סקירה', level: 1 }).waitFor();
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    await page.getByRole('button', { name: 'צבעים' }).click();
    await page.getByRole('menuitemradio', { name: 'כהה' }).click();
    await page.reload();
    await page.getByRole('heading', { name: 'סקירה', level: 1 }).waitFor();
    expect(await page.evaluate(() => document.documentElement.style.colorScheme)).toBe('dark');
    await page.context().close();
  });

  test.each([
    { language: 'en', colours: 'light', width: 1280 },
    { language: 'en', colours: 'dark', width: 360 },
    { language: 'he', colours: 'dark', width: 1280 },
    { language: 'he', colours: 'light', width: 360 },
    { language: 'en', colours: 'contrast', width: 1280 },
  ])('is without barriers in $language, $colours, $width px', async ({ language, colours, width }) => {
    const { id } = await failingHost();
    const page = await dashboard.open('/', { context: { viewport: { width, height: 900 } } });
    await page.evaluate(
      ([chosenLanguage, chosenColours]) => {
        localStorage.setItem('mailflow-tls.language', chosenLanguage ?? '');
        localStorage.setItem('mailflow-tls.colours', chosenColours ?? '');
      },
      [language, colours],
    );
    for (const path of ['/', '/hosts', `/hosts/${id}`]) {
      await page.goto(dashboard.url + path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      expect(await violationsOf(page), path).toEqual([]);
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wider, `${path} is wider than the screen`).toBe(0);
    }
    await page.context().close();
  });

  test('does all that without an error, a breach of the policy or a request to elsewhere', () => {
    expect(dashboard.troubles).toEqual([]);
  });
});
