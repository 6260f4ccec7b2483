// Shows what would otherwise act or hide: control, bidirectional and invisible characters in data of a host.

/** Controls, format characters (bidirectional ones among them), separators of lines, halves of pairs, and the like. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/u;
const everyUnseen = new RegExp(unseen, 'gu');

/**
 * The text with each such character written as `<U+202E>`, so that it can neither drive a terminal nor break a line nor
 * reorder what stands beside it.
 */
export function visible(text: string): string {
  if (!unseen.test(text)) return text;
  return text.replace(everyUnseen, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}
