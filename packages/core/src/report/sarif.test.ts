// Validates SARIF by the schema of the standard, as another package carries it.
import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import ajvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { hostileStrings } from '../../test/hostile-strings.ts';
import {
  failingReport,
  fleetReports,
  healthyReport,
  reportWith,
  unknownReport,
} from '../../test/sample-reports.ts';
import { unseenCharacters } from '../../test/unseen-characters.ts';
import { en, he } from '../../test/whole-locales.ts';
import { formatSarif } from './sarif.ts';

// One pattern of the schema is no valid regular expression in Unicode mode.
const ajv = new ajvDraft04.default({ strict: false, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(schema);

interface Result {
  ruleId: string;
  ruleIndex: number;
  kind: string;
  level: string;
  message: { text: string };
  locations: { logicalLocations: { fullyQualifiedName: string }[] }[];
}

function resultsOf(text: string): Result[] {
  return JSON.parse(text).runs[0].results;
}

test.each([
  ['healthy', [healthyReport()]],
  ['failing', [failingReport()]],
  ['many', fleetReports()],
  ['none', []],
])('%s: valid by the schema, in both languages', (_, reports) => {
  for (const locale of [en, he]) {
    validate(JSON.parse(formatSarif(reports, { locale })));
    expect(validate.errors).toBeNull();
  }
});

test('the schema is really applied', () => {
  const log = JSON.parse(formatSarif([failingReport()], { locale: en }));
  log.runs[0].results[0].kind = 'failed';
  expect(validate(log)).toBe(false);
});

test('verdicts become kinds and levels, and each result points to its rule', () => {
  const log = JSON.parse(formatSarif([failingReport(), unknownReport()], { locale: en }));
  const { rules } = log.runs[0].tool.driver;
  const results: Result[] = log.runs[0].results;
  expect(results[0]).toMatchObject({ ruleId: 'schannel/tls12-client-enabled', kind: 'fail', level: 'error' });
  expect(results.find((result) => result.kind === 'pass')).toMatchObject({ level: 'none' });
  expect(results.find((result) => result.kind === 'open')).toMatchObject({ level: 'none' });
  for (const { ruleId, ruleIndex } of results) expect(rules[ruleIndex].id).toBe(ruleId);
  expect(rules[0].help.text).toContain('https://learn.microsoft.com/');
});

test('places are registry values of the host', () => {
  const [first] = resultsOf(formatSarif([failingReport()], { locale: en }));
  const names = first?.locations[0]?.logicalLocations.map((place) => place.fullyQualifiedName);
  expect(names?.[0]).toBe('EX02.contoso.com');
  expect(names?.[1]).toMatch(/^EX02\.contoso\.com\\HKLM\\SYSTEM\\.*\\TLS 1\.2\\Client\\Enabled$/);
});

describe('hostile data', () => {
  test.each(hostileStrings)('%j', (text) => {
    const sarif = formatSarif([reportWith(text)], { locale: en });
    expect(unseenCharacters(sarif)).toEqual([]);
    validate(JSON.parse(sarif));
    expect(validate.errors).toBeNull();
    for (const { message } of resultsOf(sarif)) {
      expect(message.text).not.toMatch(/(?<!\\)\]\(/);
      // A lone brace would be a placeholder.
      expect(message.text.replaceAll('{{', '').replaceAll('}}', '')).not.toMatch(/[{}]/);
    }
  });
});
