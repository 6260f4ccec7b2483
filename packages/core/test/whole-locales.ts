// Both languages with all their words.
import { enEvidence } from '../src/locales/en/evidence.ts';
import { en as english } from '../src/locales/en/index.ts';
import { enReport } from '../src/locales/en/report.ts';
import { he as hebrew, heEvidence, heReport } from '../src/locales/he/index.ts';
import type { EvidenceLocale } from '../src/locales/locale.ts';

export const en: EvidenceLocale = { ...english, ...enReport, ...enEvidence };
export const he: EvidenceLocale = { ...hebrew, ...heReport, ...heEvidence };
