// A sentence of the core as plain text.
import { type Locale, piecesText, type Text, textPieces } from '@mailflow-tls/core';

export function say(
  { language }: Pick<Locale, 'language'>,
  text: Text,
  fillings?: Readonly<Record<string, string | number>>,
): string {
  return piecesText(textPieces(text, fillings, language));
}
