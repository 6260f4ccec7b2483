// English words of the core, as a part of their own.
import { en } from '@mailflow-tls/core';
import { enReport, type ReportLocale } from '@mailflow-tls/core/formats';

export const words: ReportLocale = { ...en, ...enReport };
