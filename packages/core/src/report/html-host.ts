// One host as HTML: its state, what it is, its protocols, its findings, and what could not be read.
import type { RoleSummary } from '../engine/summarise-protocols.ts';
import type { ReportLocale } from '../locales/locale.ts';
import type { Piece } from '../locales/text.ts';
import { countVerdicts, isQuiet, say, verdictsWorstFirst, worstFirst } from './format.ts';
import {
  exchangeName,
  hostName,
  partWords,
  roleWords,
  unreadSentence,
  unreadThings,
  windowsName,
} from './host-lines.ts';
import { evidenceTables, findingCard, findingTitle, time } from './html-finding.ts';
import { stateClasses, stateIcon, verdictChip } from './html-icons.ts';
import { code, type Html, html, name, plain, sentence } from './html-template.ts';
import type { Report } from './report.ts';
import { findingSentence, reasonSentence } from './words.ts';

export interface HostPlace {
  /** Of the heading with the host's name. */
  level: number;
  /** What links point to. */
  id: string;
  /** Whether it is the only host, so that even what passed shows its proof. */
  alone: boolean;
  /** What limits this report and not all of them. */
  own: readonly Piece[][];
}

export function cautions(lines: readonly Piece[][]): Html {
  return html`${lines.map((pieces) => html`<p class="card caution">${sentence(pieces)}</p>`)}`;
}

export function hostHeader(report: Report, { level, id, own }: HostPlace, locale: ReportLocale): Html {
  const { labels } = locale.report;
  const facts: [string, Html][] = [
    [say(locale, labels.windows), plain(windowsName(report, locale))],
    [say(locale, labels.exchange), plain(exchangeName(report, locale))],
    [say(locale, labels.part), html`${partWords(report, locale)}`],
    [say(locale, labels.gathered), time(report.facts.gatheredAt)],
  ];
  return html`<div class="card hero ${stateClasses[report.state]}">
<p class="state">${stateIcon(report.state)}${say(locale, locale.states[report.state])}</p>
<h${level} id="${id}">${name(hostName(report))}</h${level}>
<p class="reason">${sentence(reasonSentence(report, locale))}</p>
<dl>${facts.map(([term, fact]) => html`<div><dt>${term}</dt><dd>${fact}</dd></div>`)}</dl>
</div>
${cautions(own)}`;
}

export function hostBody(report: Report, place: HostPlace, locale: ReportLocale): Html {
  const level = place.level + 1;
  const { headings } = locale.report;
  const findings = worstFirst(report.findings);
  const loud = findings.filter(({ verdict }) => !isQuiet(verdict));
  const unread = unreadThings(report);
  return html`<section>
<h${level}>${say(locale, headings.findings)}</h${level}>
${counts(report, locale)}
${loud.length === 0 && html`<p>${say(locale, locale.report.nothingWrong)}</p>`}
${loud.map((finding) => findingCard(finding, level + 1, locale))}${quietFindings(report, place, locale)}</section>
<section>
<h${level}>${say(locale, headings.protocols)}</h${level}>
${protocols(report, locale)}</section>
${
  unread.length > 0 &&
  html`<section>
<h${level}>${say(locale, headings.unread)}</h${level}>
<ul class="card">${unread.map((thing) => html`<li>${sentence(unreadSentence(thing, locale))}</li>`)}</ul>
</section>
`
}`;
}

function counts(report: Report, locale: ReportLocale): Html {
  const numbers = countVerdicts(report.findings);
  return html`<ul class="counts">${verdictsWorstFirst
    .filter((verdict) => numbers[verdict] > 0)
    .map((verdict) => html`<li>${verdictChip(verdict, locale)}<b>${numbers[verdict]}</b></li>`)}</ul>`;
}

function quietFindings(report: Report, { alone }: HostPlace, locale: ReportLocale): Html {
  const quiet = worstFirst(report.findings).filter(({ verdict }) => isQuiet(verdict));
  if (quiet.length === 0) return html``;
  return html`<details class="card">
<summary>${say(locale, locale.report.headings.inOrder)} <span class="quiet">${quiet.length}</span></summary>
<ul class="quiet-findings">${quiet.map(
    (
      finding,
    ) => html`<li><div class="over">${verdictChip(finding.verdict, locale)}<span class="rule">${code(finding.rule)}</span></div>
<p><b>${findingTitle(finding, locale)}</b><br>${sentence(findingSentence(finding, locale))}</p>
${alone && evidenceTables(finding, locale)}</li>
`,
  )}</ul>
</details>
`;
}

function protocols(report: Report, locale: ReportLocale): Html {
  const { labels } = locale.report;
  if (report.protocols.length === 0)
    return html`<p class="card">${say(locale, locale.report.noProtocols)}</p>`;
  const columns = [labels.client, labels.server, labels.healthChecker].map((label) => say(locale, label));
  const rows = report.protocols.map(
    ({
      protocol,
      client,
      server,
      healthChecker,
    }) => html`<tr role="row"${protocol === 'TLS 1.2' && html` class="key"`}><th scope="row" role="rowheader">${name(protocol)}</th>
${[client, server].map(
  (role, index) => html`<td role="cell" data-label="${columns[index]}">${roleCell(role, locale)}</td>`,
)}
<td role="cell" data-label="${columns[2]}">${healthChecker === null ? '' : name(healthChecker)}</td></tr>
`,
  );
  return html`<div class="card"><table class="protocols stack" role="table">
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">${say(locale, labels.protocol)}</th>${columns.map(
    (label) => html`<th scope="col" role="columnheader">${label}</th>`,
  )}</tr></thead>
<tbody role="rowgroup">${rows}</tbody>
</table></div>
`;
}

function roleCell(role: RoleSummary, locale: ReportLocale): Html {
  const { state, remark } = roleWords(role, locale);
  return html`<span><span class="mark ${role.stored}">${state}</span>${remark !== '' && html` <span class="quiet">(${remark})</span>`}</span>`;
}
