// Reads the JUnit XML back with an independent parser.
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { hostileStrings } from '../../test/hostile-strings.ts';
import { failingReport, fleetReports, reportWith, unknownReport } from '../../test/sample-reports.ts';
import { unseenCharacters } from '../../test/unseen-characters.ts';
import { en, he } from '../../test/whole-locales.ts';
import { formatJunit } from './junit.ts';
import type { Report } from './report.ts';
import { visible } from './visible.ts';

interface TestCase {
  '@classname': string;
  '@name': string;
  failure?: { '@type': string; '@message': string; '#text': string }[];
  skipped?: unknown[];
  'system-out'?: string[];
}
interface Suite {
  '@name': string;
  '@hostname': string;
  '@timestamp': string;
  '@tests': string;
  '@failures': string;
  '@skipped': string;
  testcase: TestCase[];
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  trimValues: false,
  processEntities: true,
  isArray: (name) => ['testsuite', 'testcase', 'failure', 'skipped', 'system-out'].includes(name),
});

function read(xml: string): Suite[] {
  expect(XMLValidator.validate(xml)).toBe(true);
  return parser.parse(xml).testsuites.testsuite ?? [];
}

function verdicts(report: Report, ...wanted: string[]): number {
  return report.findings.filter(({ verdict }) => wanted.includes(verdict)).length;
}

test.each([
  ['failing', failingReport()],
  ['unknown', unknownReport()],
])('%s: the counts of the suite are those of its cases and of the report', (_, report) => {
  const [suite] = read(formatJunit([report], { locale: en }));
  const cases = suite?.testcase ?? [];
  const count = (part: 'failure' | 'skipped') => cases.filter((one) => part in one).length;
  expect(suite).toMatchObject({
    '@hostname': `${report.host.name}.contoso.com`,
    '@timestamp': '2026-11-01T12:00:00',
    '@tests': `${report.findings.length}`,
    '@failures': `${verdicts(report, 'fail')}`,
    '@skipped': `${verdicts(report, 'notChecked', 'notApplicable')}`,
  });
  expect(cases).toHaveLength(report.findings.length);
  expect(count('failure')).toBe(verdicts(report, 'fail'));
  expect(count('skipped')).toBe(verdicts(report, 'notChecked', 'notApplicable'));
});

test('a failure says what is wrong and how to mend it', () => {
  const [suite] = read(formatJunit([failingReport()], { locale: en }));
  const failed = suite?.testcase.find((one) => one.failure !== undefined);
  expect(failed?.['@classname']).toBe('schannel.tls12-client-enabled');
  expect(failed?.failure?.[0]?.['@type']).toBe('fail');
  expect(failed?.failure?.[0]?.['#text']).toContain("-Name 'Enabled' -Value 1 -PropertyType DWord");
});

test.each([
  ['never'],
  ['fail', 'fail'],
  ['warn', 'fail', 'warn'],
  ['notChecked', 'fail', 'warn', 'notChecked'],
  ['info', 'fail', 'warn', 'notChecked', 'info'],
] as const)('failOn %s', (failOn, ...failing) => {
  const report = reportWith('x');
  const [suite] = read(formatJunit([report], { locale: en, failOn }));
  expect(suite?.['@failures']).toBe(`${verdicts(report, ...failing)}`);
  expect(suite?.testcase.filter((one) => one.failure !== undefined)).toHaveLength(
    verdicts(report, ...failing),
  );
});

test('a warning that does not fail passes and is told', () => {
  const [suite] = read(formatJunit([reportWith('x')], { locale: en }));
  const warned = suite?.testcase.find((one) => one['@classname'] === 'x');
  expect(warned?.['system-out']?.[0]).toMatch(/^Warning: /);
});

test('a suite for each host; none without hosts', () => {
  expect(read(formatJunit(fleetReports(), { locale: he })).map((suite) => suite['@name'])).toHaveLength(5);
  expect(read(formatJunit([], { locale: en }))).toEqual([]);
});

describe('hostile data', () => {
  test.each(hostileStrings)('%j', (text) => {
    const report = reportWith(text);
    const xml = formatJunit([report], { locale: en });
    expect(unseenCharacters(xml)).toEqual([]);
    const [suite] = read(xml);
    expect(suite?.testcase).toHaveLength(report.findings.length);
    expect(suite?.['@hostname']).toBe(visible(text === '' ? '' : `${text}.${text}`));
    expect(suite?.testcase[0]?.['@name']).toContain(visible(text));
  });
});
