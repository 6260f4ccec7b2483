// The settings and the first run in a real browser, against a real collector.

import { createFleet } from '@mailflow-tls/fleet-simulator';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enrol } from '../../src/intake/enrol.ts';
import { settingsTabs } from '../../web/src/pages/settings/settings-tabs.ts';
import { databaseKinds } from '../databases.ts';
import { violationsOf } from './axe.ts';
import { lookAs, looks } from './looks.ts';
import { type OpenDashboard, openDashboard, password } from './open-dashboard.ts';

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

describe.each(databaseKinds('the settings'))('on %s', (kind) => {
  let dashboard: OpenDashboard;
  beforeAll(async () => {
    dashboard = await openDashboard(kind, { hosts: 0 });
  });
  afterAll(async () => {
    // Chromium reports the two requests itself that the collector refuses here on purpose.
    const isMeant = (trouble: string) => /responded with a status of (400|409)/.test(trouble);
    expect(dashboard.troubles.filter((trouble) => !isMeant(trouble))).toEqual([]);
    await dashboard.stop();
  });

  test('an empty collector leads from a token to the first report', async () => {
    const { serving } = dashboard;
    const page = await dashboard.open('/');
    await page.getByRole('heading', { name: 'Three steps to the first report' }).waitFor();
    await page.getByRole('link', { name: 'New token' }).click();
    await heading(page, 'Settings: Enrolment').waitFor();
    await page.getByRole('button', { name: 'New token' }).click();
    const form = page.getByRole('dialog', { name: 'New token' });
    await form.getByRole('button', { name: 'Create' }).click();
    await form.getByText('Fill this in.').waitFor();
    await form.getByLabel('Name').fill("Berlin's servers");
    await form.getByLabel('Only from these addresses').fill('not an address');
    await form.getByRole('button', { name: 'Create' }).click();
    await form.getByText('Expected an address range such as 10.0.0.0/8.').waitFor();
    await form.getByLabel('Only from these addresses').fill('');
    await form.getByLabel('Tags for these hosts').fill('berlin, edge');
    await form.getByRole('button', { name: 'Create' }).click();

    const made = page.getByRole('alertdialog', { name: 'The token is made' });
    await made.getByRole('button', { name: 'Copy' }).first().click();
    const secret = await clipboard(page);
    expect(secret).toMatch(/^mftls_enrol_/);
    await made.getByRole('tab', { name: 'One host' }).click();
    await made.locator('pre').last().waitFor();
    await made.getByRole('button', { name: 'Copy' }).last().click();
    const commands = await clipboard(page);
    expect(commands).toContain(`-Name EnrolmentToken -Value '${secret}'`);
    expect(commands).toContain(`-Name CollectorUrl -Value '${dashboard.url}'`);
    expect(await violationsOf(page)).toEqual([]);
    await made.getByRole('button', { name: 'Done' }).click();
    expect(await page.content()).not.toContain(secret);

    const now = serving.collector.now();
    const [host] = createFleet({ hosts: 1, seed: 7, start: now - 86_400_000, mail: false });
    if (host === undefined) throw new Error('The fleet is empty.');
    expect(await enrol(serving.collector, host.enrolment(secret, now), '127.0.0.1')).toMatchObject({
      ok: true,
    });
    await page.getByRole('link', { name: 'Overview' }).click();
    await page.getByRole('link', { name: '1 host waits for approval' }).click();
    await page.getByText('New: no host of this name is in.').waitFor();
    await page.getByRole('button', { name: 'Approve' }).click();
    const ask = page.getByRole('alertdialog', { name: `Take in ${host.names.name}?` });
    await ask.getByRole('button', { name: 'Approve' }).click();
    await page.getByRole('heading', { name: 'No host waits' }).waitFor();

    host.advance(now);
    const received = await serving.intake.receive(host.report(now).bytes, {
      via: 'https',
      address: '127.0.0.1',
    });
    expect(received).toMatchObject({ ok: true });
    await page.goto(dashboard.url);
    await heading(page, 'Overview').waitFor();
    await page
      .getByText(/The one host/)
      .first()
      .waitFor();
    expect(await page.getByRole('heading', { name: 'Three steps to the first report' }).count()).toBe(0);
  });

  test('an account is made, its person sets the password by the link, and is barred', async () => {
    const page = await dashboard.open('/settings/people');
    await page.getByRole('button', { name: 'New account' }).click();
    const form = page.getByRole('dialog', { name: 'New account' });
    await form.getByLabel('Name').fill('Dana');
    await form.getByLabel(/^Operator/).check();
    await form.getByRole('button', { name: 'Create' }).click();
    const shown = page.getByRole('alertdialog', { name: 'Password link for dana' });
    await shown.getByRole('button', { name: 'Copy' }).click();
    const link = new URL(await clipboard(page));
    await shown.getByRole('button', { name: 'Done' }).click();

    const dana = await dashboard.openSignedOut(link.pathname + link.hash);
    const fields = dana.locator('input[type=password]');
    await fields.first().fill(password);
    await fields.last().fill(password);
    await dana.getByRole('button', { name: 'Set the password' }).click();
    await dana.getByRole('link', { name: 'Sign in' }).click();
    await dana.getByLabel('Name').fill('dana');
    await dana.locator('input[type=password]').fill(password);
    await dana.getByRole('button', { name: 'Sign in', exact: true }).click();
    await dana.getByRole('navigation', { name: 'Pages' }).waitFor();
    await dana.goto(`${dashboard.url}/settings/people`);
    await dana.getByText('This needs the role Administrator.').waitFor();
    expect(await dana.getByRole('link', { name: 'API tokens' }).count()).toBe(0);

    await page.getByRole('button', { name: 'Actions: dana' }).click();
    await page.getByRole('menuitem', { name: 'Bar' }).click();
    await page.getByRole('alertdialog', { name: 'Bar dana?' }).getByRole('button', { name: 'Bar' }).click();
    await page.getByRole('row', { name: /dana/ }).getByText('Barred').waitFor();
    await dana.reload();
    await dana.getByRole('button', { name: 'Sign in', exact: true }).waitFor();

    await page.getByRole('button', { name: 'Actions: administrator' }).click();
    await page.getByRole('menuitem', { name: 'Bar' }).click();
    const last = page.getByRole('alertdialog', { name: 'Bar administrator?' });
    await last.getByRole('button', { name: 'Bar' }).click();
    await last.getByText('conflict').waitFor();
  });

  test('a channel tells whether its test was taken', async () => {
    const page = await dashboard.open('/settings/alerts');
    await page.getByRole('button', { name: 'New channel' }).click();
    const form = page.getByRole('dialog', { name: 'New channel' });
    await form.getByLabel('Name').fill('Nowhere');
    await form.getByLabel('Address').fill('http://127.0.0.1:9/');
    await form.getByRole('button', { name: 'Create' }).click();
    const secret = page.getByRole('alertdialog', { name: 'The webhook’s secret' });
    await secret.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'Test' }).click();
    await page.getByText('The test was not taken:').waitFor();
    await page.getByRole('button', { name: 'Turn off' }).click();
    await page.getByRole('button', { name: 'Turn on' }).waitFor();
    await page.getByRole('button', { name: 'Change' }).click();
    const edit = page.getByRole('dialog', { name: 'Change “Nowhere”' });
    await edit.getByLabel('Wait for more of the same, seconds').fill('300');
    await edit.getByRole('button', { name: 'Save' }).click();
    await edit.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('heading', { name: 'Nobody is told yet' }).waitFor();
  });

  test('an API token works until it is revoked', async () => {
    const page = await dashboard.open('/settings/api-tokens');
    await page.getByRole('button', { name: 'New API token' }).click();
    const form = page.getByRole('dialog', { name: 'New API token' });
    await form.getByLabel('Name').fill('Monitoring');
    await form.getByLabel('Valid for days').fill('401');
    await form.getByRole('button', { name: 'Create' }).click();
    await form.getByText('A whole number from 1 to 400.').waitFor();
    await form.getByLabel('Valid for days').fill('400');
    await form.getByRole('button', { name: 'Create' }).click();
    const shown = page.getByRole('alertdialog', { name: 'The API token is made' });
    await shown.getByRole('button', { name: 'Copy' }).last().click();
    const [name = '', value = ''] = (await clipboard(page)).split(': ');
    await shown.getByRole('button', { name: 'Done' }).click();
    const ask = () => fetch(`${dashboard.url}/api/v1/overview`, { headers: { [name]: value } });
    expect((await ask()).status).toBe(200);
    await page.getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click();
    await page
      .getByRole('row', { name: /Monitoring/ })
      .getByText('Revoked')
      .waitFor();
    expect((await ask()).status).toBe(401);
  });

  test('keeping less asks first, and the audit log has it', async () => {
    const page = await dashboard.open('/settings/data');
    const days = page.getByLabel('Days for which reports are kept one by one');
    await days.fill('90');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Keep less' }).click();
    await page.getByText('Saved.').waitFor();
    expect(dashboard.serving.collector.settings.retention.reportDays).toBe(90);
    await page.getByRole('link', { name: 'Audit log' }).click();
    await page.getByLabel('What', { exact: true }).fill('settings.change');
    await page.keyboard.press('Enter');
    await page.waitForURL(/action=settings\.change/);
    await expect.poll(() => page.getByRole('row').count()).toBe(2);
    await page.reload();
    expect(await page.getByLabel('What', { exact: true }).inputValue()).toBe('settings.change');
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect.poll(() => page.getByRole('row').count()).toBeGreaterThan(2);
  });
});

describe('with a fleet, every part of the settings', () => {
  let dashboard: OpenDashboard;
  beforeAll(async () => {
    dashboard = await openDashboard('sqlite', { hosts: 100, days: 1 });
  });
  afterAll(async () => {
    expect(dashboard.troubles).toEqual([]);
    await dashboard.stop();
  });

  test.each(looks)('is accessible and fits: $name', async (look) => {
    const page = await dashboard.open('/settings/about');
    await heading(page, /About/).waitFor();
    await lookAs(page, look);
    for (const { id } of settingsTabs) {
      await page.goto(`${dashboard.url}/settings/${id}`);
      await page.locator('main h1').waitFor();
      await page.locator('main :is(table, form, dl, h2)').first().waitFor();
      expect(await violationsOf(page), id).toEqual([]);
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(tooWide, id).toBeLessThanOrEqual(0);
    }
  });
});
