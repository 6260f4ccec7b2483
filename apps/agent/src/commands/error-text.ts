// How an error that the user can mend is printed.
import type { UsageError } from '../usage-error.ts';
import { type Language, sentence } from '../words/words.ts';

export function errorText(error: UsageError, language: Language): string {
  const { words } = language;
  const { problem, remedy } = words.errors[error.key];
  return [
    `${words.error} ${sentence(language, problem, error.values)}`,
    `${words.whatToDo} ${sentence(language, remedy, error.values)}`,
    '',
  ].join('\n');
}
