// Hebrew words of mail errors and of causes.
import type { EvidenceWords } from '../locale.ts';
import { diagnosis } from './diagnosis.ts';
import { errors } from './errors/index.ts';

export const heEvidence: EvidenceWords = { errors, diagnosis };
