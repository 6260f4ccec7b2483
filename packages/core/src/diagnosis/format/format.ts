// The signature that all formats of a diagnosis share, and how serious a cause looks.
import type { Verdict } from '../../engine/finding.ts';
import type { EvidenceLocale } from '../../locales/locale.ts';
import type { FormatOptions } from '../../report/format.ts';
import type { Cause, Diagnosis } from '../diagnosis.ts';
import type { EvidenceSummary } from '../evidence-summary.ts';

/** Pure; valid output for any data. `evidence` is what was read, for the tables around the causes. */
export type DiagnosisFormat = (
  diagnosis: Diagnosis,
  options: FormatOptions<EvidenceLocale>,
  evidence?: EvidenceSummary,
) => string;

/** The sign and the colour of a cause: those of the verdict that asks for as much attention. */
export function toneOf({ cause, likelihood }: Cause): Verdict {
  if (cause === 'undetermined') return 'notChecked';
  if (likelihood === 'possible') return 'info';
  if (likelihood === 'unlikely') return 'notApplicable';
  if (cause === 'unrelated') return 'info';
  return likelihood === 'certain' ? 'fail' : 'warn';
}
