// A strict reader of XML, for what the packaging writes: anything not well-formed is an error with its place.

export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  /** Text directly inside. */
  text: string;
}

const namePattern = /[A-Za-z_][\w.-]*/y;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function readXml(source: string): Element {
  const text = source.replace(/^\uFEFF/, '');
  let at = 0;
  const declaration = /^<\?xml version="1\.0" encoding="(?:utf-8|UTF-16)"\?>\s*/.exec(text);
  if (declaration === null) throw new Error('no XML declaration');
  at = declaration[0].length;
  const root = element();
  if (text.slice(at).trim() !== '') fail('text behind the root');
  return root;

  function fail(what: string): never {
    throw new Error(`${what} at ${at}: …${text.slice(Math.max(0, at - 40), at + 40)}…`);
  }

  function take(literal: string): boolean {
    if (!text.startsWith(literal, at)) return false;
    at += literal.length;
    return true;
  }

  function name(): string {
    namePattern.lastIndex = at;
    const found = namePattern.exec(text)?.[0] ?? fail('no name');
    at += found.length;
    return found;
  }

  function spaces(): number {
    const before = at;
    while (/\s/.test(text.charAt(at))) at += 1;
    return at - before;
  }

  function element(): Element {
    if (!take('<')) fail('no element');
    const found: Element = { name: name(), attributes: {}, children: [], text: '' };
    while (spaces() > 0 && /[\w]/.test(text.charAt(at))) {
      const key = name();
      if (!take('="')) fail('an attribute without a value');
      const end = text.indexOf('"', at);
      if (end < 0 || key in found.attributes) fail('an attribute that does not end, or comes twice');
      found.attributes[key] = decoded(text.slice(at, end));
      at = end + 1;
    }
    if (take('/>')) return found;
    if (!take('>')) fail('a start tag that does not end');
    while (!take('</')) {
      if (text.startsWith('<', at)) found.children.push(element());
      else {
        const end = text.indexOf('<', at);
        if (end < 0) fail('an element that does not end');
        found.text += decoded(text.slice(at, end));
        at = end;
      }
    }
    if (name() !== found.name) fail('an end tag of another element');
    spaces();
    if (!take('>')) fail('an end tag that does not end');
    if (found.children.length > 0 && found.text.trim() !== '') fail('text between elements');
    return found;
  }

  function decoded(raw: string): string {
    if (/[<>]/.test(raw)) fail('a bare < or >');
    return raw.replace(/&(\w+;)?/g, (_, entity: string | undefined) => {
      return entities[entity?.slice(0, -1) ?? ''] ?? fail('an unknown entity');
    });
  }
}

/** Every element below, in order. */
export function all(element: Element, name: string): Element[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

export function child(element: Element, name: string): Element {
  const found = element.children.filter((candidate) => candidate.name === name);
  if (found.length !== 1 || found[0] === undefined)
    throw new Error(`${found.length} ${name} in ${element.name}`);
  return found[0];
}
