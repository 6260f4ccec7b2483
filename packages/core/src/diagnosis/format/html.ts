// HTML: the causes as cards with their proof, then tables of what was read; one file without network and scripts.
import type { EvidenceLocale } from '../../locales/locale.ts';
import type { Text } from '../../locales/text.ts';
import { say } from '../../report/format.ts';
import { time } from '../../report/html-finding.ts';
import { markedChip } from '../../report/html-icons.ts';
import { htmlPage } from '../../report/html-page.ts';
import { code, type Html, html, name, plain, sentence } from '../../report/html-template.ts';
import type { Because, Cause, Diagnosis } from '../diagnosis.ts';
import { type EvidenceSummary, noEvidence } from '../evidence-summary.ts';
import { type DiagnosisFormat, toneOf } from './format.ts';
import {
  adviceWords,
  becauseDetail,
  becauseSentence,
  causeMeaning,
  causeName,
  flowWords,
  nothingWords,
  notReadWords,
  protocolWords,
  settleWords,
} from './words.ts';

/** More rows make a page that nobody reads to the end; JSON has all. */
const shownRows = 200;

export const formatDiagnosisHtml: DiagnosisFormat = (diagnosis, { locale }, evidence = noEvidence) => {
  const { title } = locale.diagnosis;
  const [first] = diagnosis.causes;
  const headline = first ? `${causeName(first, locale)}: ${likelihoodOf(first, locale)}` : say(locale, title);
  return htmlPage(
    {
      title: headline,
      brand: say(locale, locale.report.title),
      header: html`<h1>${say(locale, title)}</h1>
${introduction(diagnosis, evidence, locale)}`,
      main: html`${diagnosis.causes.map((cause) => causeCard(cause, locale))}${evidenceTables(evidence, locale)}`,
      judgedAt: diagnosis.judgedAt,
      wide: true,
    },
    locale,
  );
};

function likelihoodOf({ likelihood }: Cause, locale: EvidenceLocale): string {
  return say(locale, locale.diagnosis.likelihoods[likelihood]);
}

function introduction({ host, causes }: Diagnosis, evidence: EvidenceSummary, locale: EvidenceLocale): Html {
  const { joined, notJoined } = locale.diagnosis;
  return html`${
    causes.length === 0 &&
    html`<p class="reason">${nothingWords(evidence, locale)}</p>
`
  }<p class="lead">${host ? say(locale, joined, { host: host.name }) : say(locale, notJoined)}</p>
`;
}

function causeCard(cause: Cause, locale: EvidenceLocale): Html {
  const { labels } = locale.diagnosis;
  const tone = toneOf(cause);
  // Of what is unlikely only the reason why matters.
  const isTold = cause.likelihood !== 'unlikely';
  const speaking = (speaks: Because['speaks']) => cause.because.filter((one) => one.speaks === speaks);
  return html`<article class="card finding ${tone}">
<div class="over">${markedChip(tone, likelihoodOf(cause, locale))}<span class="rule">${code(cause.cause)}</span></div>
<h2 class="says">${causeName(cause, locale)}</h2>
<p class="says">${sentence(causeMeaning(cause, locale))}</p>
${isTold && becauseList(labels.because, speaking('for'), locale)}${becauseList(labels.against, speaking('against'), locale)}${
  isTold && html`${flowTable(cause, locale)}${advice(cause, locale)}${settlement(cause, locale)}`
}</article>
`;
}

function part(heading: Text, content: Html, locale: EvidenceLocale): Html {
  return html`<section class="part"><h3>${say(locale, heading)}</h3>
${content}</section>
`;
}

function becauseList(heading: Text, found: readonly Because[], locale: EvidenceLocale): Html {
  if (found.length === 0) return html``;
  const items = found.map((one) => {
    const { text } = one;
    const detail = becauseDetail(one, locale);
    return html`<li>${sentence(becauseSentence(one, locale))}${
      text !== undefined && html`<pre dir="ltr" translate="no">${text}</pre>`
    }${html`<p class="quiet">${plain(detail)}</p>`}</li>
`;
  });
  return part(heading, html`<ul>${items}</ul>`, locale);
}

function flowTable(cause: Cause, locale: EvidenceLocale): Html {
  const { labels } = locale.diagnosis;
  return dataTable(
    labels.flows,
    [
      labels.direction,
      labels.connector,
      labels.peer,
      labels.outcome,
      labels.amount,
      labels.seen,
      labels.ongoing,
      labels.likelihood,
    ],
    cause.flows.map((flow) => {
      const words = flowWords(flow, cause, locale);
      return [
        html`${words.direction}`,
        name(words.connector),
        name(words.peer),
        html`<b>${words.outcome}</b>`,
        html`${words.amount}`,
        plain(words.seen),
        html`${words.ongoing}`,
        html`${words.likelihood}`,
      ];
    }),
    locale,
  );
}

