// Writes XML element by element, so that no text can break it.

export type Attributes = Readonly<Record<string, string | number>>;

/** XML text of an element; children are XML already: other elements, or `text(…)`. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const head = [
    name,
    ...Object.entries(attributes).map(([key, value]) => `${key}="${escaped(String(value))}"`),
  ];
  if (children.length === 0) return `<${head.join(' ')}/>`;
  const isText = children.every((child) => !child.startsWith('<'));
  const inside = isText
    ? children.join('')
    : `\n${children.map((child) => child.replace(/^(?= *<)/gm, '  ')).join('\n')}\n`;
  return `<${head.join(' ')}>${inside}</${name}>`;
}

export function text(value: string): string {
  return escaped(value);
}

/** As the consoles of Windows write it: UTF-8 with its mark, lines that end as Windows ends them. */
export function xmlFile(root: string): string {
  return `\uFEFF<?xml version="1.0" encoding="utf-8"?>\n${root}\n`.replaceAll('\n', '\r\n');
}

function escaped(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
