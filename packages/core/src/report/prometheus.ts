// Prometheus text exposition format: one set of samples for each host.
import type { Verdict } from '../engine/finding.ts';
import { sectionNames } from '../facts/host-facts.ts';
import { coreVersion } from '../version.ts';
import type { Format } from './format.ts';
import { hostName, sectionData } from './host-lines.ts';
import { hostStates, type Report } from './report.ts';
import { visible } from './visible.ts';

interface Sample {
  labels: Readonly<Record<string, string>>;
  value: number;
}

/** Texts are English: HELP lines are for those who write queries, not for the readers of a report. */
export const formatPrometheus: Format = (reports) => {
  const hosts = newestOfEach(reports);
  return [
    metric('build_info', 'The version of mailflow-tls that wrote these samples.', [
      { labels: { version: coreVersion }, value: 1 },
    ]),
    metric('host_info', 'Windows and Exchange of the host.', hosts.map(hostInfo)),
    metric('host_state', 'Whether the host is in this state: 1 for one state, 0 for the others.', [
      ...hosts.flatMap(stateSamples),
    ]),
    metric('findings', 'Findings of the host by rule and verdict.', hosts.flatMap(findingSamples)),
    metric(
      'protocol_state',
      'Stored state of the protocol: 1, with the state as a label.',
      hosts.flatMap(protocolSamples),
    ),
    metric(
      'section_unread',
      'Sections of facts that could not be read: 1, with the reason as a label.',
      hosts.flatMap(unreadSamples),
    ),
    metric(
      'facts_gathered_timestamp_seconds',
      'When the facts were read, in seconds since 1970.',
      hosts.flatMap((report) => timeSample(report, report.facts.gatheredAt)),
    ),
    metric(
      'judged_timestamp_seconds',
      'When the facts were judged, in seconds since 1970.',
      hosts.flatMap((report) => timeSample(report, report.judgedAt)),
    ),
  ].join('');
};

/** The same series twice would make the whole exposition invalid, so of one host only the newest facts count. */
function newestOfEach(reports: readonly Report[]): Report[] {
  const newest = new Map<string, Report>();
  for (const report of reports) {
    const name = hostName(report).toLowerCase();
    const known = newest.get(name);
    if (!known || report.facts.gatheredAt > known.facts.gatheredAt) newest.set(name, report);
  }
  return [...newest.values()];
}

function hostInfo(report: Report): Sample {
  const os = sectionData(report, 'os');
  const exchange = sectionData(report, 'exchange');
  return {
    labels: {
      host: hostName(report),
      windows: os?.productName ?? '',
      windows_build: os ? `${os.build}.${os.revision ?? 0}` : '',
      exchange: exchange?.build ?? '',
      part: report.part.parts.join(','),
    },
    value: 1,
  };
}

function stateSamples(report: Report): Sample[] {
  return hostStates.map((state) => ({
    labels: { host: hostName(report), state },
    value: report.state === state ? 1 : 0,
  }));
}

function findingSamples(report: Report): Sample[] {
  const counts = new Map<string, { rule: string; verdict: Verdict; count: number }>();
  for (const { rule, verdict } of report.findings) {
    const id = `${rule}\n${verdict}`;
    const entry = counts.get(id) ?? { rule, verdict, count: 0 };
    entry.count += 1;
    counts.set(id, entry);
  }
  return [...counts.values()].map(({ rule, verdict, count }) => ({
    labels: { host: hostName(report), rule, verdict },
    value: count,
  }));
}

function protocolSamples(report: Report): Sample[] {
  return report.protocols.flatMap(({ protocol, client, server }) =>
    Object.entries({ client, server }).map(([role, { stored, pending }]) => ({
      labels: { host: hostName(report), protocol, role, state: stored, pending },
      value: 1,
    })),
  );
}

function unreadSamples(report: Report): Sample[] {
  return sectionNames.flatMap((section) => {
    const facts = report.facts.sections[section];
    if (facts.status === 'read') return [];
    return [{ labels: { host: hostName(report), section, reason: facts.reason }, value: 1 }];
  });
}

function timeSample(report: Report, time: string): Sample[] {
  const milliseconds = Date.parse(time);
  if (Number.isNaN(milliseconds)) return [];
  return [{ labels: { host: hostName(report) }, value: milliseconds / 1000 }];
}

/** Nothing at all for a metric without samples. */
function metric(name: string, help: string, samples: readonly Sample[]): string {
  if (samples.length === 0) return '';
  const full = `mailflow_tls_${name}`;
  const lines = samples.map(({ labels, value }) => {
    const pairs = Object.entries(labels).map(([label, text]) => `${label}="${labelValue(text)}"`);
    return `${full}{${pairs.join(',')}} ${value}\n`;
  });
  return `# HELP ${full} ${help}\n# TYPE ${full} gauge\n${lines.join('')}`;
}

/** Line breaks and their like are already written out by `visible`. */
function labelValue(text: string): string {
  return visible(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"');
}
