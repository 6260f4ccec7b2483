// The languages of the command line, and how its sentences are put together.
import { en as enLocale, piecesText, type Text, textPieces } from '@mailflow-tls/core';
import { type EvidenceLocale, enEvidence } from '@mailflow-tls/core/evidence';
import { enReport, visible } from '@mailflow-tls/core/formats';
import { heEvidence, he as heLocale, heReport } from '@mailflow-tls/core/locales/he';
import { words as en } from './en.ts';
import { words as he } from './he.ts';

export type Translated<T> = T extends string ? string : { readonly [K in keyof T]: Translated<T[K]> };
export type Words = Translated<typeof en>;

export const languageCodes = ['en', 'he'] as const;
export type LanguageCode = (typeof languageCodes)[number];

export interface Language {
  code: LanguageCode;
  /** The core's words. */
  locale: EvidenceLocale;
  /** The command line's own words. */
  words: Words;
}

const languages: Readonly<Record<LanguageCode, Language>> = {
  en: { code: 'en', locale: { ...enLocale, ...enReport, ...enEvidence }, words: en },
  he: { code: 'he', locale: { ...heLocale, ...heReport, ...heEvidence }, words: he },
};

export function languageOf(code: LanguageCode): Language {
  return languages[code];
}

/** A sentence with its values filled in, safe to print: what comes from outside cannot steer the terminal. */
export function sentence(
  language: Language,
  text: Text,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const shown = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? visible(value) : value]),
  );
  return piecesText(textPieces(text, shown, language.code));
}

/**
 * The language of the system's user: on Windows its regional format, elsewhere what the shell says. English when that
 * is none of ours.
 */
export function systemLanguage(
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
  intl: string,
): LanguageCode {
  const tag = platform === 'win32' ? intl : env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^(?:he|iw)(?:[-_.@]|$)/i.test(tag) ? 'he' : 'en';
}
