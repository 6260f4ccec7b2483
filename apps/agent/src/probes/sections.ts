// Makes sections of facts from the probes' answers, and holds each to its schema.
import {
  type HostFacts,
  hostFactsSchema,
  type SectionName,
  type Sections,
  sectionNames,
  type Unread,
} from '@mailflow-tls/core';
import * as v from 'valibot';
import { PowerShellUnavailable } from '../powershell/errors.ts';
import type { Answer } from '../powershell/probe.ts';

type Answers = ReadonlyMap<string, Answer>;

const schemas = hostFactsSchema.entries.sections.entries;

/** Every section: read, or with the reason why not. */
export function makeSections(
  answers: Answers | PowerShellUnavailable,
  skipped: readonly SectionName[],
): HostFacts['sections'] {
  const made = sectionNames.map((name) => [name, makeSection(name, answers, skipped.includes(name))]);
  // Each section was held to its own schema, and every name is there.
  return Object.fromEntries(made) as Sections;
}

function makeSection(name: SectionName, answers: Answers | PowerShellUnavailable, skipped: boolean): unknown {
  if (skipped) return { status: 'unread', reason: 'skipped', code: 'skipped' } satisfies Unread;
  if (answers instanceof PowerShellUnavailable) return unavailable(answers);
  const answer = answers.get(name);
  if (!answer) return { status: 'unread', reason: 'failed', code: 'notAsked' } satisfies Unread;
  if ('unread' in answer) return { status: 'unread', ...answer.unread, tookMs: answer.tookMs };
  const section = { status: 'read', ...answer };
  const whole = name === 'certificates' ? withExchangeServices(section, answers) : section;
  const result = v.safeParse(schemas[name], whole);
  if (result.success) return result.output;
  const where = result.issues.map((issue) => v.getDotPath(issue) ?? '').slice(0, 5);
  return {
    status: 'unread',
    reason: 'failed',
    code: 'badShape',
    detail: where.join(', '),
    tookMs: answer.tookMs,
  } satisfies Unread;
}

/** Exchange's services are asked for last, since that may take minutes, and their absence is a gap, not a failure. */
function withExchangeServices(section: Extract<Answer, { data: unknown }>, answers: Answers) {
  const services = answers.get('exchangeServices');
  if (!services) return section;
  const { data, gaps, tookMs } = section;
  if ('unread' in services)
    return { ...section, gaps: [...gaps, { what: 'exchangeServices', ...services.unread }] };
  return {
    ...section,
    data: { ...(typeof data === 'object' ? data : {}), exchangeServices: services.data },
    gaps: [...gaps, ...services.gaps],
    tookMs: tookMs + services.tookMs,
  };
}

function unavailable({ code, executable }: PowerShellUnavailable): Unread {
  const reasons: Readonly<Record<string, Unread['reason']>> = {
    ENOENT: 'notPresent',
    EACCES: 'denied',
    EPERM: 'denied',
    startTimedOut: 'timedOut',
  };
  return {
    status: 'unread',
    reason: reasons[code] ?? 'failed',
    code: `powershell:${code}`,
    detail: executable,
  };
}
