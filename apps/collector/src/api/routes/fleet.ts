// The fleet as a whole: overview, differences, two days, peers, errors, queues, changes.
import * as v from 'valibot';
import { dayMs, dayOf } from '../../fleet/asking.ts';
import { differences } from '../../fleet/differences.ts';
import { errorKeys, errorsOverTime } from '../../fleet/errors.ts';
import { listChanges } from '../../fleet/history.ts';
import { hostFilterQuery, toHostFilter } from '../../fleet/host-filter.ts';
import { overview } from '../../fleet/overview.ts';
import { hostsOfPeer, listPeers } from '../../fleet/peers.ts';
import { queuesNow } from '../../fleet/queues.ts';
import { compareDays, statesOverTime } from '../../fleet/two-dates.ts';
import { defineRoute } from '../route.ts';
import { isoTime, isoTimeOrNull, pageQuery, pageSchema, queryInteger, timeSchema } from '../schemas.ts';
import {
  atAnswer,
  changeSchema,
  comparedSchema,
  daySchema,
  loose,
  maybeTime,
  maybeTimeInput,
  page,
  stateSchema,
  verdictSchema,
} from './fleet-schemas.ts';

const openAndWaived = v.object({ open: v.number(), waived: v.number() });
const days = { from: v.optional(daySchema), to: v.optional(daySchema) };
const short = v.pipe(v.string(), v.maxLength(300));
const text = v.nullable(v.string());

const readOverview = defineRoute({
  method: 'GET',
  path: '/api/v1/overview',
  id: 'readOverview',
  access: 'viewer',
  summary: 'How many hosts would lose mail, how many only need a restart, what changed, and what to do next.',
  query: v.strictObject({ ...hostFilterQuery, since: maybeTimeInput }),
  answer: v.object({
    hosts: v.number(),
    states: v.object({
      failing: openAndWaived,
      restartNeeded: openAndWaived,
      unknown: openAndWaived,
      atRisk: openAndWaived,
      ready: openAndWaived,
      none: openAndWaived,
    }),
    wouldLoseMail: v.number(),
    onlyNeedRestart: v.number(),
    silent: v.number(),
    waiting: v.number(),
    revoked: v.number(),
    oldestReportAt: maybeTime,
    newestReportAt: maybeTime,
    next: v.array(
      v.object({
        kind: v.picklist(['restart', 'rule']),
        rule: text,
        title: text,
        hosts: v.number(),
        mends: v.number(),
        messages: v.number(),
      }),
    ),
    since: v.nullable(
      v.object({ at: timeSchema, new: v.number(), worsened: v.number(), improved: v.number() }),
    ),
  }),
  async handle({ query }, collector) {
    const { since, ...filter } = query;
    const answer = await overview(collector, toHostFilter(filter), since);
    return {
      body: {
        ...answer,
        oldestReportAt: isoTimeOrNull(answer.oldestReportAt),
        newestReportAt: isoTimeOrNull(answer.newestReportAt),
        since: answer.since === null ? null : atAnswer(answer.since),
      },
    };
  },
});

const readStates = defineRoute({
  method: 'GET',
  path: '/api/v1/overview/days',
  id: 'readStateDays',
  access: 'viewer',
  summary: 'Hosts of the whole fleet by state and day.',
  query: v.strictObject(days),
  answer: v.object({ days: v.array(v.object({ day: v.string(), state: stateSchema, hosts: v.number() })) }),
  async handle({ query }, collector) {
    const { from = dayOf(collector.now() - 30 * dayMs), to = dayOf(collector.now()) } = query;
    return { body: { days: await statesOverTime(collector, from, to) } };
  },
});

const changes = defineRoute({
  method: 'GET',
  path: '/api/v1/changes',
  id: 'listChanges',
  access: 'viewer',
  summary: 'What changed on all hosts, the newest first.',
  query: v.strictObject({
    ...pageQuery,
    from: maybeTimeInput,
    to: maybeTimeInput,
    kind: v.optional(v.union([short, v.pipe(v.array(short), v.maxLength(20))])),
  }),
  answer: pageSchema(changeSchema),
  problems: ['cursor-invalid'],
  async handle({ query }, collector) {
    const { kind = [], ...rest } = query;
    const kinds = Array.isArray(kind) ? kind : [kind];
    const { changes: found, next } = await listChanges(collector, { ...rest, kinds });
    return { body: { items: found.map(atAnswer), next } };
  },
});

