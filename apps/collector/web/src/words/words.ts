// The dashboard's own words, in the language of the one who looks; each language comes as a file of its own.
import { createContext, useContext } from 'react';
import type { en } from './en/index.ts';

/** Every language has exactly the keys of English. */
export type Words = typeof en;
export type Language = 'en' | 'he';

export const languages: readonly { language: Language; name: string; direction: 'ltr' | 'rtl' }[] = [
  { language: 'en', name: 'English', direction: 'ltr' },
  { language: 'he', name: 'עברית', direction: 'rtl' },
];

export async function loadWords(language: Language): Promise<Words> {
  switch (language) {
    case 'en':
      return (await import('./en/index.ts')).en;
    case 'he':
      return (await import('./he/index.ts')).he;
  }
}

export interface Spoken {
  language: Language;
  direction: 'ltr' | 'rtl';
  words: Words;
  choose(language: Language): void;
}

export const SpokenContext = createContext<Spoken | null>(null);

export function useSpoken(): Spoken {
  const spoken = useContext(SpokenContext);
  if (spoken === null) throw new Error('There is no language around this part.');
  return spoken;
}

/** The words; `useWords().hosts.title`. */
export function useWords(): Words {
  return useSpoken().words;
}
