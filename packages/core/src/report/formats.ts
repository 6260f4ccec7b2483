// All formats of a report by name.
import { formatCsv } from './csv.ts';
import type { Format } from './format.ts';
import { formatHtml } from './html.ts';
import { formatJson } from './json.ts';
import { formatJunit } from './junit.ts';
import { formatPrometheus } from './prometheus.ts';
import { formatSarif } from './sarif.ts';
import { formatText } from './text.ts';

export const formats = {
  text: formatText,
  json: formatJson,
  html: formatHtml,
  csv: formatCsv,
  sarif: formatSarif,
  junit: formatJunit,
  prometheus: formatPrometheus,
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;

export const formatNames = Object.keys(formats) as readonly FormatName[]; // Object.keys forgets the key type