const readDifferences = defineRoute({
  method: 'GET',
  path: '/api/v1/differences',
  id: 'readDifferences',
  access: 'viewer',
  summary: 'What differs between the hosts of a filter, TLS first; of many hosts a sample, and said so.',
  query: v.strictObject(hostFilterQuery),
  answer: v.object({
    hosts: v.number(),
    compared: v.number(),
    sampled: v.boolean(),
    differences: v.array(
      v.object({
        compared: comparedSchema,
        majority: v.boolean(),
        groups: v.array(
          v.object({
            value: comparedSchema,
            count: v.number(),
            hosts: v.array(v.object({ id: v.number(), name: v.string() })),
          }),
        ),
      }),
    ),
  }),
  async handle({ query }, collector) {
    const answer = await differences(collector, toHostFilter(query));
    return {
      body: {
        ...answer,
        differences: answer.differences.map(({ compared, majority, groups }) => ({
          compared: loose(compared),
          majority,
          groups: groups.map((group) => ({ ...group, value: loose(group.value) })),
        })),
      },
    };
  },
});

const moveSchema = { before: text, after: text };

const compare = defineRoute({
  method: 'GET',
  path: '/api/v1/compare',
  id: 'compareDays',
  access: 'viewer',
  summary:
    'Two days compared: counts of the whole fleet, and hosts of the filter that moved from state to state.',
  query: v.strictObject({ ...hostFilterQuery, from: daySchema, to: daySchema }),
  answer: v.object({
    from: v.string(),
    to: v.string(),
    states: v.object({
      from: v.nullable(v.record(v.string(), v.number())),
      to: v.nullable(v.record(v.string(), v.number())),
    }),
    rules: v.array(v.object({ rule: v.string(), verdict: verdictSchema, from: v.number(), to: v.number() })),
    moved: v.array(v.object({ id: v.number(), name: v.string(), domain: text, ...moveSchema })),
    moves: v.array(v.object({ ...moveSchema, hosts: v.number() })),
    more: v.number(),
  }),
  async handle({ query }, collector) {
    const { from, to, ...filter } = query;
    return { body: await compareDays(collector, toHostFilter(filter), from, to) };
  },
});

const peerSchema = v.object({
  peer: v.string(),
  direction: v.picklist(['send', 'receive']),
  names: v.array(v.string()),
  office365: v.boolean(),
  hosts: v.number(),
  sessions: v.number(),
  protocols: v.record(v.string(), v.number()),
  encrypted: v.number(),
  clear: v.number(),
  refused: v.number(),
  cutOffAll: v.number(),
  cutOffSome: v.number(),
  firstSeen: maybeTime,
  lastSeen: maybeTime,
});
const yes = v.optional(v.literal('true'));

const peers = defineRoute({
  method: 'GET',
  path: '/api/v1/peers',
  id: 'listPeers',
  access: 'viewer',
  summary: 'Usage by peer, most sessions first. `cutOff`: who would be cut off without TLS 1.0 and 1.1.',
  query: v.strictObject({
    ...hostFilterQuery,
    ...pageQuery,
    direction: v.optional(v.picklist(['send', 'receive'])),
    office365: v.optional(v.picklist(['true', 'false'])),
    cutOff: yes,
    clear: yes,
    peer: v.optional(short),
  }),
  answer: v.object({
    items: v.array(peerSchema),
    next: v.nullable(v.string()),
    countedAt: maybeTime,
    hosts: v.number(),
    counted: v.number(),
  }),
  problems: ['cursor-invalid'],
  async handle({ query }, collector) {
    const { direction, office365, cutOff, clear, peer, limit, cursor, ...filter } = query;
    const list = await listPeers(collector, {
      filter: toHostFilter(filter),
      direction,
      office365: office365 === undefined ? undefined : office365 === 'true',
      cutOff: cutOff === 'true',
      clear: clear === 'true',
      text: peer,
      limit,
      cursor,
    });
    const items = list.peers.map((usage) => ({
      ...usage,
      firstSeen: isoTimeOrNull(usage.firstSeen),
      lastSeen: isoTimeOrNull(usage.lastSeen),
    }));
    const { next, countedAt, hosts, counted } = list;
    return { body: { items, next, countedAt: isoTimeOrNull(countedAt), hosts, counted } };
  },
});

