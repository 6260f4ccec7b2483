// Header fields of a mail: folded lines joined, names in lower case, order kept.

export type Field = { readonly name: string; readonly value: string };

const mostFields = 5000;

/** Reads fields from `from` up to an empty line; `end` is where the body begins. */
export function readFields(text: string, from: number): { fields: Field[]; end: number } {
  const fields: Field[] = [];
  let current: { name: string; parts: string[] } | null = null;
  let at = from;
  while (at < text.length && fields.length < mostFields) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(at, end).replace(/\r$/, '');
    at = end + 1;
    if (line === '') break;
    if (/^[ \t]/.test(line)) {
      current?.parts.push(line.trim());
      continue;
    }
    push(fields, current);
    const colon = line.indexOf(':');
    const name = colon < 0 ? '' : line.slice(0, colon).trimEnd();
    current = isFieldName(name) ? { name: name.toLowerCase(), parts: [line.slice(colon + 1).trim()] } : null;
  }
  push(fields, current);
  return { fields, end: Math.min(at, text.length) };
}

function push(fields: Field[], current: { name: string; parts: string[] } | null): void {
  if (current !== null) fields.push({ name: current.name, value: current.parts.join(' ') });
}

export function isFieldName(name: string): boolean {
  return name.length > 0 && name.length <= 76 && /^[!-9;-~]+$/.test(name);
}

export function field(fields: readonly Field[], name: string): string | null {
  return fields.find((one) => one.name === name)?.value ?? null;
}

/** A parameter of `Content-Type`: `boundary`, `charset`; also in the form of RFC 2231, `boundary*0=…`. */
export function parameter(value: string, name: string): string | null {
  const lower = value.toLowerCase();
  let found = '';
  for (let at = lower.indexOf(name); at >= 0; at = lower.indexOf(name, at + name.length)) {
    if (at > 0 && !/[\s;]/.test(value[at - 1] ?? '')) continue;
    const match = /^(?:\*\d{0,2}\*?)?\s{0,5}=\s{0,5}(?:"([^"]{0,400})"|([^\s;"]{1,400}))/.exec(
      value.slice(at + name.length, at + name.length + 420),
    );
    if (match) found += match[1] ?? match[2] ?? '';
  }
  return found === '' ? null : found;
}
