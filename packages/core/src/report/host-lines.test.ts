// Old reference data are named in words that a reader understands.
import { describe, expect, test } from 'vitest';
import { healthyReport } from '../../test/sample-reports.ts';
import { en, he } from '../../test/whole-locales.ts';
import type { ReportLocale } from '../locales/locale.ts';
import { piecesText } from '../locales/text.ts';
import { referenceData, staleReferenceData } from '../reference/index.ts';
import { reservationsOf } from './host-lines.ts';
import type { Report } from './report.ts';

const reservation = (stale: Report['staleReferenceData'], locale: ReportLocale) =>
  reservationsOf([{ ...healthyReport(), staleReferenceData: stale }], locale).own[0]?.map(piecesText);

describe.each([en, he])('$language', (locale) => {
  test('no set that ages is named by its identifier', () => {
    const stale = staleReferenceData('2046-01-01');
    expect(stale.length).toBeGreaterThan(0);
    const said = reservation(stale, locale)?.join('\n') ?? '';
    for (const { asOf } of stale) expect(said).toContain(asOf);
    for (const name of Object.keys(referenceData)) {
      expect(said).not.toMatch(new RegExp(`(?<![\\w.])${name}(?= \\()`));
    }
  });
});

test('several sets are listed, an unknown one by the name that the report gives it', () => {
  const stale = [
    { name: 'roots', asOf: '2026-03-16' },
    { name: 'constructor', asOf: '2026-01-01' },
  ];
  expect(reservation(stale, en)).toEqual([
    'Some of the data that hosts are judged by are more than 180 days old: root certificates of Exchange Online (as of 2026-03-16), constructor (as of 2026-01-01). What was published since may be missing: use a newer version of mailflow-tls.',
  ]);
});
