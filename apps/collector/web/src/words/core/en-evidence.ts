// English with the words of reports and of mail errors too.
import { en } from '@mailflow-tls/core';
import { type EvidenceLocale, enEvidence } from '@mailflow-tls/core/evidence';
import { enReport } from '@mailflow-tls/core/formats';

export const enWithEvidence: EvidenceLocale = { ...en, ...enReport, ...enEvidence };
