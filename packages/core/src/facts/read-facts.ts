// Turns a text or parsed JSON that somebody kept into facts, or says what is wrong with it and where.
import * as v from 'valibot';
import type { Params } from '../engine/finding.ts';
import { factsSchemaVersion, type HostFacts, hostFactsSchema } from './host-facts.ts';
import { locateJsonError, nestsDeeperThan } from './json-text.ts';

/** Stable codes; the locale has a sentence and a remedy for each under `problems`. */
export type FactsProblemCode =
  | 'empty'
  | 'tooLarge'
  | 'tooDeep'
  | 'truncated'
  | 'notJson'
  | 'newerVersion'
  | 'olderVersion'
  | 'notFacts'
  | 'noHosts'
  | 'wrongShape';

export interface FactsProblem {
  code: FactsProblemCode;
  /** Values for the sentence: positions, paths and what was found. Not cleaned for any output. */
  params: Params;
}

export type FactsResult = { ok: true; facts: HostFacts[] } | { ok: false; problem: FactsProblem };

export interface ReadFactsOptions {
  /** Longest text in characters. */
  maxCharacters?: number;
  /** Most levels of lists and objects inside each other. Facts themselves need 9. */
  maxDepth?: number;
}

/** Some hundred hosts in one file; far more than one host ever needs. */
export const maxFactsCharacters: number = 64 * 1024 * 1024;
const maxFactsDepth = 64;
const longestQuote = 120;

/**
 * Reads the facts of one host or of many: facts themselves, a report (its facts are taken, its judgement is not), or
 * a list of either. Fields that this version does not know are left out. Never throws.
 */
export function readFacts(input: unknown, options: ReadFactsOptions = {}): FactsResult {
  if (typeof input !== 'string') return collect(input);
  const limit = options.maxCharacters ?? maxFactsCharacters;
  if (input.length > limit) return problem('tooLarge', { size: input.length, limit });
  const text = input.replace(/^\uFEFF+/, '');
  if (text.trim() === '') return problem('empty', {});
  const maxDepth = options.maxDepth ?? maxFactsDepth;
  if (nestsDeeperThan(text, maxDepth)) return problem('tooDeep', { limit: maxDepth });
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    const error = locateJsonError(text);
    if (!error) return problem('notJson', { line: 1, column: 1, found: '' });
    const { line, column, position } = error;
    if (error.truncated) return problem('truncated', { line, column });
    return problem('notJson', { line, column, found: String.fromCodePoint(text.codePointAt(position) ?? 0) });
  }
  return collect(parsed);
}

function collect(input: unknown): FactsResult {
  const list: readonly unknown[] | null = Array.isArray(input) ? input : reportsOf(input);
  if (!list) return one(input, '');
  if (list.length === 0) return problem('noHosts', {});
  const facts: HostFacts[] = [];
  const prefix = Array.isArray(input) ? '' : 'reports';
  for (const [index, item] of list.entries()) {
    const result = one(item, `${prefix}[${index}]`);
    if (!result.ok) return result;
    facts.push(...result.facts);
  }
  return { ok: true, facts };
}

/** The reports of a JSON report about several hosts. */
function reportsOf(input: unknown): readonly unknown[] | null {
  return isObject(input) && Array.isArray(input.reports) ? input.reports : null;
}

function one(input: unknown, path: string): FactsResult {
  const isReport = isObject(input) && isObject(input.facts) && Array.isArray(input.findings);
  const value = isReport ? input.facts : input;
  const where = isReport ? join(path, 'facts') : path;
  if (!isObject(value) || !('schemaVersion' in value) || !('sections' in value))
    return problem('notFacts', { path: where || '$', found: nameOf(value) });
  const version = value.schemaVersion;
  if (typeof version === 'number' && version !== factsSchemaVersion) {
    const code = version > factsSchemaVersion ? 'newerVersion' : 'olderVersion';
    return problem(code, { found: version, known: factsSchemaVersion, path: where || '$' });
  }
  const result = v.safeParse(hostFactsSchema, value, { abortEarly: true, abortPipeEarly: true });
  if (result.success) return { ok: true, facts: [result.output] };
  const issue = result.issues[0];
  return problem('wrongShape', {
    path: quote(join(where, pathOf(issue))),
    expected: quote(issue.expected ?? 'another value'),
    found: quote(issue.received),
  });
}

function pathOf(issue: v.BaseIssue<unknown>): string {
  let path = '';
  for (const { key } of issue.path ?? []) path += typeof key === 'number' ? `[${key}]` : `.${String(key)}`;
  return path.replace(/^\./, '');
}

function join(path: string, field: string): string {
  return path === '' || field.startsWith('[') ? `${path}${field}` : `${path}.${field}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nameOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return '[…]';
  if (typeof value !== 'object') return quote(JSON.stringify(value) ?? typeof value);
  const keys = Object.keys(value);
  return quote(keys.length === 0 ? '{}' : `{${keys.slice(0, 5).join(', ')}${keys.length > 5 ? ', …' : ''}}`);
}

function quote(text: string): string {
  return text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text;
}

function problem(code: FactsProblemCode, params: Params): FactsResult {
  return { ok: false, problem: { code, params } };
}
