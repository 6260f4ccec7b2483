// Hosts: lists, counts, one host, its history, two of its dates.
import { sectionNames } from '@mailflow-tls/core';
import * as v from 'valibot';
import { facetsOf } from '../../fleet/facets.ts';
import { listChanges } from '../../fleet/history.ts';
import { hostFilterQuery, toHostFilter } from '../../fleet/host-filter.ts';
import { countHosts, listHosts } from '../../fleet/host-list.ts';
import { hostLine, hostPage } from '../../fleet/host-report.ts';
import { compareHostTimes, hostAt } from '../../fleet/two-dates.ts';
import { defineRoute } from '../route.ts';
import { idParams, isoTime, pageQuery, pageSchema, timeInputSchema, timeSchema } from '../schemas.ts';
import {
  atAnswer,
  changeSchema,
  comparedSchema,
  hostAnswer,
  hostLineSchema,
  loose,
  maybeTimeInput,
  page,
  reportSchema,
  shownQuery,
  stateSchema,
  toShown,
} from './fleet-schemas.ts';

const list = defineRoute({
  method: 'GET',
  path: '/api/v1/hosts',
  id: 'listHosts',
  access: 'viewer',
  summary: 'Hosts of a filter, the worst first unless asked otherwise.',
  query: v.strictObject({ ...shownQuery, ...pageQuery }),
  answer: pageSchema(hostLineSchema),
  problems: ['cursor-invalid'],
  async handle({ query }, collector) {
    const { filter, ...order } = toShown(query);
    const { hosts, next } = await listHosts(collector, filter, { ...order, ...page(query) });
    return { body: { items: hosts.map(hostAnswer), next } };
  },
});

const count = defineRoute({
  method: 'GET',
  path: '/api/v1/hosts/count',
  id: 'countHosts',
  access: 'viewer',
  summary: 'How many hosts a filter finds.',
  query: v.strictObject(hostFilterQuery),
  answer: v.object({ hosts: v.number() }),
  async handle({ query }, collector) {
    return { body: { hosts: await countHosts(collector, toHostFilter(query)) } };
  },
});

const facetSchema = v.array(v.object({ value: v.string(), hosts: v.number() }));

const facets = defineRoute({
  method: 'GET',
  path: '/api/v1/hosts/facets',
  id: 'countHostsByFacet',
  access: 'viewer',
  summary: 'How the hosts of a filter divide; each facet ignores the filter’s own choice in it.',
  query: v.strictObject(hostFilterQuery),
  answer: v.object({
    total: v.number(),
    state: facetSchema,
    windows: facetSchema,
    exchange: facetSchema,
    domain: facetSchema,
    tag: facetSchema,
  }),
  async handle({ query }, collector) {
    return { body: await facetsOf(collector, toHostFilter(query)) };
  },
});

const read = defineRoute({
  method: 'GET',
  path: '/api/v1/hosts/:id',
  id: 'readHost',
  access: 'viewer',
  summary: 'One host, its kept facts judged now.',
  params: idParams,
  answer: v.object({
    host: hostLineSchema,
    report: v.nullable(reportSchema),
    since: v.record(v.string(), timeSchema),
    waived: v.array(
      v.object({
        rule: v.string(),
        waiver: v.number(),
        reason: v.string(),
        owner: v.string(),
        expiresAt: timeSchema,
      }),
    ),
    unread: v.array(v.object({ section: v.string(), reason: v.string(), code: v.string() })),
    lost: v.unknown(),
  }),
  problems: ['not-found'],
  async handle({ params }, collector) {
    const { host, report, since, waived, lost } = await hostPage(collector, params.id);
    const unread = sectionNames.flatMap((name) => {
      const section = report?.facts.sections[name];
      return section?.status === 'unread'
        ? [{ section: name, reason: section.reason, code: section.code }]
        : [];
    });
    return {
      body: {
        host: hostAnswer(host),
        report: report === null ? null : { ...loose(report), findings: report.findings.map(loose) },
        since: Object.fromEntries(Object.entries(since).map(([rule, at]) => [rule, isoTime(at)])),
        waived: waived.map((waiver) => ({ ...waiver, expiresAt: isoTime(waiver.expiresAt) })),
        unread,
        lost,
      },
    };
  },
});

const history = defineRoute({
  method: 'GET',
  path: '/api/v1/hosts/:id/changes',
  id: 'listHostChanges',
  access: 'viewer',
  summary: 'The history of a host, the newest change first.',
  params: idParams,
  query: v.strictObject({ ...pageQuery, from: maybeTimeInput, to: maybeTimeInput }),
  answer: pageSchema(changeSchema),
  problems: ['not-found', 'cursor-invalid'],
  async handle({ params, query }, collector) {
    await hostLine(collector, params.id);
    const { changes, next } = await listChanges(collector, { hostId: params.id, ...query });
    return { body: { items: changes.map(atAnswer), next } };
  },
});

const heldSchema = v.object({
  at: timeSchema,
  report: reportSchema,
  judgedThen: v.nullable(
    v.object({ core: v.string(), state: stateSchema, verdicts: v.record(v.string(), v.string()) }),
  ),
});

const then = defineRoute({
  method: 'GET',
  path: '/api/v1/hosts/:id/at',
  id: 'readHostAt',
  access: 'viewer',
  summary: 'What a host had at a time, judged now, and as it was judged then.',
  params: idParams,
  query: v.strictObject({ time: timeInputSchema }),
  answer: heldSchema,
  problems: ['not-found'],
  async handle({ params, query }, collector) {
    return { body: held(await hostAt(collector, params.id, query.time)) };
  },
});

function held({
  at,
  report,
  judgedThen,
}: Awaited<ReturnType<typeof hostAt>>): v.InferOutput<typeof heldSchema> {
  return { at: isoTime(at), report: { ...loose(report), findings: report.findings.map(loose) }, judgedThen };
}

const compare = defineRoute({
  method: 'GET',
  path: '/api/v1/hosts/:id/compare',
  id: 'compareHostTimes',
  access: 'viewer',
  summary: 'What differs on a host between two times.',
  params: idParams,
  query: v.strictObject({ from: timeInputSchema, to: timeInputSchema }),
  answer: v.object({
    from: heldSchema,
    to: heldSchema,
    differences: v.array(
      v.object({ compared: comparedSchema, before: comparedSchema, after: comparedSchema }),
    ),
  }),
  problems: ['not-found'],
  async handle({ params, query }, collector) {
    const { from, to, differences } = await compareHostTimes(collector, params.id, query.from, query.to);
    return {
      body: {
        from: held(from),
        to: held(to),
        differences: differences.map(({ compared, before, after }) => ({
          compared: loose(compared),
          before: loose(before),
          after: loose(after),
        })),
      },
    };
  },
});

export const hostRoutes = [list, count, facets, read, history, then, compare];
