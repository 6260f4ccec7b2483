// Writes any text as a PowerShell expression that means exactly that text, in characters that can be seen and pasted.

// PowerShell takes the typographic quotes for the plain one.
const quotes = /['\u2018\u2019\u201a\u201b]/g;
const plain = /^[ -~\p{L}\p{M}\p{N}\p{P}\p{S}]*$/u;
const parts = /[ -~\p{L}\p{M}\p{N}\p{P}\p{S}]+|[^ -~\p{L}\p{M}\p{N}\p{P}\p{S}]/gu;

/**
 * A single-quoted literal; where the text holds control, format or lone surrogate characters, a parenthesised sum of
 * literals and `[char]` codes, since such characters would not survive a paste, or would act in a terminal.
 */
export function quotePowerShell(text: string): string {
  if (plain.test(text)) return quoted(text);
  const terms = [...text.matchAll(parts)].map(([part]) =>
    plain.test(part) ? quoted(part) : characters(part),
  );
  // A leading text makes the sum one of texts, not of numbers.
  return `('' + ${terms.join(' + ')})`;
}

function quoted(text: string): string {
  return `'${text.replace(quotes, '$&$&')}'`;
}

function characters(text: string): string {
  return text
    .split('')
    .map((unit) => `[char]0x${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join(' + ');
}
