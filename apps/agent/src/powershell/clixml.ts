// Reads the XML into which PowerShell turns objects. It writes that many times faster than any JSON a script can write.

export type PlainValue = null | boolean | number | string | PlainValue[] | { [name: string]: PlainValue };

interface Element {
  name: string;
  /** The attribute `N`: what this is of its parent. */
  role: string;
  refId: string;
  children: Element[];
  text: string;
}

const tag = /<(\/?)([A-Za-z0-9]+)((?:\s+[\w:]+="[^"]*")*)\s*(\/?)>|([^<]+)/g;
const attribute = /([\w:]+)="([^"]*)"/g;
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const maxDepth = 100;

/**
 * The value in a text of CLIXML ([MS-PSRP] 2.2.5), as far as scripts here make it of dictionaries, lists and plain
 * values. 64-bit numbers beyond 2^53 lose digits; the scripts send such as text.
 *
 * @throws SyntaxError
 */
export function readClixml(text: string): PlainValue {
  const root = parse(text);
  const [only] = root.children;
  if (root.name !== 'Objs' || !only) throw new SyntaxError('not CLIXML');
  return readValue(only, new Map());
}

function parse(text: string): Element {
  const top = element('', '');
  const open = [top];
  let end = 0;
  for (const match of text.matchAll(tag)) {
    if (match.index !== end) break;
    end = match.index + match[0].length;
    const [, closing = '', name = '', attributes = '', empty = '', content] = match;
    const parent = open.at(-1);
    if (!parent) break;
    if (content !== undefined) parent.text += content;
    else if (closing !== '') {
      if (parent.name !== name || open.length === 1) throw new SyntaxError(`unexpected </${name}>`);
      open.pop();
    } else {
      const child = element(name, attributes);
      parent.children.push(child);
      if (empty === '') open.push(child);
      if (open.length > maxDepth) throw new SyntaxError('nested too deeply');
    }
  }
  const [root] = top.children;
  if (end !== text.length || open.length !== 1 || !root) throw new SyntaxError('truncated CLIXML');
  return root;
}

function element(name: string, attributes: string): Element {
  let role = '';
  let refId = '';
  for (const [, key, value = ''] of attributes.matchAll(attribute)) {
    if (key === 'N') role = decode(value);
    if (key === 'RefId') refId = value;
  }
  return { name, role, refId, children: [], text: '' };
}

function readValue(from: Element, known: Map<string, PlainValue>): PlainValue {
  switch (from.name) {
    case 'Nil':
      return null;
    case 'B':
      return from.text === 'true';
    case 'I32':
    case 'I64':
    case 'U32':
      return Number(from.text);
    case 'Ref':
      return known.get(from.refId) ?? null;
    case 'Obj': {
      const value = readObject(from, known);
      if (from.refId !== '') known.set(from.refId, value);
      return value;
    }
    default:
      return decode(from.text);
  }
}

/**
 * A dictionary or a list; or a plain value that came in an envelope, behind the names of its types. What a function
 * that returns nothing returns is an envelope without anything.
 */
function readObject({ children }: Element, known: Map<string, PlainValue>): PlainValue {
  for (const child of children) {
    if (['TN', 'TNRef', 'ToString', 'MS', 'Props'].includes(child.name)) continue;
    if (child.name === 'DCT') return readDictionary(child, known);
    if (['LST', 'IE', 'STK', 'QUE'].includes(child.name))
      return child.children.map((item) => readValue(item, known));
    return readValue(child, known);
  }
  const text = children.find(({ name }) => name === 'ToString');
  return text ? decode(text.text) : null;
}

function readDictionary({ children }: Element, known: Map<string, PlainValue>): PlainValue {
  const entries = children.map(({ children: pair }) => {
    const key = pair.find(({ role }) => role === 'Key');
    const value = pair.find(({ role }) => role === 'Value');
    return [key ? String(readValue(key, known)) : '', value ? readValue(value, known) : null] as const;
  });
  return Object.fromEntries(entries);
}

/** What XML cannot hold stands as `_xHHHH_`, one for each UTF-16 unit. */
function decode(text: string): string {
  const plain = text.includes('&')
    ? text.replace(/&(?:(lt|gt|amp|quot|apos)|#x([\dA-Fa-f]+)|#(\d+));/g, (_, name, hex, decimal) =>
        name
          ? (entities[name] ?? '')
          : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
      )
    : text;
  return plain.includes('_x')
    ? plain.replace(/_x([\dA-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : plain;
}
