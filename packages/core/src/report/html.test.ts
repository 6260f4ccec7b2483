// Checks the markup itself: nothing of a host becomes markup, and the policy fits the style sheet.
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { hostileStrings } from '../../test/hostile-strings.ts';
import { failingReport, fleetReports, healthyReport, reportWith } from '../../test/sample-reports.ts';
import { unseenCharacters } from '../../test/unseen-characters.ts';
import { en, he } from '../../test/whole-locales.ts';
import { formatHtml } from './html.ts';
import { style, styleHash } from './html-style.ts';

test('the policy allows this style sheet and nothing else', () => {
  expect(styleHash).toBe(createHash('sha256').update(style).digest('base64'));
  const page = formatHtml([healthyReport()], { locale: en });
  expect(page).toContain(`content="default-src &#39;none&#39;; style-src &#39;sha256-${styleHash}&#39;;`);
  expect(page).not.toMatch(/<script| on\w+=|style="|https?:\/\/(?!learn\.microsoft\.com)/);
});

test('language and direction of the page are those of the locale', () => {
  expect(formatHtml([failingReport()], { locale: en })).toContain('<html lang="en" dir="ltr">');
  expect(formatHtml([failingReport()], { locale: he })).toContain('<html lang="he" dir="rtl">');
});

test('the style sheet knows no left and no right', () => {
  expect(style).not.toMatch(/[\s;{-](left|right)\b/);
});

test('each host of many can be reached from the table', () => {
  const page = formatHtml(fleetReports(), { locale: en });
  const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(targets).size).toBe(5);
  for (const id of targets) expect(page).toContain(`id="${id}"`);
});

test('no hosts are no error', () => {
  expect(formatHtml([], { locale: en })).toContain('<h1>0 hosts</h1>');
});

describe('hostile data', () => {
  const tags = new Set(
    'html head meta title link style body header main footer section article details summary h1 h2 h3 h4 h5 p div span b i br bdi code pre a ul ol li dl dt dd table caption thead tbody tr th td time svg path circle rect'.split(
      ' ',
    ),
  );
  const attributes = new Set(
    'lang dir translate charset http-equiv content name rel href id class role scope data-label datetime aria-hidden aria-labelledby focusable viewBox d fill stroke stroke-width stroke-linecap cx cy r x y width height rx'.split(
      ' ',
    ),
  );

  test.each(hostileStrings)('%j', (text) => {
    for (const reports of [[reportWith(text)], [reportWith(text), healthyReport()]]) {
      const page = formatHtml(reports, { locale: en }).replace(style, '');
      expect(unseenCharacters(page)).toEqual([]);
      // Every angle bracket belongs to a tag that we wrote.
      const [doctype = '', ...pieces] = page.split('<').slice(1);
      expect(doctype).toBe('!doctype html>\n');
      for (const piece of pieces) {
        const match = /^\/?([a-z\d]+)((?: [\w-]+="[^"<>]*")*) ?\/?>[^>]*$/i.exec(piece);
        const [, tag = piece, list = ''] = match ?? [];
        expect(tags).toContain(tag);
        for (const [, attribute = ''] of list.matchAll(/ ([\w-]+)="/g))
          expect(attributes).toContain(attribute);
      }
      for (const [, href = ''] of page.matchAll(/ href="([^"]*)"/g))
        expect(href).toMatch(/^(https:\/\/|#host-|data:,$)/);
    }
  });
});
