// The words of an HTML part, with line ends where a browser would show them.
import { nextTag, xmlText } from '../input/xml.ts';

const breaks: ReadonlySet<string> = new Set([
  'br',
  'p',
  'div',
  'tr',
  'li',
  'table',
  'h1',
  'h2',
  'h3',
  'pre',
  'hr',
]);
const silent: ReadonlySet<string> = new Set(['style', 'script', 'title']);

export function htmlText(html: string): string {
  let text = '';
  let from = 0;
  let hidden: string | null = null;
  for (let tag = nextTag(html, 0); tag !== null; tag = nextTag(html, tag.end)) {
    const name = tag.name.toLowerCase();
    if (hidden === null) text += html.slice(from, tag.start);
    from = tag.end;
    if (hidden === name && tag.kind === 'close') hidden = null;
    else if (hidden === null && silent.has(name) && tag.kind === 'open') hidden = name;
    if (breaks.has(name)) text += '\n';
    else if (name === 'td' || name === 'th') text += '\t';
  }
  if (hidden === null) text += html.slice(from);
  return xmlText(withoutComments(text).replace(/&nbsp;|&#160;/gi, ' '));
}

function withoutComments(text: string): string {
  let result = '';
  let copied = 0;
  for (let at = text.indexOf('<!--'); at >= 0; at = text.indexOf('<!--', copied)) {
    const end = text.indexOf('-->', at + 2);
    result += text.slice(copied, at);
    // One that is never closed: what it hides may be all there is.
    if (end < 0) return result + text.slice(at);
    copied = end + 3;
  }
  return result + text.slice(copied);
}
