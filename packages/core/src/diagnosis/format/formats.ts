// All formats of a diagnosis by name.
import { formatDiagnosisCsv } from './csv.ts';
import type { DiagnosisFormat } from './format.ts';
import { formatDiagnosisHtml } from './html.ts';
import { formatDiagnosisJson } from './json.ts';
import { formatDiagnosisText } from './text.ts';

export const diagnosisFormats = {
  text: formatDiagnosisText,
  json: formatDiagnosisJson,
  html: formatDiagnosisHtml,
  csv: formatDiagnosisCsv,
} as const satisfies Record<string, DiagnosisFormat>;

export type DiagnosisFormatName = keyof typeof diagnosisFormats;
