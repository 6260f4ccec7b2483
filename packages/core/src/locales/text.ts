// Sentences with placeholders: how a locale writes them and how they become pieces that every format can print.

/**
 * A sentence. `{name}` stands for a value of the host; text between backticks is a literal (a path, a value name, a
 * command) that is never translated. A sentence that changes with a number is written per plural form, chosen by the
 * value `count` (CLDR forms; `other` is always there).
 */
export type Text = string | PluralText;
export type PluralText = { readonly other: string } & Readonly<
  Partial<Record<'zero' | 'one' | 'two' | 'few' | 'many', string>>
>;

/** A piece of a sentence: words of the language, or a literal that stays as it is whatever the language. */
export interface Piece {
  kind: 'words' | 'literal';
  text: string;
}

/** What fills a placeholder: a literal, or a sentence that was already cut into pieces. */
export type Filling = string | number | readonly Piece[];
export type Fillings = Readonly<Record<string, Filling>>;

const tokens = /`([^`]*)`|\{(\w+)\}/g;

/** Cuts a sentence into pieces and fills in its values. A value that is missing stays visible as its placeholder. */
export function textPieces(text: Text, fillings: Fillings | undefined, language: string): Piece[] {
  const source = typeof text === 'string' ? text : pluralForm(text, fillings, language);
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of source.matchAll(tokens)) {
    if (match.index > from) pieces.push({ kind: 'words', text: source.slice(from, match.index) });
    const [whole, literal, name = ''] = match;
    const filling = literal === undefined ? fillings?.[name] : fillLiteral(literal, fillings);
    if (typeof filling === 'object') pieces.push(...filling);
    else pieces.push({ kind: 'literal', text: filling === undefined ? whole : String(filling) });
    from = match.index + whole.length;
  }
  if (from < source.length) pieces.push({ kind: 'words', text: source.slice(from) });
  return pieces;
}

function fillLiteral(literal: string, fillings: Fillings | undefined): string {
  return literal.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const filling = fillings?.[name];
    if (filling === undefined) return whole;
    return typeof filling === 'object' ? piecesText(filling) : String(filling);
  });
}

/** The sentence as plain text; literals stand as they are. */
export function piecesText(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join('');
}

const pluralRules = new Map<string, Intl.PluralRules>();

function pluralForm(text: PluralText, fillings: Fillings | undefined, language: string): string {
  const count = fillings?.count;
  if (typeof count !== 'number') return text.other;
  let rules = pluralRules.get(language);
  if (!rules) {
    rules = new Intl.PluralRules(language);
    pluralRules.set(language, rules);
  }
  return text[rules.select(count)] ?? text.other;
}
