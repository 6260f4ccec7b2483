// English with the words of reports too.
import { en } from '@mailflow-tls/core';
import { enReport, type ReportLocale } from '@mailflow-tls/core/formats';

export const enWithReport: ReportLocale = { ...en, ...enReport };
