// Makes sections of facts from the probes' answers, and holds each to its schema.
import {
  type Gap,
  type HostFacts,
  hostFactsSchema,
  mailQueueSchema,
  type SectionName,
  type Sections,
  sectionNames,
  type Unread,
} from '@mailflow-tls/core';
import { withoutPersonalData } from '@mailflow-tls/core/evidence';
import * as v from 'valibot';
import { PowerShellUnavailable, unreadWithout } from '../powershell/errors.ts';
import type { Answer } from '../powershell/probe.ts';
import { readCertificate } from './certificate.ts';

type Answers = ReadonlyMap<string, Answer>;

const schemas = hostFactsSchema.entries.sections.entries;

/**
 * Every section: read, or with the reason why not.
 *
 * @param started when Windows was started by its running time, in case Windows Management does not tell it.
 */
export function makeSections(
  answers: Answers | PowerShellUnavailable,
  skipped: readonly SectionName[],
  started: Date,
): HostFacts['sections'] {
  const made = sectionNames.map((name) => [
    name,
    makeSection(name, answers, skipped.includes(name), started),
  ]);
  // Each section was held to its own schema, and every name is there.
  return Object.fromEntries(made) as Sections;
}

function makeSection(
  name: SectionName,
  answers: Answers | PowerShellUnavailable,
  skipped: boolean,
  started: Date,
): unknown {
  if (skipped) return { status: 'unread', reason: 'skipped', code: 'skipped' } satisfies Unread;
  if (answers instanceof PowerShellUnavailable) return unreadWithout(answers);
  const answer = answers.get(name);
  if (!answer) return { status: 'unread', reason: 'failed', code: 'notAsked' } satisfies Unread;
  if ('unread' in answer) return { status: 'unread', ...answer.unread, tookMs: answer.tookMs };
  const whole = parts[name]?.(answer, answers, started) ?? answer;
  const result = v.safeParse(schemas[name], { status: 'read', ...whole });
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

type ReadAnswer = Extract<Answer, { data: unknown }>;

/** What other probes add to a section. */
const parts: Partial<
  Record<SectionName, (section: ReadAnswer, answers: Answers, started: Date) => ReadAnswer>
> = {
  os: withBootTime,
  certificates: (section, answers) => withExchangeServices(withCertificates(section), answers),
  queues: withBiggestQueues,
};

const mostQueues = 200;

/** Facts are kept and sent, so a host with thousands of queues tells those that hold most. */
function withBiggestQueues(section: ReadAnswer): ReadAnswer {
  const told = v.safeParse(v.looseObject({ queues: v.array(mailQueueSchema) }), section.data);
  if (!told.success) return section;
  const queues = told.output.queues
    .map((queue) => ({
      ...queue,
      lastError: queue.lastError === null ? null : withoutPersonalData(queue.lastError),
    }))
    .sort((a, b) => b.messageCount - a.messageCount);
  const gaps: Gap[] =
    queues.length > mostQueues ? [{ what: 'queues', reason: 'failed', code: 'tooMany' }] : [];
  return {
    ...section,
    data: { ...told.output, queues: queues.slice(0, mostQueues) },
    gaps: [...section.gaps, ...gaps],
  };
}

/** Windows Management is asked apart, since a broken one lets the question hang; the running time tells it as well. */
function withBootTime(section: ReadAnswer, answers: Answers, started: Date): ReadAnswer {
  const answer = answers.get('bootTime');
  const told = v.safeParse(
    v.object({ bootTime: v.string(), source: v.string() }),
    answer && 'data' in answer ? answer.data : undefined,
  );
  const os = v.safeParse(v.looseObject({ sources: v.record(v.string(), v.string()) }), section.data);
  if (!os.success) return section;
  const { bootTime, source } = told.success
    ? told.output
    : { bootTime: started.toISOString(), source: 'GetTickCount64' };
  return {
    ...section,
    data: { ...os.output, bootTime, sources: { ...os.output.sources, bootTime: source } },
    tookMs: section.tookMs + (answer?.tookMs ?? 0),
  };
}

const rawSchema = v.looseObject({
  personal: v.array(v.looseObject({ raw: v.string() })),
  roots: v.array(v.looseObject({ raw: v.string() })),
});

/** The probe hands over the bytes of each certificate; one that cannot be read is a gap. */
function withCertificates(section: ReadAnswer): ReadAnswer {
  const data = v.safeParse(rawSchema, section.data);
  if (!data.success) return section;
  const gaps = [...section.gaps];
  const complete = (what: string) => (entry: { raw: string }, index: number) => {
    const { raw, ...told } = entry;
    try {
      return [{ ...told, ...readCertificate(Buffer.from(raw, 'base64')) }];
    } catch {
      gaps.push({ what: `${what}.${index}`, reason: 'failed', code: 'badCertificate' });
      return [];
    }
  };
  const { personal, roots } = data.output;
  const read = { personal: personal.flatMap(complete('personal')), roots: roots.flatMap(complete('roots')) };
  return { ...section, data: { ...data.output, ...read }, gaps };
}

/** Exchange's services are asked for last, since that may take minutes, and their absence is a gap, not a failure. */
function withExchangeServices(section: ReadAnswer, answers: Answers): ReadAnswer {
  const answer = answers.get('exchangeServices');
  if (!answer) return section;
  const tookMs = section.tookMs + answer.tookMs;
  if ('unread' in answer) {
    return { ...section, gaps: [...section.gaps, { what: 'exchangeServices', ...answer.unread }], tookMs };
  }
  const data = { ...v.parse(v.looseObject({}), section.data), exchangeServices: answer.data };
  return { data, gaps: [...section.gaps, ...answer.gaps], tookMs };
}
