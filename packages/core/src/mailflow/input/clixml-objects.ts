// Reads what Export-Clixml writes: the objects of the outermost level, with their properties as text.
import { type BagSink, type FormReader, LineCounter, propertyName } from './property-bag.ts';
import { attribute, nextTag, type XmlTag, xmlText } from './xml.ts';

/** A list inside a property is told apart up to this depth; deeper objects are known by their text alone. */
const deepest = 32;

const lists: ReadonlySet<string> = new Set(['LST', 'IE', 'STK', 'QUE']);

type Property = { readonly name: string; readonly depth: number; text: string; readonly parts: string[] };

export const clixmlObjects: FormReader = {
  read(text, line, isLast, sink) {
    const lines = new LineCounter(text, line);
    let done = 0;
    for (;;) {
      const start = objectStart(text, done);
      if (start === null) break;
      const end = readObject(text, start, lines, sink);
      if (end < 0) {
        if (!isLast) return start.start;
        sink.broken({
          text: text.slice(start.start),
          reason: 'cut',
          where: { source: '', line: lines.lineAt(start.start) },
        });
        break;
      }
      done = end;
    }
    return isLast ? text.length : done;
  },
};

function objectStart(text: string, from: number): XmlTag | null {
  let tag = nextTag(text, from);
  while (tag !== null && !(tag.name === 'Obj' && tag.kind === 'open')) tag = nextTag(text, tag.end);
  return tag;
}

/** Where the object ends; -1 when its end is missing. */
function readObject(text: string, start: XmlTag, lines: LineCounter, sink: BagSink): number {
  const values = new Map<string, string>();
  const stack: string[] = ['Obj'];
  let property: Property | null = null;
  let tag = nextTag(text, start.end);
  let valueStart = start.end;
  for (; tag !== null; tag = nextTag(text, tag.end)) {
    const name = attribute(tag, 'N');
    if (tag.kind === 'empty') continue;
    if (tag.kind === 'open') {
      // A list that was exported as one object: its members are the objects.
      if (stack.length === 1 && values.size === 0 && lists.has(tag.name)) return tag.end;
      stack.push(tag.name);
      valueStart = tag.end;
      if (property === null && name !== null && stack.length <= deepest)
        property = { name: propertyName(name), depth: stack.length, text: '', parts: [] };
      continue;
    }
    // A closing tag that fits nothing is left out, so that one broken tag costs one property.
    const open = stack.lastIndexOf(tag.name);
    if (open < 0) continue;
    if (property !== null && isScalar(tag.name) && open === stack.length - 1)
      take(property, stack, plainText(text.slice(valueStart, tag.start)));
    stack.length = open;
    if (property !== null && stack.length < property.depth) {
      const value = property.text || property.parts.join('; ');
      if (value !== '' && !values.has(property.name)) values.set(property.name, value);
      property = null;
    }
    if (stack.length === 0) {
      const where = { source: '', line: lines.lineAt(start.start) };
      sink.bag({ values, extra: [], isCut: false, where });
      return tag.end;
    }
  }
  return -1;
}

/** Names of types and methods are no values; `ToString` is the text of an object, unless it only names its type. */
function take(property: Property, stack: readonly string[], value: string): void {
  const element = stack.at(-1);
  if (element === 'T' || value === '') return;
  if (stack.length === property.depth) {
    property.text = value;
    return;
  }
  if (element === 'ToString') {
    const isOwn = stack.length === property.depth + 1;
    const isTypeName = /^(?:Microsoft|System|Deserialized)\.[\w.`+[\],]+$/.test(value);
    if (isOwn && !isTypeName) property.text = value;
    else if (!isOwn && !isTypeName) property.parts.push(value);
    return;
  }
  property.parts.push(value);
}

function isScalar(name: string): boolean {
  return name !== 'Obj' && name !== 'Props' && name !== 'MS' && name !== 'TN' && name !== 'LST';
}

/** `_x000D_` and its like stand for characters that XML cannot hold. */
function plainText(text: string): string {
  const plain = xmlText(text);
  if (!plain.includes('_x')) return plain;
  return plain.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
