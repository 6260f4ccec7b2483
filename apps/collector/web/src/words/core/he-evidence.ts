// Hebrew with the words of reports and of mail errors too.
import type { EvidenceLocale } from '@mailflow-tls/core/evidence';
import { he, heEvidence, heReport } from '@mailflow-tls/core/locales/he';

export const heWithEvidence: EvidenceLocale = { ...he, ...heReport, ...heEvidence };
