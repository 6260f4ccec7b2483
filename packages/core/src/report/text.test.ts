// Checks what a reader of a terminal sees, and that no host can take the terminal over.
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
import { formatText } from './text.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: ANSI colours begin with a control character
const ansi = /\u001b\[\d+m/g;

describe('one host', () => {
  const lines = formatText([failingReport()], { locale: en }).split('\n');

  test('the state and its reason come first', () => {
    expect(lines[0]).toBe('× Failing  EX02.contoso.com');
    expect(lines[1]).toBe('  Mail with Office 365 fails or loses its encryption on this host. TLS 1.2 is');
  });

  test.each([
    /^ {2}Windows +Windows Server 2016 Standard \(14393\.7428\)$/,
    /^ {2}Part in mail +sends to Office 365 directly, receives from Office 365$/,
    /^ {2}Facts read +2026-11-01 11:59 UTC$/,
    /^ {2}TLS 1\.2 +off +on \(not set explicitly\) +Misconfigured$/,
    /^ {6}Enabled +0 +REG_DWORD +Expected: 1 +Written: 2026-10-19 20:00 UTC$/,
    /^ {4}1\. In Windows PowerShell, as administrator:$/,
    /^ {7}New-ItemProperty -LiteralPath 'HKLM:\\SYSTEM\\[^']*\\TLS 1\.2\\Client' -Name 'Enabled' -Value 1 /,
    /^ {7}Restart-Computer$/,
    /^ {4}Takes effect when Windows has been restarted\.$/,
    /^What could not be read$/,
    /^ {2}Updates: no answer in time \(probeTimeout\)$/,
  ])('%s', (line) => {
    expect(lines.filter((one) => line.test(one)).length).toBeGreaterThan(0);
  });

  test('findings that passed are a number, unless asked for', () => {
    const passed = (text: string) => text.split('\n').filter((line) => line.startsWith('√ Pass  '));
    const report = failingReport();
    const count = report.findings.filter(({ verdict }) => verdict === 'pass').length;
    expect(lines.join('\n')).toContain(`√ Pass ${count}`);
    expect(passed(lines.join('\n'))).toEqual([]);
    expect(passed(formatText([report], { locale: en, verbose: true }))).toHaveLength(count);
  });
});

test('a host of which nothing is known says so', () => {
  const text = formatText([unknownReport()], { locale: en });
  expect(text).toMatch(/^\? Unknown {2}EX04\.contoso\.com\n/);
  expect(text).toContain('  Schannel: access was denied (0x80070005)\n');
  expect(text).toContain('is not known');
});

test('many hosts: the worst first, then what differs', () => {
  const reports = fleetReports().reverse();
  const text = formatText(reports, { locale: en });
  const rows = text.split('\n').slice(0, 7);
  expect(rows[0]).toBe('5 hosts');
  expect(rows.slice(2).map((row) => row.trim().split(/ {2,}/)[0])).toEqual([
    '× Failing',
    '! Restart needed',
    '? Unknown',
    '√ Ready',
    '√ Ready',
  ]);
  expect(text).toContain('\nWhat differs between the hosts\n  TLS 1.2, outgoing\n');
});

test('no hosts are no error', () => {
  expect(formatText([], { locale: en })).toContain('0 hosts');
});

test('colour changes nothing but colour', () => {
  for (const reports of [[failingReport()], fleetReports()]) {
    const plain = formatText(reports, { locale: en });
    const colored = formatText(reports, { locale: en, color: true });
    expect(plain).not.toMatch(ansi);
    expect(colored).toMatch(ansi);
    expect(colored.replace(ansi, '')).toBe(plain);
  }
});

test('sentences keep to the width, commands and paths stay whole', () => {
  const narrow = formatText([failingReport()], { locale: en, width: 40 }).split('\n');
  const sentence = narrow.slice(1, narrow.indexOf(''));
  expect(Math.max(...sentence.map((line) => line.length))).toBeLessThanOrEqual(40);
  expect(narrow.filter((line) => line.includes('New-ItemProperty'))).toEqual(
    formatText([failingReport()], { locale: en, width: 200 })
      .split('\n')
      .filter((line) => line.includes('New-ItemProperty')),
  );
});

test('Hebrew speaks Hebrew and leaves commands alone', () => {
  const text = formatText([failingReport()], { locale: he });
  expect(text).toContain(he.states.failing);
  expect(text).toContain("-Name 'Enabled' -Value 1 -PropertyType DWord");
});

describe('hostile data', () => {
  test.each(hostileStrings)('%j', (value) => {
    for (const reports of [[reportWith(value)], [reportWith(value), healthyReport()]]) {
      const text = formatText(reports, { locale: en, verbose: true });
      expect(unseenCharacters(text)).toEqual([]);
      expect(text).not.toContain('\r');
      // A line break of the host must not begin a line of ours.
      expect(text.split('\n').filter((line) => line.startsWith('feed'))).toEqual([]);
    }
  });
});
