// Writes JSON that is safe to print: what would act or hide in a terminal or an editor is escaped.

/** Everything that `JSON.stringify` leaves raw although it is invisible or reorders text. */
const raw = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;

/** The same value when parsed; ends in a line break. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, null, 2).replace(raw, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
  return `${text}\n`;
}
