// Rules, matrix, mail flow and explain in a real browser, against a real collector.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databaseKinds } from '../databases.ts';
import { violationsOf } from './axe.ts';
import { lookAs, looks } from './looks.ts';
import { type OpenDashboard, openDashboard } from './open-dashboard.ts';

const paths = [
  '/rules',
  '/rules/schannel/tls12-client-enabled',
  '/matrix',
  '/matrix?hosts=all',
  '/mail-flow',
  '/mail-flow?view=queues',
  '/mail-flow?view=peers',
  '/mail-flow?view=cutOff',
  '/explain?host=1',
];

describe.each(databaseKinds('rules and explain'))('on %s', (kind) => {
  let dashboard: OpenDashboard;
  beforeAll(async () => {
    dashboard = await openDashboard(kind);
  });
  afterAll(async () => {
    expect(dashboard.troubles).toEqual([]);
    await dashboard.stop();
  });

  test('a rule is waived on a host with a reason, and the waiver ended', async () => {
    const page = await dashboard.open('/rules', { role: 'operator' });
    await page.getByRole('link', { name: 'TLS 1.2 is in effect for outgoing connections' }).click();
    await page
      .getByRole('checkbox', { name: /^Select [A-Z]/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Waive on 1 host' }).click();
    const form = page.getByRole('alertdialog');
    await form.getByRole('button', { name: 'Waive' }).click();
    await expect.poll(() => form.getByText('Fill this in.').count()).toBe(2);
    await form.getByLabel('Reason').fill('Replaced in May');
    await form.getByLabel('Who answers for it').fill('Mail team');
    await form.getByRole('button', { name: 'Waive' }).click();
    await page.getByText('Replaced in May').waitFor();
    await page.getByRole('button', { name: 'End', exact: true }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'End', exact: true }).click();
    await page.getByText('Nothing of this rule is waived.').waitFor();
    const { waivers } = await dashboard.serving.collector.db
      .selectFrom('waivers')
      .select(({ fn }) => fn.countAll<number | string>().as('waivers'))
      .where('ended_by', 'is not', null)
      .executeTakeFirstOrThrow();
    expect(Number(waivers)).toBe(1);
  });

  test('a viewer sees waivers and cannot waive', async () => {
    const page = await dashboard.open('/rules/schannel/tls12-client-enabled', { role: 'viewer' });
    await page.getByRole('heading', { name: 'Waivers' }).waitFor();
    expect(await page.getByRole('button', { name: /Waive/ }).count()).toBe(0);
  });

  test('a pasted error is explained without a request that carries it, and joined with a host', async () => {
    const page = await dashboard.open('/explain');
    const bodies: string[] = [];
    page.on('request', (request) => bodies.push(request.url() + (request.postData() ?? '')));
    await page
      .getByRole('textbox', { name: 'What you have' })
      .fill('451 4.4.0 TLS negotiation failed with error AlgorithmMismatch');
    await page.getByRole('article', { name: 'TLS version' }).waitFor();
    const picker = page.getByRole('combobox', { name: 'Join with a host of the fleet' });
    await picker.click();
    await page.getByRole('option').first().click();
    await page.getByText('Joined with the facts of').waitFor();
    expect(new URL(page.url()).searchParams.get('host')).toMatch(/^\d+$/);
    expect(bodies.filter((body) => body.includes('AlgorithmMismatch'))).toEqual([]);
  });

  test('a group of the matrix unfolds into its hosts and folds again', async () => {
    const page = await dashboard.open('/matrix');
    await page
      .getByRole('link', { name: /^Show the hosts of Windows Server/ })
      .first()
      .click();
    await page
      .getByRole('link', { name: /-EX\d+/ })
      .first()
      .waitFor();
    expect(new URL(page.url()).searchParams.get('group')).toMatch(/^Windows Server/);
    await page.goBack();
    await page
      .getByRole('link', { name: /^Show the hosts of Windows Server/ })
      .first()
      .waitFor();
  });

  test.each(looks)(
    'is accessible and fits: $name',
    async (look) => {
      const page = await dashboard.open('/rules');
      await page.locator('main h1').waitFor();
      await lookAs(page, look);
      for (const path of paths) {
        await page.goto(dashboard.url + path);
        await page.locator('main h1').waitFor();
        await page.locator('main :is(table, [role=table], [role=article], h2)').first().waitFor();
        expect(await violationsOf(page), path).toEqual([]);
        const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(tooWide, path).toBeLessThanOrEqual(0);
      }
    },
    180_000,
  );
});
