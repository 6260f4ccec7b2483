// The language of the page: as the user chose, else as the browser asks for.
import { useCallback, useEffect, useMemo, useState } from 'react';
import { type Language, languages, loadWords, type Spoken, type Words } from '../words/words.ts';
import { keep, recall } from './preferences.ts';

/** The language to begin with. */
export function firstLanguage(): Language {
  const wished = [recall('language'), ...navigator.languages.map((tag) => tag.split('-')[0])];
  for (const wish of wished) {
    // Browsers still call Hebrew by its old tag at times.
    const found = languages.find(({ language }) => language === (wish === 'iw' ? 'he' : wish));
    if (found !== undefined) return found.language;
  }
  return 'en';
}

export function useChosenLanguage(first: { language: Language; words: Words }): Spoken {
  const [spoken, setSpoken] = useState(first);
  const direction = languages.find(({ language }) => language === spoken.language)?.direction ?? 'ltr';
  const choose = useCallback(async (language: Language) => {
    keep('language', language);
    const words = await loadWords(language);
    setSpoken({ language, words });
  }, []);
  useEffect(() => {
    document.documentElement.lang = spoken.language;
    document.documentElement.dir = direction;
  }, [spoken.language, direction]);
  return useMemo(
    () => ({ ...spoken, direction, choose: (language) => void choose(language) }),
    [spoken, direction, choose],
  );
}
