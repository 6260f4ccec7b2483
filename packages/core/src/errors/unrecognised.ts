// Groups error texts that no entry fits by their shape, so that a thousand of a kind are one line and none is dropped.

/** Texts of one shape. */
export interface UnrecognisedGroup<W> {
  /** The text with everything masked that changes from one message to the next. */
  readonly shape: string;
  readonly count: number;
  /** The first text of this shape. */
  readonly example: string;
  /** Where the first was found. */
  readonly where: W;
}

const longestShape = 300;

// One pass, the first alternative that fits wins: addresses, GUIDs, IPv6, IPv4, host names, long hexadecimal, numbers.
const variable =
  /[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w.-]{1,255}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?<![\w:])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?![\w:])|(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])|(?<![\w.-])[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}(?![\w-])|(?<!\w)(?=[a-f]*\d)[0-9a-f]{8,64}(?!\w)|\d+/gi;

const replyCode = /^(?:[245]\d\d[ -]?)?(?:#?[245]\.\d{1,3}\.\d{1,3})?/;

/** The shape of a text: its reply codes stay, everything that varies between messages of a kind is masked. */
export function maskShape(text: string): string {
  const line = text
    .slice(0, 4 * longestShape)
    .replace(/\s+/g, ' ')
    .trim();
  const codes = replyCode.exec(line)?.[0] ?? '';
  return `${codes}${line.slice(codes.length).replace(variable, mask)}`.slice(0, longestShape);
}

function mask(value: string): string {
  if (value.includes('@')) return '<address>';
  if (/^\d+$/.test(value)) return '#';
  if (/^[45]\.\d\.\d{1,3}$/.test(value)) return value;
  if (/^[\d.]+$/.test(value)) return value.split('.').length === 4 ? '<ip>' : '#';
  if (value.length === 36 && value.charAt(8) === '-' && !value.includes('.')) return '<guid>';
  if (value.includes(':')) return '<ip>';
  if (value.includes('.')) return '<host>';
  return '<hex>';
}

/** Collects texts by shape. Memory is bounded: beyond the limit of shapes only their number is kept. */
export class Unrecognised<W> {
  readonly #groups = new Map<string, { shape: string; count: number; example: string; where: W }>();
  readonly #limit: number;
  #overflow = 0;

  constructor(limit = 1000) {
    this.#limit = limit;
  }

  add(text: string, where: W, count = 1): void {
    const shape = maskShape(text);
    const group = this.#groups.get(shape);
    if (group) group.count += count;
    else if (this.#groups.size < this.#limit) this.#groups.set(shape, { shape, count, example: text, where });
    else this.#overflow += count;
  }

  /** Texts whose shape came after the limit was reached. */
  get overflow(): number {
    return this.#overflow;
  }

  /** Most frequent first; of the same count in the order of appearance. */
  list(): UnrecognisedGroup<W>[] {
    return [...this.#groups.values()].map((group) => ({ ...group })).sort((a, b) => b.count - a.count);
  }
}
