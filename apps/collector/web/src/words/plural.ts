// Numbers in sentences: the form that a language wants, and its digits.

export interface Forms {
  one: string;
  two?: string;
  other: string;
}

/** Returns a function that picks the form for a number and writes the number where `#` stands. */
export function pluralIn(language: string): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(language);
  const digits = new Intl.NumberFormat(language);
  return (count, forms) => {
    const form = rules.select(count);
    const text = (form === 'one' ? forms.one : form === 'two' ? forms.two : undefined) ?? forms.other;
    return text.replaceAll('#', digits.format(count));
  };
}
