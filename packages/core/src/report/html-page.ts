// The frame of every HTML page: one file that needs no network and runs no script.
import type { ReportLocale } from '../locales/locale.ts';
import { coreVersion } from '../version.ts';
import { say } from './format.ts';
import { time } from './html-finding.ts';
import { style, styleHash } from './html-style.ts';
import { type Html, html } from './html-template.ts';

export interface Page {
  /** Of the window. */
  title: string;
  /** The line above everything. */
  brand: string;
  header: Html;
  main: Html;
  /** UTC. */
  judgedAt: string | undefined;
  /** Wide, for tables. */
  wide?: boolean;
}

/** The policy allows this style sheet by its hash and nothing else, so that markup in host data could not even load. */
export function htmlPage(
  { title, brand, header, main, judgedAt, wide = false }: Page,
  locale: ReportLocale,
): string {
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
<body${wide && html` class="many"`}>
<header>
<p class="brand">${brand}</p>
${header}
</header>
<main>
${main}</main>
<footer>${say(locale, locale.report.producedBy, { version: coreVersion })}${
    judgedAt !== undefined && html` · ${say(locale, locale.report.labels.judged)} ${time(judgedAt)}`
  }</footer>
</body>
</html>
`.html;
}
