// Hebrew.
import type { Locale } from '../locale.ts';
import { common } from './common.ts';
import { problems } from './problems.ts';
import { rules } from './rules/index.ts';

export const he: Locale = {
  language: 'he',
  direction: 'rtl',
  ...common,
  problems,
  rules,
};

export { heEvidence } from './evidence.ts';
export { heReport } from './report.ts';
