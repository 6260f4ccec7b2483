// Builds HTML from templates that escape everything by themselves.
import type { Piece } from '../locales/text.ts';
import { visible } from './visible.ts';

/** Markup that is already safe. */
export interface Html {
  readonly html: string;
}

type Part = string | number | undefined | false | Html | readonly Part[];

/** A text in a template is escaped; only what came out of a template goes in as markup. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: strings.map((text, index) => text + markup(parts[index])).join('') };
}

function markup(part: Part): string {
  if (part === undefined || part === false) return '';
  if (typeof part === 'string') return escapeHtml(part);
  if (typeof part === 'number') return String(part);
  return 'html' in part ? part.html : part.map(markup).join('');
}

function escapeHtml(text: string): string {
  return visible(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** A literal that people may copy: left to right in every language, and left alone by translators. */
export function code(text: string): Html {
  return html`<code dir="ltr" translate="no">${text}</code>`;
}

/** A name of the host in running text; its direction is its own. */
export function name(text: string): Html {
  return html`<bdi translate="no">${text}</bdi>`;
}

/** A sentence whose literals are set as code; numbers read better as text. */
export function sentence(pieces: readonly Piece[]): Html {
  return html`${pieces.map(({ kind, text }) => {
    if (kind === 'words') return text;
    return /^[\d.,]+$/.test(text) ? name(text) : code(text);
  })}`;
}

/** A sentence whose literals are names of things, not for copying. */
export function plain(pieces: readonly Piece[]): Html {
  return html`${pieces.map(({ kind, text }) => (kind === 'words' ? text : name(text)))}`;
}
