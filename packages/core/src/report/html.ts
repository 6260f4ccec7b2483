// HTML: one file that needs no network and runs no script, to read, print and pass on.
import type { ReportLocale } from '../locales/locale.ts';
import { type Format, say, worstHostsFirst } from './format.ts';
import { hostName, reservationsOf } from './host-lines.ts';
import { cautions, hostBody, hostHeader } from './html-host.ts';
import { differenceTable, hostId, hostTable, stateTally } from './html-overview.ts';
import { htmlPage } from './html-page.ts';
import { type Html, html } from './html-template.ts';
import type { Report } from './report.ts';

export const formatHtml: Format = (given, { locale }) => {
  const reports = worstHostsFirst(given);
  const [report] = reports;
  return report && reports.length === 1 ? oneHost(report, locale) : manyHosts(reports, locale);
};

function oneHost(report: Report, locale: ReportLocale): string {
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

function manyHosts(reports: readonly Report[], locale: ReportLocale): string {
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

function document(
  title: string,
  header: Html,
  main: Html,
  reports: readonly Report[],
  locale: ReportLocale,
): string {
  const brand = say(locale, locale.report.title);
  const judgedAt = reports[0]?.judgedAt;
  return htmlPage({ title, brand, header, main, judgedAt, wide: reports.length > 1 }, locale);
}
