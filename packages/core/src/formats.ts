// The second entry: reports in every format, the comparison of hosts, and remedies as PowerShell.
export { enReport } from './locales/en/report.ts';
export type { ReportLocale, ReportWords } from './locales/locale.ts';
export { remedyCommands, stepCommands } from './remediation/powershell.ts';
export { quotePowerShell } from './remediation/powershell-quote.ts';
export {
  type Compared,
  type ComparedValue,
  compareReports,
  type Difference,
  type DifferenceGroup,
} from './report/compare.ts';
export { csvText } from './report/csv.ts';
export { evidenceBySource, type FailOn, type Format, type FormatOptions } from './report/format.ts';
export { type FormatName, formatNames, formats } from './report/formats.ts';
export {
  exchangeName,
  partWords,
  roleWords,
  unreadSentence,
  unreadThings,
  windowsName,
} from './report/host-lines.ts';
export { documentSchemaVersion, type ReportDocument } from './report/json.ts';
export { type RemedyBlock, remedyBlocks } from './report/remedy-blocks.ts';
export { visible } from './report/visible.ts';
export { rationaleWords } from './report/words.ts';