function advice(cause: Cause, locale: EvidenceLocale): Html {
  const { summary, steps, needsRestart, mayBreak } = adviceWords(cause, locale);
  const items = steps.map(
    ({ words, commands }) => html`<li>${sentence(words)}${commands.length > 0 && commandLines(commands)}</li>
`,
  );
  return html`${part(
    locale.diagnosis.labels.remedy,
    html`<p>${sentence(summary)}</p>
${
  items.length > 0 &&
  html`<ol>${items}</ol>
`
}${
  needsRestart &&
  html`<p class="note">${say(locale, locale.report.needsRestart)}</p>
`
}`,
    locale,
  )}${mayBreak.length > 0 && part(locale.report.labels.mayBreak, html`<p>${sentence(mayBreak)}</p>`, locale)}`;
}

function commandLines(commands: readonly string[]): Html {
  return html`<pre dir="ltr" translate="no">${commands.map((command) => html`<code>${command}</code>`)}</pre>`;
}

function settlement({ settleBy }: Cause, locale: EvidenceLocale): Html {
  if (!settleBy) return html``;
  const words = settleWords(settleBy, locale);
  return part(
    locale.diagnosis.labels.settleBy,
    html`<p>${sentence(words.sentence)}</p>
<p class="note">${sentence(words.shell)}</p>
${commandLines(settleBy.commands)}`,
    locale,
  );
}

function evidenceTables(evidence: EvidenceSummary, locale: EvidenceLocale): Html {
  const { sources, signals, unrecognised, usage } = evidence;
  const { labels, kinds, directions } = locale.diagnosis;
  const number = (value: number): Html => html`${value}`;
  const card = (content: Html): Html =>
    content.html === ''
      ? content
      : html`<div class="card">${content}</div>
`;
  return html`${card(
    dataTable(
      labels.sources,
      [labels.file, labels.kind, labels.records, labels.unreadable],
      sources.map(({ file, kind, records, unreadable }) => [
        name(file),
        html`${say(locale, kinds[kind])}`,
        number(records),
        number(unreadable),
      ]),
      locale,
    ),
  )}${card(notRead(evidence, locale))}${card(
    dataTable(
      labels.signals,
      [labels.error, labels.count, labels.first, labels.last, labels.text],
      signals.map(({ id, text, count, firstSeen, lastSeen }) => [
        code(id),
        number(count),
        when(firstSeen),
        when(lastSeen),
        code(text),
      ]),
      locale,
    ),
  )}${card(
    dataTable(
      labels.unrecognised,
      [labels.count, labels.text],
      unrecognised.map(({ count, example }) => [number(count), code(example)]),
      locale,
    ),
  )}${card(
    dataTable(
      labels.usage,
      [
        labels.peer,
        labels.names,
        labels.direction,
        labels.connector,
        labels.sessions,
        labels.protocols,
        labels.clear,
        labels.last,
      ],
      (usage?.peers ?? []).map((peer) => [
        address(peer.peer ?? ''),
        name(peer.names.join(', ')),
        html`${say(locale, directions[peer.direction])}`,
        name(peer.connector),
        number(peer.sessions),
        html`${protocolWords(peer.protocols, locale)}`,
        number(peer.messages.clear),
        when(peer.lastSeen),
      ]),
      locale,
    ),
  )}`;
}

function notRead(evidence: EvidenceSummary, locale: EvidenceLocale): Html {
  const found = notReadWords(evidence, locale);
  if (found.length === 0) return html``;
  const items = found.slice(0, shownRows).map(
    (pieces) => html`<li>${plain(pieces)}</li>
`,
  );
  const left = found.length - shownRows;
  return part(
    locale.diagnosis.labels.notRead,
    html`<ul>${items}</ul>${
      left > 0 && html`<p class="note">${say(locale, locale.diagnosis.more, { count: left })}</p>`
    }`,
    locale,
  );
}

/** An address in two lines is hard to read; names of hosts may be too long for one. */
function address(text: string): Html {
  return /^[\d.:a-f]+$/i.test(text) ? html`<bdi class="whole" translate="no">${text}</bdi>` : name(text);
}

function when(at: string | null): Html {
  return at === null ? html`` : time(at);
}

/**
 * The roles are written out because narrow screens show the rows as blocks, for which browsers forget that they belong
 * to a table.
 */
function dataTable(
  caption: Text,
  head: readonly Text[],
  rows: readonly (readonly Html[])[],
  locale: EvidenceLocale,
): Html {
  if (rows.length === 0) return html``;
  // A column in which nothing stands says nothing.
  const used = head.map((_, column) => rows.some((row) => row[column]?.html.replace(/<[^>]*>/g, '') !== ''));
  const labels = head.map((text) => say(locale, text));
  const left = rows.length - shownRows;
  return html`<table class="data stack" role="table">
<caption><b>${say(locale, caption)}</b></caption>
<thead role="rowgroup"><tr role="row">${labels.map(
    (label, column) => used[column] === true && html`<th scope="col" role="columnheader">${label}</th>`,
  )}</tr></thead>
<tbody role="rowgroup">${rows.slice(0, shownRows).map(
    (row) =>
      html`<tr role="row">${row.map(
        (cell, column) =>
          used[column] === true && html`<td role="cell" data-label="${labels[column]}">${cell}</td>`,
      )}</tr>
`,
  )}</tbody>
</table>
${
  left > 0 &&
  html`<p class="note">${say(locale, locale.diagnosis.more, { count: left })}</p>
`
}`;
}
