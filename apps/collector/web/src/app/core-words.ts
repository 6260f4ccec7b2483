// The core's words for rules, findings and remedies, in the language of the page; they come when first needed.
import type { ReportLocale } from '@mailflow-tls/core/formats';
import { use } from 'react';
import { type Language, useSpoken } from '../words/words.ts';

const loading = new Map<Language, Promise<ReportLocale>>();

function load(language: Language): Promise<ReportLocale> {
  const known = loading.get(language);
  if (known !== undefined) return known;
  const coming =
    language === 'he'
      ? import('./core-words-he.ts').then(({ words }) => words)
      : import('./core-words-en.ts').then(({ words }) => words);
  loading.set(language, coming);
  // A failure to load must not stay.
  coming.catch(() => loading.delete(language));
  return coming;
}

/** Suspends until they are there. */
export function useCoreWords(): ReportLocale {
  const { language } = useSpoken();
  return use(load(language));
}
