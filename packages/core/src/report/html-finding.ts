// One finding as HTML: verdict, sentence, proof, why it matters, what to do.
import type { Evidence, Finding } from '../engine/finding.ts';
import type { ReportLocale } from '../locales/locale.ts';
import { needsRestart } from '../remediation/remedy.ts';
import { rules } from '../rules/index.ts';
import { evidenceBySource, say } from './format.ts';
import { shortTime } from './host-lines.ts';
import { verdictChip } from './html-icons.ts';
import { code, type Html, html, name, sentence } from './html-template.ts';
import { remedyBlocks } from './remedy-blocks.ts';
import { findingSentence, rationaleWords, remedyWords, ruleTitle } from './words.ts';

/** `level`: of the heading; those inside are one deeper. */
export function findingCard(finding: Finding, level: number, locale: ReportLocale): Html {
  const rationale = rationaleWords(finding.rule, locale);
  const isBad = finding.verdict !== 'info';
  return html`<article class="card finding ${finding.verdict}">
<div class="over">${verdictChip(finding.verdict, locale)}<span class="rule">${code(finding.rule)}</span></div>
<h${level}>${sentence(findingSentence(finding, locale))}</h${level}>
<p class="note">${say(locale, locale.report.labels.passesWhen)}: ${findingTitle(finding, locale)}</p>
${
  finding.unweighed !== undefined &&
  html`<p class="note">${say(locale, locale.report.milder, { verdict: say(locale, locale.verdicts[finding.unweighed]) })}</p>`
}${evidenceTables(finding, locale)}${
  isBad &&
  rationale.length > 0 &&
  part(level, say(locale, locale.report.labels.rationale), html`<p>${sentence(rationale)}</p>`)
}${isBad && remedy(finding, level, locale)}${isBad && references(finding, level, locale)}</article>
`;
}

export function findingTitle(finding: Finding, locale: ReportLocale): Html {
  const title = ruleTitle(locale, finding.rule);
  return finding.subject === undefined ? html`${title}` : html`${title}: ${name(finding.subject)}`;
}

function part(level: number, heading: string, content: Html): Html {
  return html`<section class="part"><h${level + 1}>${heading}</h${level + 1}>
${content}</section>
`;
}

export function evidenceTables(finding: Finding, locale: ReportLocale): Html {
  return html`${evidenceBySource(finding.evidence).map(([source, items]) => evidenceTable(source, items, locale))}`;
}

/**
 * The roles are written out because narrow screens show the rows as blocks, for which browsers forget that they belong
 * to a table.
 */
function evidenceTable(source: string, items: readonly Evidence[], locale: ReportLocale): Html {
  const { labels, absent } = locale.report;
  const wanted = [
    items.some((item) => item.name !== undefined) && { label: labels.name, show: evidenceName },
    {
      label: labels.value,
      show: (item: Evidence) =>
        item.value === null ? html`<i>${say(locale, absent)}</i>` : code(String(item.value)),
    },
    items.some((item) => item.kind !== undefined) && { label: labels.kind, show: kind },
    items.some((item) => item.expected !== undefined) && { label: labels.expected, show: expected },
    items.some((item) => item.writtenAt !== undefined) && { label: labels.written, show: written },
  ].filter((column) => column !== false);
  return html`<table class="evidence stack" role="table">
<caption>${code(source)}</caption>
<thead role="rowgroup"><tr role="row">${wanted.map(
    ({ label }) => html`<th scope="col" role="columnheader">${say(locale, label)}</th>`,
  )}</tr></thead>
<tbody role="rowgroup">${items.map(
    (item) =>
      html`<tr role="row">${wanted.map(
        ({ label, show }) => html`<td role="cell" data-label="${say(locale, label)}">${show(item)}</td>`,
      )}</tr>`,
  )}</tbody>
</table>
`;
}

function evidenceName(item: Evidence): Html {
  return code(item.name ?? '');
}

function kind(item: Evidence): Html {
  return item.kind === undefined ? html`` : html`<span class="quiet">${code(item.kind)}</span>`;
}

function expected(item: Evidence): Html {
  return item.expected === undefined ? html`` : code(item.expected);
}

function written(item: Evidence): Html {
  return item.writtenAt === undefined ? html`` : time(item.writtenAt);
}

export function time(at: string): Html {
  return html`<time datetime="${at}" dir="ltr">${shortTime(at)}</time>`;
}

function remedy(finding: Finding, level: number, locale: ReportLocale): Html {
  if (!finding.remedy) return html``;
  const { labels } = locale.report;
  const words = remedyWords(finding, finding.remedy, locale);
  const steps = remedyBlocks(finding, finding.remedy, locale).map(
    (block) => html`<li>${sentence(block.words)}${
      block.commands.length > 0 &&
      html`<pre dir="ltr" translate="no">${block.commands.map((command) => html`<code>${command}</code>`)}</pre>`
    }</li>
`,
  );
  return html`${part(
    level,
    say(locale, labels.remedy),
    html`<p>${sentence(words.summary)}</p>
<ol>${steps}</ol>
${needsRestart(finding.remedy) && html`<p class="note">${say(locale, locale.report.needsRestart)}</p>`}`,
  )}${
    words.mayBreak.length > 0 &&
    part(level, say(locale, labels.mayBreak), html`<p>${sentence(words.mayBreak)}</p>`)
  }`;
}

function references(finding: Finding, level: number, locale: ReportLocale): Html {
  const all = rules.find((rule) => rule.id === finding.rule)?.references ?? [];
  if (all.length === 0) return html``;
  const items = all.map(
    (reference) =>
      html`<li>${reference.startsWith('https://') ? html`<a href="${reference}" dir="ltr" translate="no">${reference}</a>` : reference}</li>`,
  );
  return part(level, say(locale, locale.report.labels.references), html`<ul class="links">${items}</ul>`);
}
