// `rules`: lists the rules, or explains one.
import {
  type AnyRule,
  rules as allRules,
  piecesText,
  ruleText,
  type Text,
  textPieces,
} from '@mailflow-tls/core';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import type { Io } from '../output/io.ts';
import { UsageError } from '../usage-error.ts';
import type { Language } from '../words/words.ts';
import { suggestion } from './judging.ts';
import { type GlobalOptions, openSession } from './session.ts';

export interface RulesOptions extends GlobalOptions {
  format: 'text' | 'json';
}

export async function rules(id: string | undefined, options: RulesOptions, io: Io): Promise<ExitCode> {
  const { language } = await openSession(io, options, { logs: false });
  const chosen = id === undefined ? allRules : allRules.filter((rule) => matches(rule, id));
  if (id !== undefined && chosen.length === 0) {
    const known = allRules.map((rule) => String(rule.id));
    throw new UsageError('unknownRule', { name: id, suggestion: suggestion(id, known, language) });
  }
  const one = id === undefined ? undefined : chosen.find((rule) => rule.id === id);
  if (options.format === 'json') {
    const described = (one ? [one] : chosen).map((rule) => describe(rule, language));
    io.stdout.write(`${JSON.stringify(one ? described[0] : described, null, 2)}\n`);
  } else io.stdout.write(one ? explained(one, language) : listed(chosen, language));
  return exitCodes.clean;
}

function matches(rule: AnyRule, name: string): boolean {
  return rule.id === name || rule.id.startsWith(`${name}/`);
}

interface Described {
  id: string;
  title: string;
  rationale: string;
  affects: AnyRule['affects'];
  essential: boolean;
  needs: readonly string[];
  messages: Readonly<Record<string, string>>;
  remedies: Readonly<Record<string, { summary: string; mayBreak: string }>>;
  references: readonly string[];
}

function describe(rule: AnyRule, { locale, code }: Language): Described {
  const text = ruleText(locale, rule.id);
  const plain = (value: Text): string => piecesText(textPieces(value, undefined, code));
  return {
    id: rule.id,
    title: text?.title ?? rule.id,
    rationale: text?.rationale ?? '',
    affects: rule.affects,
    essential: rule.essential === true,
    needs: rule.needs,
    messages: mapValues(text?.messages ?? {}, plain),
    remedies: mapValues(text?.remedies ?? {}, ({ summary, mayBreak }) => ({
      summary: plain(summary),
      mayBreak: plain(mayBreak),
    })),
    references: rule.references,
  };
}

function mapValues<T, R>(values: Readonly<Record<string, T>>, change: (value: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
}

function listed(chosen: readonly AnyRule[], { locale }: Language): string {
  const width = Math.max(...chosen.map((rule) => rule.id.length));
  return chosen
    .map((rule) => `${rule.id.padEnd(width)}  ${ruleText(locale, rule.id)?.title ?? ''}\n`)
    .join('');
}

function explained(rule: AnyRule, language: Language): string {
  const { words, locale } = language;
  const sections: Readonly<Record<string, string | { other: string }>> = locale.sections;
  const { title, rationale, affects, essential, needs, messages, remedies, references } = describe(
    rule,
    language,
  );
  const lines = [rule.id, title, '', rationale, ''];
  lines.push(`${words.rules.affects}: ${words.rules.about[affects]}`);
  lines.push(`${words.rules.needs}: ${needs.map((name) => String(sections[name] ?? name)).join(', ')}`);
  if (essential) lines.push(words.rules.essential);
  lines.push('', `${words.rules.says}:`, ...Object.values(messages).map((message) => `  - ${message}`));
  if (Object.keys(remedies).length > 0) lines.push('', `${words.rules.remedies}:`);
  for (const { summary, mayBreak } of Object.values(remedies))
    lines.push(`  - ${summary}`, `    ${words.rules.mayBreak}: ${mayBreak}`);
  lines.push('', `${words.rules.references}:`, ...references.map((reference) => `  ${reference}`), '');
  return lines.join('\n');
}
