// Rules with the hosts they concern, one rule over time, and the matrix. The hosts of a rule are a list of hosts with `rule`.
import * as v from 'valibot';
import { dayMs, dayOf } from '../../fleet/asking.ts';
import { groupKeys } from '../../fleet/finding-sets.ts';
import { hostFilterQuery, toHostFilter } from '../../fleet/host-filter.ts';
import { matrixPage } from '../../fleet/matrix.ts';
import { foldedMatrix, listRules } from '../../fleet/rule-counts.ts';
import { ruleOverTime } from '../../fleet/two-dates.ts';
import { defineRoute } from '../route.ts';
import { pageQuery } from '../schemas.ts';
import {
  daySchema,
  hostAnswer,
  hostLineSchema,
  page,
  shownQuery,
  toShown,
  verdictSchema,
} from './fleet-schemas.ts';

const counts = {
  fail: v.number(),
  warn: v.number(),
  notChecked: v.number(),
  info: v.number(),
  open: v.number(),
  waived: v.number(),
};

const list = defineRoute({
  method: 'GET',
  path: '/api/v1/rules',
  id: 'listRules',
  access: 'viewer',
  summary: 'All rules with the hosts of a filter that they concern, most open ones first.',
  query: v.strictObject(hostFilterQuery),
  answer: v.object({
    hosts: v.number(),
    rules: v.array(
      v.object({ rule: v.string(), title: v.string(), affects: v.nullable(v.string()), ...counts }),
    ),
  }),
  async handle({ query }, collector) {
    return { body: await listRules(collector, toHostFilter(query)) };
  },
});

const overTime = defineRoute({
  method: 'GET',
  path: '/api/v1/rules/days',
  id: 'readRuleDays',
  access: 'viewer',
  summary: 'The verdicts of a rule by day.',
  query: v.strictObject({
    rule: v.pipe(v.string(), v.maxLength(100)),
    from: v.optional(daySchema),
    to: v.optional(daySchema),
  }),
  answer: v.object({
    days: v.array(v.object({ day: v.string(), verdict: verdictSchema, hosts: v.number() })),
  }),
  async handle({ query }, collector) {
    const { rule, from = dayOf(collector.now() - 30 * dayMs), to = dayOf(collector.now()) } = query;
    return { body: { days: await ruleOverTime(collector, rule, from, to) } };
  },
});

const matrix = defineRoute({
  method: 'GET',
  path: '/api/v1/matrix',
  id: 'readMatrix',
  access: 'viewer',
  summary: 'A page of hosts by all rules; a rule that a row leaves out passed or does not apply.',
  query: v.strictObject({ ...shownQuery, ...pageQuery }),
  answer: v.object({
    rules: v.array(v.string()),
    rows: v.array(
      v.object({
        host: hostLineSchema,
        verdicts: v.record(v.string(), v.object({ verdict: verdictSchema, waived: v.boolean() })),
      }),
    ),
    next: v.nullable(v.string()),
  }),
  problems: ['cursor-invalid'],
  async handle({ query }, collector) {
    const { filter, ...order } = toShown(query);
    const { rules, rows, next } = await matrixPage(collector, filter, { ...order, ...page(query) });
    return { body: { rules, rows: rows.map((row) => ({ ...row, host: hostAnswer(row.host) })), next } };
  },
});

const folded = defineRoute({
  method: 'GET',
  path: '/api/v1/matrix/folded',
  id: 'readFoldedMatrix',
  access: 'viewer',
  summary: 'Groups of hosts by all rules, the biggest group first.',
  query: v.strictObject({ ...hostFilterQuery, by: v.optional(v.picklist(groupKeys), 'windows') }),
  answer: v.object({
    by: v.picklist(groupKeys),
    groups: v.array(
      v.object({ value: v.string(), hosts: v.number(), rules: v.record(v.string(), v.object(counts)) }),
    ),
  }),
  async handle({ query }, collector) {
    const { by, ...filter } = query;
    return { body: await foldedMatrix(collector, toHostFilter(filter), by) };
  },
});

export const ruleRoutes = [list, overTime, matrix, folded];
