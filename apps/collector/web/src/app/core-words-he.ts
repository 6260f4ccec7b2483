// Hebrew words of the core, as a part of their own.
import type { ReportLocale } from '@mailflow-tls/core/formats';
import { he, heReport } from '@mailflow-tls/core/locales/he';

export const words: ReportLocale = { ...he, ...heReport };
