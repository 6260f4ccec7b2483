// Schemas and small conversions that the routes about the fleet share.
import { hostStates, verdictOrder } from '@mailflow-tls/core';
import * as v from 'valibot';
import {
  type HostFilter,
  type HostFilterQuery,
  hostFilterQuery,
  toHostFilter,
} from '../../fleet/host-filter.ts';
import type { HostLine } from '../../fleet/host-list.ts';
import { type HostOrder, hostOrders } from '../../fleet/host-order.ts';
import { isoTime, isoTimeOrNull, timeInputSchema, timeSchema } from '../schemas.ts';

export const stateSchema = v.picklist(hostStates);
export const verdictSchema = v.picklist(verdictOrder);
const maybeText = v.nullable(v.string());
export const maybeTime = v.nullable(timeSchema);

/** A filter, an order: what a list shows and an export holds. */
export const shownQuery = {
  ...hostFilterQuery,
  order: v.optional(v.picklist(hostOrders), 'worst'),
  reversed: v.optional(v.picklist(['true', 'false']), 'false'),
};

export function toShown(query: HostFilterQuery & { order: HostOrder; reversed: 'true' | 'false' }): {
  filter: HostFilter;
  order: HostOrder;
  reversed: boolean;
} {
  return { filter: toHostFilter(query), order: query.order, reversed: query.reversed === 'true' };
}

export const daySchema = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\d$/),
  v.check((day) => !Number.isNaN(Date.parse(day)), 'Expected a day.'),
);
export const maybeTimeInput = v.optional(timeInputSchema);

export const hostLineSchema = v.object({
  id: v.number(),
  keyId: v.string(),
  name: v.string(),
  domain: maybeText,
  status: v.picklist(['waiting', 'active', 'revoked']),
  label: maybeText,
  state: v.nullable(stateSchema),
  stateSince: maybeTime,
  reason: maybeText,
  parts: v.array(v.string()),
  openProblems: v.number(),
  waivedProblems: v.number(),
  windows: maybeText,
  exchange: maybeText,
  agentVersion: maybeText,
  coreVersion: maybeText,
  firstReportAt: maybeTime,
  lastReportAt: maybeTime,
  lastMadeAt: maybeTime,
  clockSkewMs: v.nullable(v.number()),
  factsSince: maybeTime,
  silentSince: maybeTime,
  tags: v.array(v.string()),
});

export function hostAnswer(host: HostLine): v.InferOutput<typeof hostLineSchema> {
  return {
    ...host,
    stateSince: isoTimeOrNull(host.stateSince),
    firstReportAt: isoTimeOrNull(host.firstReportAt),
    lastReportAt: isoTimeOrNull(host.lastReportAt),
    lastMadeAt: isoTimeOrNull(host.lastMadeAt),
    factsSince: isoTimeOrNull(host.factsSince),
    silentSince: isoTimeOrNull(host.silentSince),
  };
}

export const changeSchema = v.object({
  id: v.number(),
  hostId: v.number(),
  host: v.string(),
  at: timeSchema,
  kind: v.string(),
  subject: maybeText,
  before: maybeText,
  after: maybeText,
  reportId: maybeText,
});

export function atAnswer<T extends { at: number }>(row: T): Omit<T, 'at'> & { at: string } {
  return { ...row, at: isoTime(row.at) };
}

/** A report as the core makes it; its own schema is published with the core. */
export const reportSchema = v.looseObject({
  id: v.string(),
  judgedAt: v.string(),
  core: v.string(),
  state: stateSchema,
  findings: v.array(v.looseObject({ rule: v.string(), verdict: verdictSchema })),
});
/** What was compared, and a value of it, as the core's comparison tells. */
export const comparedSchema = v.looseObject({ kind: v.string() });

/** An object that a looser schema describes; the compiler wants an index signature, which interfaces lack. */
export function loose<T extends object>(value: T): T & Record<string, unknown> {
  return value as T & Record<string, unknown>;
}

export const page = (query: { limit: number; cursor?: string | undefined }) => ({
  limit: query.limit,
  cursor: query.cursor,
});
