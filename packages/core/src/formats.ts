// The second entry: reports as text, HTML, JSON, CSV, SARIF, JUnit and Prometheus, and the comparison of hosts.
export { enReport } from './locales/en/report.ts';
export type { ReportLocale, ReportWords } from './locales/locale.ts';
export {
  type Compared,
  type ComparedValue,
  compareReports,
  type Difference,
  type DifferenceGroup,
} from './report/compare.ts';
export { csvText } from './report/csv.ts';
export type { FailOn, Format, FormatOptions } from './report/format.ts';
export { type FormatName, formatNames, formats } from './report/formats.ts';
export { documentSchemaVersion, type ReportDocument } from './report/json.ts';
export { visible } from './report/visible.ts';
