// Both languages with their words for evidence.
import { enEvidence } from '../src/locales/en/evidence.ts';
import { en as english } from '../src/locales/en/index.ts';
import { heEvidence } from '../src/locales/he/evidence.ts';
import { he as hebrew } from '../src/locales/he/index.ts';
import type { EvidenceLocale } from '../src/locales/locale.ts';

export const en: EvidenceLocale = { ...english, ...enEvidence };
export const he: EvidenceLocale = { ...hebrew, ...heEvidence };
