// The third entry: reading logs, queues, bounces and traces, the error catalog, and the diagnosis of causes.
export * from './diagnosis/index.ts';
export * from './errors/index.ts';
export { enEvidence } from './locales/en/evidence.ts';
export type { ErrorText, EvidenceLocale, EvidenceWords } from './locales/locale.ts';
export * from './mailflow/index.ts';
