// JUnit XML: a suite for each host, a test case for each finding, for build servers and deployment gates.
import { type Finding, verdictOrder } from '../engine/finding.ts';
import type { ReportLocale } from '../locales/locale.ts';
import { piecesText } from '../locales/text.ts';
import { remedyCommands } from '../remediation/powershell.ts';
import { type FailOn, type Format, say } from './format.ts';
import { hostName } from './host-lines.ts';
import type { Report } from './report.ts';
import { visible } from './visible.ts';
import { findingSentence, reasonSentence, remedyWords, ruleTitle } from './words.ts';

/**
 * Verdicts at or over `failOn` are failed tests. Of the others, what was not checked or does not apply is a skipped
 * test; warnings and notes pass and are told.
 */
export const formatJunit: Format = (reports, { locale, failOn = 'fail' }) => {
  const suites = reports.map((report, index) => suite(report, index, locale, failOn));
  const total = (kind: 'failures' | 'skipped' | 'tests') =>
    suites.reduce((sum, { counts }) => sum + counts[kind], 0);
  const totals = `tests="${total('tests')}" failures="${total('failures')}" errors="0" skipped="${total('skipped')}" time="0"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="mailflow-tls" ${totals}>\n${suites.map(({ xml }) => xml).join('')}</testsuites>\n`;
};

function suite(report: Report, index: number, locale: ReportLocale, failOn: FailOn) {
  const outcomes = report.findings.map((finding) => outcomeOf(finding, failOn));
  const counts = {
    tests: outcomes.length,
    failures: outcomes.filter((outcome) => outcome === 'failed').length,
    skipped: outcomes.filter((outcome) => outcome === 'skipped').length,
  };
  const properties = {
    state: report.state,
    reason: piecesText(reasonSentence(report, locale)),
    id: report.id,
  };
  const cases = report.findings.map((finding) => testCase(finding, locale, failOn));
  const name = attribute(hostName(report));
  // The schema of JUnit wants a time without zone.
  const timestamp = attribute(report.judgedAt.replace(/(\.\d+)?Z$/, ''));
  const xml = `  <testsuite id="${index}" package="mailflow-tls" name="${name}" hostname="${name}" timestamp="${timestamp}" tests="${counts.tests}" failures="${counts.failures}" errors="0" skipped="${counts.skipped}" time="0">
    <properties>
${Object.entries(properties)
  .map(([key, value]) => `      <property name="${key}" value="${attribute(value)}"/>\n`)
  .join('')}    </properties>
${cases.join('')}    <system-out></system-out>
    <system-err></system-err>
  </testsuite>
`;
  return { counts, xml };
}

function outcomeOf({ verdict }: Finding, failOn: FailOn): 'passed' | 'failed' | 'skipped' {
  if (failOn !== 'never' && verdictOrder.indexOf(verdict) >= verdictOrder.indexOf(failOn)) return 'failed';
  return verdict === 'notChecked' || verdict === 'notApplicable' ? 'skipped' : 'passed';
}

function testCase(finding: Finding, locale: ReportLocale, failOn: FailOn): string {
  const { rule, subject, verdict, remedy } = finding;
  const title = ruleTitle(locale, rule);
  const name = subject === undefined ? title : `${title}: ${subject}`;
  const sentence = piecesText(findingSentence(finding, locale));
  const open = `    <testcase classname="${attribute(rule.replaceAll('/', '.'))}" name="${attribute(name)}" time="0"`;
  switch (outcomeOf(finding, failOn)) {
    case 'skipped':
      return `${open}>\n      <skipped message="${attribute(sentence)}"/>\n    </testcase>\n`;
    case 'failed': {
      const lines = remedy
        ? [piecesText(remedyWords(finding, remedy, locale).summary), ...remedyCommands(remedy)]
        : [];
      const body = [sentence, ...lines].map((line) => content(line)).join('\n');
      return `${open}>\n      <failure type="${verdict}" message="${attribute(sentence)}">${body}</failure>\n    </testcase>\n`;
    }
    case 'passed': {
      if (verdict === 'pass') return `${open}/>\n`;
      const told = content(`${say(locale, locale.verdicts[verdict])}: ${sentence}`);
      return `${open}>\n      <system-out>${told}</system-out>\n    </testcase>\n`;
    }
  }
}

/** `visible` also takes out what XML 1.0 forbids. */
function content(text: string): string {
  return visible(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function attribute(text: string): string {
  return content(text).replaceAll('"', '&quot;').replaceAll("'", '&apos;');
}
