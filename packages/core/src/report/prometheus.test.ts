// Reads the samples back with an independent parser, and with promtool where it is installed.
import { spawnSync } from 'node:child_process';
import parse from 'parse-prometheus-text-format';
import { describe, expect, test } from 'vitest';
import { hostileStrings } from '../../test/hostile-strings.ts';
import { noteNotRun } from '../../test/not-run.ts';
import { failingReport, fleetReports, healthyReport, reportWith } from '../../test/sample-reports.ts';
import { unseenCharacters } from '../../test/unseen-characters.ts';
import { en } from '../../test/whole-locales.ts';
import { formatPrometheus } from './prometheus.ts';
import { visible } from './visible.ts';

interface Metric {
  name: string;
  type: string;
  help: string;
  metrics: { value: string; labels?: Record<string, string> }[];
}

function read(text: string): Map<string, Metric> {
  const metrics: Metric[] = parse(text);
  return new Map(metrics.map((metric) => [metric.name, metric]));
}

function sample(text: string, name: string, labels: Record<string, string>): string | undefined {
  const found = read(text)
    .get(`mailflow_tls_${name}`)
    ?.metrics.filter((one) =>
      Object.entries(labels).every(([label, value]) => one.labels?.[label] === value),
    );
  expect(found).toHaveLength(1);
  return found?.[0]?.value;
}

test('state, findings, protocols and times of a host', () => {
  const text = formatPrometheus([failingReport()], { locale: en });
  const host = 'EX02.contoso.com';
  expect(sample(text, 'host_state', { host, state: 'failing' })).toBe('1');
  expect(sample(text, 'host_state', { host, state: 'ready' })).toBe('0');
  expect(sample(text, 'findings', { host, rule: 'schannel/tls12-client-enabled', verdict: 'fail' })).toBe(
    '1',
  );
  expect(sample(text, 'protocol_state', { host, protocol: 'TLS 1.2', role: 'client', state: 'off' })).toBe(
    '1',
  );
  expect(sample(text, 'section_unread', { host, section: 'updates', reason: 'timedOut' })).toBe('1');
  expect(sample(text, 'facts_gathered_timestamp_seconds', { host })).toBe('1793534398');
});

test('of the same host only the newest facts count, since a series must not appear twice', () => {
  const old = healthyReport();
  const newer = healthyReport();
  newer.facts.gatheredAt = '2026-11-02T00:00:00.000Z';
  const text = formatPrometheus([newer, old], { locale: en });
  expect(sample(text, 'facts_gathered_timestamp_seconds', {})).toBe('1793577600');
});

test('without hosts there is still something to scrape', () => {
  expect([...read(formatPrometheus([], { locale: en })).keys()]).toEqual(['mailflow_tls_build_info']);
});

describe('hostile data', () => {
  test.each(hostileStrings)('%j', (text) => {
    const samples = formatPrometheus([reportWith(text)], { locale: en });
    expect(unseenCharacters(samples)).toEqual([]);
    for (const line of samples.trimEnd().split('\n'))
      expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+\{(\w+="([^"\\]|\\["\\])*",?)*\} [\d.]+)$/);
    expect(sample(samples, 'findings', { verdict: 'warn', rule: visible(text) })).toBe('1');
  });
});

test('promtool finds nothing to complain about', () => {
  const input = formatPrometheus([...fleetReports(), ...hostileStrings.map(reportWith)], { locale: en });
  const { error, status, stdout, stderr } = spawnSync('promtool', ['check', 'metrics'], {
    input,
    encoding: 'utf8',
  });
  if (error) {
    noteNotRun(
      'Prometheus samples by promtool',
      'promtool is not installed (Debian: apt-get install prometheus)',
    );
    return;
  }
  expect(stdout + stderr).toBe('');
  expect(status).toBe(0);
});
