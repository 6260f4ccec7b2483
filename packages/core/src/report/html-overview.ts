// Many hosts at a glance as HTML: how many are in which state, a table of all, and what differs between them.
import type { Verdict } from '../engine/finding.ts';
import type { ReportLocale } from '../locales/locale.ts';
import { compareReports, type Difference } from './compare.ts';
import { comparedValueWords, comparedWords } from './compare-words.ts';
import { countVerdicts, say } from './format.ts';
import { exchangeName, hostName, roleWords, sectionData } from './host-lines.ts';
import { time } from './html-finding.ts';
import { stateChip, stateClasses, stateIcon } from './html-icons.ts';
import { type Html, html, name, plain, sentence } from './html-template.ts';
import { hostStates, type Report } from './report.ts';

/** Columns of the table of hosts that hold counts. */
const numberColumns: ReadonlySet<number> = new Set([4, 5, 6]);

/** More names than this make a list that nobody reads. */
const namedHosts = 30;

export function hostId(index: number): string {
  return `host-${index + 1}`;
}

export function stateTally(reports: readonly Report[], locale: ReportLocale): Html {
  const tally = hostStates.flatMap((state) => {
    const count = reports.filter((report) => report.state === state).length;
    if (count === 0) return [];
    return html`<li class="${stateClasses[state]}">${stateIcon(state)}<b>${count}</b> ${say(locale, locale.states[state])}</li>`;
  });
  return html`<ul class="tally">${tally}</ul>`;
}

export function hostTable(reports: readonly Report[], locale: ReportLocale): Html {
  const { labels, headings, differences } = locale.report;
  const verdict = (key: Verdict) => say(locale, locale.verdicts[key]);
  const tls12 = { protocol: 'TLS 1.2' };
  const columns = [
    say(locale, labels.host),
    say(locale, labels.state),
    say(locale, differences.protocols.client, tls12),
    say(locale, differences.protocols.server, tls12),
    verdict('fail'),
    verdict('warn'),
    verdict('notChecked'),
    say(locale, labels.windows),
    say(locale, labels.exchange),
    say(locale, labels.gathered),
  ];
  const rows = reports.map((report, index) => {
    return html`<tr role="row"><th scope="row" role="rowheader"><a href="#${hostId(index)}">${name(report.host.name)}</a>${
      report.host.domain !== null && html`<br><span class="quiet">${name(report.host.domain)}</span>`
    }</th>${hostCells(report, locale).map(
      (cell, column) =>
        html`<td role="cell"${numberClass(column + 1)} data-label="${columns[column + 1]}">${cell}</td>`,
    )}</tr>
`;
  });
  return html`<section>
<h2>${say(locale, headings.overview)}</h2>
<div class="card"><table class="hosts stack" role="table">
<thead role="rowgroup"><tr role="row">${columns.map(
    (label, column) => html`<th scope="col" role="columnheader"${numberClass(column)}>${label}</th>`,
  )}</tr></thead>
<tbody role="rowgroup">${rows}</tbody>
</table></div>
</section>
`;
}

function numberClass(column: number): Html | false {
  return numberColumns.has(column) && html` class="number"`;
}

/** All but the first column, which is the heading of the row. */
function hostCells(report: Report, locale: ReportLocale): Html[] {
  const { installations, differences } = locale.report;
  const tls12 = report.protocols.find(({ protocol }) => protocol === 'TLS 1.2');
  const counts = countVerdicts(report.findings);
  return [
    stateChip(report.state, locale),
    ...[tls12?.client, tls12?.server].map((role) =>
      role
        ? html`<span class="mark ${role.stored}">${roleWords(role, locale).state}</span>`
        : html`<span class="quiet">${say(locale, differences.notRead)}</span>`,
    ),
    ...(['fail', 'warn', 'notChecked'] as const).map(
      (verdict) =>
        html`<span class="${counts[verdict] > 0 ? `some ${verdict}` : 'quiet'}">${counts[verdict]}</span>`,
    ),
    name(sectionData(report, 'os')?.productName ?? say(locale, installations.notRead)),
    plain(exchangeName(report, locale)),
    time(report.facts.gatheredAt),
  ];
}

export function differenceTable(reports: readonly Report[], locale: ReportLocale): Html {
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
  locale: ReportLocale,
): Html {
  return html`<div><dt>${(compared.kind === 'value' ? sentence : plain)(comparedWords(compared, locale))}</dt>${groups.map(
    ({ value, hosts }, index) => {
      const usual = majority && index === 0;
      const known = value.kind !== 'unknown';
      const links = hosts
        .slice(0, namedHosts)
        .flatMap((host) => {
          const report = reports[host];
          return report ? [html`<a href="#${hostId(host)}">${name(hostName(report))}</a>`] : [];
        })
        .flatMap((link, at) => (at === 0 ? [link] : [', ', link]));
      const more = hosts.length > namedHosts && ` +${hosts.length - namedHosts}`;
      return html`<dd class="${usual || !known ? 'usual' : majority && 'odd'}"><span class="what">${plain(
        comparedValueWords(value, compared, locale),
      )}</span> <span class="who">${
        usual ? say(locale, locale.report.hosts, { count: hosts.length }) : html`${links}${more}`
      }</span></dd>`;
    },
  )}</div>
`;
}
