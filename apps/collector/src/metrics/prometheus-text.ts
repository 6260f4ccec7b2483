// Writes metrics in the text format of Prometheus (Prometheus, Exposition formats, version 0.0.4).

export interface Metric {
  /** Without the prefix. */
  name: string;
  help: string;
  type: 'counter' | 'gauge' | 'histogram';
  /** Suffix of the name for histograms: `_bucket`, `_sum`, `_count`. */
  samples: readonly { suffix?: string; labels?: Readonly<Record<string, string>>; value: number }[];
}

export const prometheusContentType = 'text/plain; version=0.0.4; charset=utf-8';
const prefix = 'mailflow_tls_collector_';

export function prometheusText(metrics: readonly Metric[]): string {
  const lines: string[] = [];
  for (const { name, help, type, samples } of metrics) {
    const full = `${prefix}${name}`;
    lines.push(`# HELP ${full} ${help}`, `# TYPE ${full} ${type}`);
    for (const { suffix = '', labels = {}, value } of samples) {
      const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escapeLabel(text)}"`);
      lines.push(`${full}${suffix}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`} ${value}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

function escapeLabel(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
