// What a language must bring: the words of the reports and of every rule.
import type { enEvidence } from './en/evidence.ts';
import type { en } from './en/index.ts';
import type { enReport } from './en/report.ts';
import type { Text } from './text.ts';

/** The strings of one rule. */
export interface RuleText {
  /** What is true when the rule passes, as a short statement without a full stop. */
  title: string;
  /** Why it matters for mail with Office 365: one or two sentences. */
  rationale: string;
  /** The sentences the rule can say. */
  messages: Readonly<Record<string, Text>>;
  /** By the name of the remedy: what it does, and what it could break. */
  remedies?: Readonly<Record<string, { summary: Text; mayBreak: Text }>>;
  /** Sentences of steps that are done by hand. */
  steps?: Readonly<Record<string, Text>>;
}

/** What an error of the catalog says and does not say. */
export interface ErrorText {
  /** What happened, as far as the text itself tells. */
  meaning: Text;
  /** What may not be concluded from it alone, and what would settle it. */
  notProven: Text;
  remedy: Text;
}

/** The same keys as in English, with any text. */
export type Translated<T> = T extends string
  ? Text
  : T extends { readonly other: string }
    ? Text
    : { readonly [K in keyof T]: Translated<T[K]> };

/** A language, complete. */
export type Locale = Translated<Omit<typeof en, 'language' | 'direction'>> & {
  /** Tag of the language, as HTML and `Intl` want it. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
};

/** The words of the reports themselves, by the same keys as in English. */
export type ReportWords = Translated<typeof enReport>;

/** A language with all that the formats print. */
export type ReportLocale = Locale & ReportWords;

/** The words of mail errors and causes, by the same keys as in English. */
export type EvidenceWords = Translated<typeof enEvidence>;

/** A language with the words for evidence too. */
export type EvidenceLocale = ReportLocale & EvidenceWords;
