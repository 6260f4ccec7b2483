// English: the language in which the words are first written, and the list of keys that every other language fills.
import { common } from './common.ts';
import { problems } from './problems.ts';
import { rules } from './rules/index.ts';

export const en = {
  language: 'en',
  direction: 'ltr',
  ...common,
  problems,
  rules,
} as const;

export type RuleStrings = typeof rules;
