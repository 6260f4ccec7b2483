// Hebrew with the words of reports too.
import type { ReportLocale } from '@mailflow-tls/core/formats';
import { he, heReport } from '@mailflow-tls/core/locales/he';

export const heWithReport: ReportLocale = { ...he, ...heReport };
