// Many hosts at a glance as HTML: how many are in which state, a table of all, and what differs between them.
import type { Verdict } from '../engine/finding.ts';
import type { Locale } from '../locales/locale.ts';
import { compareReports, type Difference } from './compare.ts';
import { comparedValueWords, comparedWords } from './compare-words.ts';
import { countVerdicts, say } from './format.ts';
import { exchangeName, hostName, roleWords, sectionData } from './host-lines.ts';
import { time } from './html-finding.ts';
import { stateChip, stateClasses, stateIcon } from './html-icons.ts';
import { type Html, html, name, plain, sentence } from './html-template.ts';
import { hostStates, type Report } from './report.ts';

/** More names than this make a list that nobody reads. */
const namedHosts = 30;

export function hostId(index: number): string {
  return `host-${index + 1}`;
}

export function stateTally(reports: readonly Report[], locale: Locale): Html {
  const tally = hostStates.flatMap((state) => {
    const count = reports.filter((report) => report.state === state).length;
    if (count === 0) return [];
    return html`<li class="${stateClasses[state]}">${stateIcon(state)}<b>${count}</b> ${say(locale, locale.states[state])}</li>`;
  });
  return html`<ul class="tally">${tally}</ul>`;
}

export function hostTable(reports: readonly Report[], locale: Locale): Html {
  const { labels, headings, differences } = locale.report;
  const verdict = (key: Verdict) => say(locale, locale.verdicts[key]);
  const columns = [
    say(locale, labels.host),
    say(locale, labels.state),
    say(locale, differences.protocols.client, { protocol: 'TLS 1.2' }),
    say(locale, differences.protocols.server, { protocol: 'TLS 1.2' }),
    verdict('fail'),
    verdict('warn'),
    verdict('notChecked'),
    say(locale, labels.windows),
    say(locale, labels.exchange),
    say(locale, labels.gathered),
  ];
  const rows = reports.map((report, index) => {
    const [, ...labelsOfCells] = columns;
    return html`<tr role="row"><th scope="row" role="rowheader"><a href="#${hostId(index)}">${name(hostName(report))}</a></th>${hostCells(
      report,
      locale,
    ).map(({ cell, number }, column) => {
      const label = labelsOfCells[column];
      return html`<td role="cell"${number && html` class="number"`} data-label="${label}">${cell}</td>`;
    })}</tr>
`;
  });
  return html`<section>
<h2>${say(locale, headings.overview)}</h2>
<div class="card wide"><table class="hosts stack" role="table">
<thead role="rowgroup"><tr role="row">${columns.map(
    (label) => html`<th scope="col" role="columnheader">${label}</th>`,
  )}</tr></thead>
<tbody role="rowgroup">${rows}</tbody>
</table></div>
</section>
`;
}

function hostCells(report: Report, locale: Locale): { cell: Html; number?: true }[] {
  const { installations, differences } = locale.report;
  const tls12 = report.protocols.find(({ protocol }) => protocol === 'TLS 1.2');
  const numbers = countVerdicts(report.findings);
  return [
    { cell: stateChip(report.state, locale) },
    ...[tls12?.client, tls12?.server].map((role) => ({
      cell: role
        ? html`<span class="mark ${role.stored}">${roleWords(role, locale).state}</span>`
        : html`${say(locale, differences.notRead)}`,
    })),
    ...(['fail', 'warn', 'notChecked'] as const).map((verdict) => ({
      cell: html`<span class="${numbers[verdict] > 0 ? `some ${verdict}` : 'quiet'}">${numbers[verdict]}</span>`,
      number: true as const,
    })),
    { cell: name(sectionData(report, 'os')?.productName ?? say(locale, installations.notRead)) },
    { cell: plain(exchangeName(report, locale)) },
    { cell: time(report.facts.gatheredAt) },
  ];
}

export function differenceTable(reports: readonly Report[], locale: Locale): Html {
  const { headings, differences } = locale.report;
  const found = compareReports(reports);
  const content =
    found.length === 0
      ? html`<p class="card">${say(locale, differences.none)}</p>`
      : html`<dl class="card differences">${found.map((difference) => differenceRow(difference, reports, locale))}</dl>`;
  return html`<section>
<h2>${say(locale, headings.differences)}</h2>
${content}
</section>
`;
}

function differenceRow(
  { compared, groups, majority }: Difference,
  reports: readonly Report[],
  locale: Locale,
): Html {
  return html`<div><dt>${sentence(comparedWords(compared, locale))}</dt>${groups.map(
    ({ value, hosts }, index) => {
      const usual = majority && index === 0;
      const links = hosts
        .slice(0, namedHosts)
        .flatMap((host) => {
          const report = reports[host];
          return report ? [html`<a href="#${hostId(host)}">${name(hostName(report))}</a>`] : [];
        })
        .flatMap((link, at) => (at === 0 ? [link] : [', ', link]));
      const more = hosts.length > namedHosts && ` +${hosts.length - namedHosts}`;
      return html`<dd class="${usual ? 'usual' : majority && 'odd'}"><span class="what">${plain(
        comparedValueWords(value, compared, locale),
      )}</span> <span class="who">${
        usual ? say(locale, locale.report.hosts, { count: hosts.length }) : html`${links}${more}`
      }</span></dd>`;
    },
  )}</div>
`;
}
