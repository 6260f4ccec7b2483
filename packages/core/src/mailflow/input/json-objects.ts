// Reads what ConvertTo-Json writes: one object, a list, a list in an envelope, or one object a line.
import {
  type BagSink,
  type FormReader,
  LineCounter,
  type PropertyBag,
  propertyName,
} from './property-bag.ts';

export const jsonObjects: FormReader = {
  read(text, line, isLast, sink) {
    const lines = new LineCounter(text, line);
    let done = 0;
    let isInEnvelope = false;
    for (;;) {
      const start = text.indexOf('{', done);
      if (start < 0) break;
      const end = objectEnd(text, start);
      if (end < 0) {
        if (!isLast) return start;
        // The list of an envelope was cut: its whole objects can still be read.
        const list = isInEnvelope ? -1 : envelopeList(text, start);
        if (list < 0 || list >= text.length) {
          const where = { source: '', line: lines.lineAt(start) };
          sink.broken({ text: text.slice(start), reason: 'cut', where });
          break;
        }
        isInEnvelope = true;
        done = list;
        continue;
      }
      emit(text.slice(start, end), lines.lineAt(start), sink);
      done = end;
    }
    return isLast ? text.length : done;
  },
};

/** Behind the `}` that closes the object; -1 when it is missing. */
function objectEnd(text: string, start: number): number {
  let depth = 0;
  let isString = false;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isString) {
      if (code === 0x5c) at++;
      else if (code === 0x22) isString = false;
    } else if (code === 0x22) isString = true;
    else if (code === 0x7b) depth++;
    else if (code === 0x7d && --depth === 0) return at + 1;
  }
  return -1;
}

function envelopeList(text: string, start: number): number {
  const match = /^\{\s{0,200}"value"\s{0,20}:\s{0,20}\[/i.exec(text.slice(start, start + 300));
  return match ? start + match[0].length : -1;
}

function emit(text: string, line: number, sink: BagSink): void {
  const where = { source: '', line };
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    sink.broken({ text, reason: 'notARecord', where });
    return;
  }
  for (const item of itemsOf(parsed)) sink.bag(bagOf(item, line));
}

type JsonObject = Readonly<Record<string, unknown>>;

/** Windows PowerShell wraps a list that has been through remoting: `{"value": […], "Count": 2}`. */
function itemsOf(parsed: unknown): JsonObject[] {
  if (!isObject(parsed)) return [];
  const list = parsed['value'];
  if (Array.isArray(list) && list.some(isObject)) return list.filter(isObject);
  return [parsed];
}

function bagOf(item: JsonObject, line: number): PropertyBag {
  const values = new Map<string, string>();
  for (const [name, value] of Object.entries(item)) {
    const text = textOf(value, 0);
    if (text !== '') values.set(propertyName(name), text);
  }
  return { values, extra: [], isCut: false, where: { source: '', line } };
}

/** An enumeration of a remote session is `{"value": 3, "Value": "Retry"}`, a time `{"value": "/Date(…)/", …}`. */
function textOf(value: unknown, depth: number): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (depth > 4) return '';
  if (Array.isArray(value))
    return value
      .map((item) => textOf(item, depth + 1))
      .filter((item) => item !== '')
      .join('; ');
  if (!isObject(value)) return '';
  const named = value['Value'] ?? value['value'] ?? value['Name'];
  if (named !== undefined && !isObject(named)) return textOf(named, depth + 1);
  return Object.values(value)
    .map((item) => textOf(item, depth + 1))
    .filter((item) => item !== '')
    .join('; ');
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
