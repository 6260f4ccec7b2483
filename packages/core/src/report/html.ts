// HTML: one file that needs no network and runs no script, to read, print and pass on.
import type { Locale } from '../locales/locale.ts';
import { coreVersion } from '../version.ts';
import { type Format, say, worstHostsFirst } from './format.ts';
import { hostName, reservationsOf } from './host-lines.ts';
import { time } from './html-finding.ts';
import { cautions, hostBody, hostHeader } from './html-host.ts';
import { differenceTable, hostId, hostTable, stateTally } from './html-overview.ts';
import { style, styleHash } from './html-style.ts';
import { type Html, html } from './html-template.ts';
import type { Report } from './report.ts';

export const formatHtml: Format = (given, { locale }) => {
  const reports = worstHostsFirst(given);
  const [report] = reports;
  return report && reports.length === 1 ? oneHost(report, locale) : manyHosts(reports, locale);
};

function oneHost(report: Report, locale: Locale): string {
  const { own } = reservationsOf([report], locale);
  const place = { level: 1, id: hostId(0), alone: true, own: own[0] ?? [] };
  return document(
    `${hostName(report)}: ${say(locale, locale.states[report.state])}`,
    hostHeader(report, place, locale),
    hostBody(report, place, locale),
    [report],
    locale,
  );
}

function manyHosts(reports: readonly Report[], locale: Locale): string {
  const title = say(locale, locale.report.hosts, { count: reports.length });
  const { shared, own } = reservationsOf(reports, locale);
  const hosts = reports.map((report, index) => {
    const place = { level: 2, id: hostId(index), alone: false, own: own[index] ?? [] };
    return html`<section class="host" aria-labelledby="${place.id}">
${hostHeader(report, place, locale)}${hostBody(report, place, locale)}</section>
`;
  });
  return document(
    `${say(locale, locale.report.title)}: ${title}`,
    html`<h1>${title}</h1>
${stateTally(reports, locale)}${cautions(shared)}`,
    html`${hostTable(reports, locale)}${differenceTable(reports, locale)}${hosts}`,
    reports,
    locale,
  );
}

/** The policy allows this style sheet by its hash and nothing else, so that markup in host data could not even load. */
function document(
  title: string,
  header: Html,
  main: Html,
  reports: readonly Report[],
  locale: Locale,
): string {
  const [first] = reports;
  const sheet: Html = { html: style };
  const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; img-src data:; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
<html lang="${locale.language}" dir="${locale.direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${sheet}</style>
</head>
<body${reports.length > 1 && html` class="many"`}>
<header>
<p class="brand">${say(locale, locale.report.title)}</p>
${header}
</header>
<main>
${main}</main>
<footer>${say(locale, locale.report.producedBy, { version: coreVersion })}${
    first && html` · ${say(locale, locale.report.labels.judged)} ${time(first.judgedAt)}`
  }</footer>
</body>
</html>
`.html;
}
