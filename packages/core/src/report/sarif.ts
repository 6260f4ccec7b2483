// SARIF 2.1.0: one run for all hosts, a result for each finding, registry paths and hosts as logical locations.
import type { Finding, Verdict } from '../engine/finding.ts';
import type { ReportLocale } from '../locales/locale.ts';
import { piecesText } from '../locales/text.ts';
import { remedyCommands } from '../remediation/powershell.ts';
import { rules } from '../rules/index.ts';
import { coreVersion } from '../version.ts';
import type { Format } from './format.ts';
import { hostName } from './host-lines.ts';
import { jsonText } from './json-text.ts';
import type { Report } from './report.ts';
import { visible } from './visible.ts';
import { findingSentence, rationaleWords, remedyWords, ruleTitle } from './words.ts';

/** By the standard only `kind` fail has a level other than none. `open`: too little was known to decide. */
const kinds = {
  fail: { kind: 'fail', level: 'error' },
  warn: { kind: 'fail', level: 'warning' },
  notChecked: { kind: 'open', level: 'none' },
  info: { kind: 'informational', level: 'none' },
  pass: { kind: 'pass', level: 'none' },
  notApplicable: { kind: 'notApplicable', level: 'none' },
} as const satisfies Record<Verdict, { kind: string; level: string }>;

export const formatSarif: Format = (reports, { locale }) => {
  const ids = [...new Set(reports.flatMap((report) => report.findings.map((finding) => finding.rule)))];
  const indexes = new Map(ids.map((id, index) => [id, index]));
  return jsonText({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'mailflow-tls',
            version: coreVersion,
            semanticVersion: coreVersion,
            language: locale.language,
            rules: ids.map((id) => ruleDescriptor(id, locale)),
          },
        },
        language: locale.language,
        columnKind: 'utf16CodeUnits',
        results: reports.flatMap((report) =>
          report.findings.map((finding) => result(report, finding, indexes, locale)),
        ),
      },
    ],
  });
};

function ruleDescriptor(id: string, locale: ReportLocale) {
  const references = rules.find((rule) => rule.id === id)?.references ?? [];
  const rationale = piecesText(rationaleWords(id, locale)) || id;
  const [area] = id.split('/');
  return {
    id,
    name: id,
    shortDescription: { text: message(ruleTitle(locale, id)) },
    fullDescription: { text: message(rationale) },
    help: { text: [rationale, ...references].map(message).join('\n') },
    ...(references[0] === undefined ? {} : { helpUri: references[0] }),
    properties: { tags: area === undefined ? [] : [area] },
  };
}

function result(
  report: Report,
  finding: Finding,
  indexes: ReadonlyMap<string, number>,
  locale: ReportLocale,
) {
  const { rule, subject, verdict, remedy } = finding;
  const host = visible(hostName(report));
  return {
    ruleId: rule,
    ruleIndex: indexes.get(rule) ?? -1,
    ...kinds[verdict],
    message: { text: message(piecesText(findingSentence(finding, locale))) },
    locations: [{ logicalLocations: logicalLocations(host, finding) }],
    // What stays the same from one check of the host to the next.
    partialFingerprints: { 'hostRuleSubject/v1': visible([hostName(report), rule, subject ?? ''].join('|')) },
    properties: {
      host,
      state: report.state,
      judgedAt: report.judgedAt,
      ...(subject === undefined ? {} : { subject: visible(subject) }),
      ...(remedy
        ? {
            remedy: visible(piecesText(remedyWords(finding, remedy, locale).summary)),
            commands: remedyCommands(remedy).map(visible),
          }
        : {}),
    },
  };
}

function logicalLocations(host: string, finding: Finding) {
  const places = finding.evidence.map(({ source, name }) => ({
    name: visible(name ?? source),
    fullyQualifiedName: `${host}\\${visible(name === undefined ? source : `${source}\\${name}`)}`,
    kind: source.startsWith('HKLM') ? 'registryValue' : 'setting',
  }));
  return [{ name: host, fullyQualifiedName: host, kind: 'host' }, ...places];
}

/** Braces are placeholders and `](` makes a link in the messages of SARIF. */
function message(text: string): string {
  return visible(text).replaceAll('{', '{{').replaceAll('}', '}}').replaceAll('](', '\\](');
}