const peerHosts = defineRoute({
  method: 'GET',
  path: '/api/v1/peers/hosts',
  id: 'listHostsOfPeer',
  access: 'viewer',
  summary: 'The hosts on which a peer was seen, most sessions first.',
  query: v.strictObject({ peer: short, limit: v.optional(queryInteger(1, 500), '100') }),
  answer: v.object({
    items: v.array(
      v.object({
        hostId: v.number(),
        host: v.string(),
        connector: v.string(),
        direction: v.picklist(['send', 'receive']),
        sessions: v.number(),
        protocols: v.record(v.string(), v.number()),
        clear: v.number(),
        cutOff: v.nullable(v.picklist(['all', 'some'])),
        lastSeen: maybeTime,
      }),
    ),
  }),
  async handle({ query }, collector) {
    const rows = await hostsOfPeer(collector, query.peer, query.limit);
    return { body: { items: rows.map((row) => ({ ...row, lastSeen: isoTimeOrNull(row.lastSeen) })) } };
  },
});

const errors = defineRoute({
  method: 'GET',
  path: '/api/v1/errors',
  id: 'readErrors',
  access: 'viewer',
  summary: 'Errors by day, by cause, error, connector, peer or direction, the most frequent first.',
  query: v.strictObject({
    ...hostFilterQuery,
    ...days,
    by: v.optional(v.picklist(errorKeys), 'cause'),
    errorCause: v.optional(short),
    error: v.optional(short),
  }),
  answer: v.object({
    by: v.picklist(errorKeys),
    series: v.array(
      v.object({
        key: v.string(),
        count: v.number(),
        days: v.array(v.object({ day: v.string(), count: v.number() })),
        example: v.string(),
      }),
    ),
    more: v.object({ series: v.number(), count: v.number() }),
    countedAt: maybeTime,
  }),
  async handle({ query }, collector) {
    const { by, from, to, errorCause, error, ...filter } = query;
    const answer = await errorsOverTime(collector, {
      filter: toHostFilter(filter),
      by,
      from: from ?? dayOf(collector.now() - 30 * dayMs),
      to: to ?? dayOf(collector.now()),
      causes: errorCause === undefined ? [] : [errorCause],
      errors: error === undefined ? [] : [error],
    });
    return { body: { ...answer, countedAt: isoTimeOrNull(answer.countedAt) } };
  },
});

const queues = defineRoute({
  method: 'GET',
  path: '/api/v1/queues',
  id: 'listQueues',
  access: 'viewer',
  summary: 'Mail that waits now, the longest queues first, and the errors that keep it.',
  query: v.strictObject({ ...hostFilterQuery, ...pageQuery }),
  answer: v.object({
    items: v.array(
      v.object({
        hostId: v.number(),
        host: v.string(),
        identity: v.string(),
        nextHop: text,
        status: text,
        messages: v.number(),
        lastError: text,
        errorId: text,
        at: timeSchema,
      }),
    ),
    next: text,
    total: v.object({ queues: v.number(), messages: v.number(), hosts: v.number() }),
    errors: v.array(
      v.object({
        errorId: v.string(),
        causes: v.record(v.string(), v.number()),
        queues: v.number(),
        messages: v.number(),
      }),
    ),
  }),
  problems: ['cursor-invalid'],
  async handle({ query }, collector) {
    const { queues: items, ...rest } = await queuesNow(collector, toHostFilter(query), page(query));
    return { body: { ...rest, items: items.map((queue) => ({ ...queue, at: isoTime(queue.at) })) } };
  },
});

export const fleetRoutes = [
  readOverview,
  readStates,
  changes,
  readDifferences,
  compare,
  peers,
  peerHosts,
  errors,
  queues,
];
