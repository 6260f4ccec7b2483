// The core's words for rules, findings, remedies and errors in the language of the page, each fetched when first needed.
import type { Locale } from '@mailflow-tls/core';
import type { EvidenceLocale } from '@mailflow-tls/core/evidence';
import type { ReportLocale } from '@mailflow-tls/core/formats';
import { use } from 'react';
import { type Language, useSpoken } from './words.ts';

const ruleWords = remembered<Locale>({
  en: async () => (await import('./core/en.ts')).en,
  he: async () => (await import('./core/he.ts')).he,
});

const reportWords = remembered<ReportLocale>({
  en: async () => (await import('./core/en-report.ts')).enWithReport,
  he: async () => (await import('./core/he-report.ts')).heWithReport,
});

const evidenceWords = remembered<EvidenceLocale>({
  en: async () => (await import('./core/en-evidence.ts')).enWithEvidence,
  he: async () => (await import('./core/he-evidence.ts')).heWithEvidence,
});

/** Words of rules and findings. Suspends until they have come. */
export function useRuleWords(): Locale {
  return use(ruleWords(useSpoken().language));
}

/** The words of reports besides: labels, headings, remedies. Suspends until they have come. */
export function useReportWords(): ReportLocale {
  return use(reportWords(useSpoken().language));
}

/** The words of reports, mail errors and causes besides. Suspends until they have come. */
export function useEvidenceWords(): EvidenceLocale {
  return use(evidenceWords(useSpoken().language));
}

/** One promise a language, as `use` wants it; a failed one is not kept, so that the next try loads again. */
function remembered<T>(
  load: Readonly<Record<Language, () => Promise<T>>>,
): (language: Language) => Promise<T> {
  const promises = new Map<Language, Promise<T>>();
  return (language) => {
    const known = promises.get(language);
    if (known !== undefined) return known;
    const promise = load[language]();
    promises.set(language, promise);
    promise.catch(() => promises.delete(language));
    return promise;
  };
}
