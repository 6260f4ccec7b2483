// What axe finds against WCAG 2.2 AA on a page, one line a violation.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export async function violationsOf(page: Page): Promise<string[]> {
  // Colours are measured as they are at last, not on their way there.
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
  const { violations } = await new AxeBuilder({ page })
    .withTags(tags)
    // By these Fluent notices that the focus leaves a group; it passes it on at once, so nobody ever stays on one.
    .exclude('[data-tabster-dummy]')
    .analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes
      // Tooltips stand at the end of the page by design; what they describe is inside.
      .filter(({ html }) => id !== 'region' || !html.includes('role="tooltip"'))
      .map(({ target, failureSummary }) => `${id}: ${help} – ${target.join(' ')}\n${failureSummary}`),
  );
}
