// A group of hosts as a filter: read from query parameters, turned into conditions; lists, counts, exports and waivers share it.
import { type HostState, hostStates, type Verdict, verdictOrder } from '@mailflow-tls/core';
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import * as v from 'valibot';
import type { Database, HostStatus } from '../store/schema.ts';
import { type Asking, contains, dayMs, dayOf } from './asking.ts';

/** Within a field any of the values fits, between fields all must. An empty list lets everything pass. */
export interface HostFilter {
  id: readonly number[];
  state: readonly (HostState | 'none')[];
  rule: readonly string[];
  /** Of one of `rule`, or of any rule. */
  verdict: readonly Verdict[];
  /** Of an error that the host's logs or queues held in the last seven days. */
  cause: readonly string[];
  agent: readonly string[];
  core: readonly string[];
  /** `''` is a host on which it was not read. So too in the two that follow. */
  windows: readonly string[];
  exchange: readonly string[];
  domain: readonly string[];
  tag: readonly string[];
  part: readonly string[];
  status: readonly HostStatus[];
  silent: boolean | null;
  /** Whether waivers cover all of the host's problems. */
  waived: boolean | null;
  /** Words that must all occur, in lower case. */
  text: readonly string[];
}

/** Hosts that were taken in; waiting and revoked ones only when asked for. */
export const everyHost: HostFilter = {
  id: [],
  state: [],
  rule: [],
  verdict: [],
  cause: [],
  agent: [],
  core: [],
  windows: [],
  exchange: [],
  domain: [],
  tag: [],
  part: [],
  status: ['active'],
  silent: null,
  waived: null,
  text: [],
};

const short = v.pipe(v.string(), v.maxLength(300));
const many = <S extends v.GenericSchema<string>>(item: S) =>
  v.optional(v.union([item, v.pipe(v.array(item), v.maxLength(50))]));
const flag = v.optional(v.picklist(['true', 'false']));
const number = v.pipe(v.string(), v.regex(/^\d{1,15}$/));

/** Query parameters; each may be given several times. */
export const hostFilterQuery = {
  host: v.optional(v.union([number, v.pipe(v.array(number), v.maxLength(500))])),
  state: many(v.picklist([...hostStates, 'none'])),
  rule: many(short),
  verdict: many(v.picklist(verdictOrder)),
  cause: many(short),
  agent: many(short),
  core: many(short),
  windows: many(short),
  exchange: many(short),
  domain: many(short),
  tag: many(short),
  part: many(short),
  status: many(v.picklist(['waiting', 'active', 'revoked'])),
  silent: flag,
  waived: flag,
  q: v.optional(short),
};
const querySchema = v.object(hostFilterQuery);
export type HostFilterQuery = v.InferOutput<typeof querySchema>;

export function toHostFilter(query: HostFilterQuery): HostFilter {
  const { host, q, silent, waived } = query;
  return {
    id: list(host).map(Number),
    state: list(query.state),
    rule: list(query.rule),
    verdict: list(query.verdict),
    cause: list(query.cause),
    agent: list(query.agent),
    core: list(query.core),
    windows: list(query.windows),
    exchange: list(query.exchange),
    domain: list(query.domain),
    tag: list(query.tag),
    part: list(query.part),
    status: query.status === undefined ? everyHost.status : list(query.status),
    silent: silent === undefined ? null : silent === 'true',
    waived: waived === undefined ? null : waived === 'true',
    text: (q ?? '').toLowerCase().split(/\s+/u).filter(Boolean).slice(0, 10),
  };
}

function list<T extends string>(value: T | T[] | undefined): T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

export type HostsBuilder = ExpressionBuilder<Database, 'hosts'>;

/** The condition on `hosts`. */
export function fits(
  eb: HostsBuilder,
  asking: Pick<Asking, 'store' | 'now'>,
  filter: HostFilter,
): Expression<SqlBool> {
  const all: Expression<SqlBool>[] = [];
  const oneOf = (
    column: 'agent_version' | 'core_version' | 'windows' | 'exchange' | 'domain',
    values: readonly string[],
  ) => {
    if (values.length === 0) return;
    const given = values.filter((value) => value !== '');
    const any: Expression<SqlBool>[] = given.length > 0 ? [eb(column, 'in', given)] : [];
    if (given.length < values.length) any.push(eb(column, 'is', null));
    all.push(eb.or(any));
  };
  const [status, ...others] = filter.status;
  // Equality lets an index order what is found.
  if (status !== undefined && others.length === 0) all.push(eb('hosts.status', '=', status));
  else if (status !== undefined) all.push(eb('hosts.status', 'in', filter.status));
  if (filter.id.length > 0) all.push(eb('hosts.id', 'in', filter.id));
  if (filter.state.length > 0) {
    const states = filter.state.filter((state) => state !== 'none');
    const any: Expression<SqlBool>[] = states.length > 0 ? [eb('hosts.state', 'in', states)] : [];
    if (filter.state.includes('none')) any.push(eb('hosts.state', 'is', null));
    all.push(eb.or(any));
  }
  oneOf('windows', filter.windows);
  oneOf('exchange', filter.exchange);
  oneOf('domain', filter.domain);
  oneOf('agent_version', filter.agent);
  oneOf('core_version', filter.core);
  if (filter.silent !== null) all.push(eb('silent_since', filter.silent ? 'is not' : 'is', null));
  if (filter.waived !== null) {
    const covered = eb.and([eb('open_problems', '=', 0), eb('waived_problems', '>', 0)]);
    all.push(filter.waived ? covered : eb.not(covered));
  }
  if (filter.part.length > 0) {
    const padded = sql`' ' || coalesce(part, '') || ' '`;
    const place = asking.store.kind === 'postgres' ? sql`strpos` : sql`instr`;
    all.push(eb.or(filter.part.map((part) => sql<SqlBool>`${place}(${padded}, ${` ${part} `}) > 0`)));
  }
  if (filter.text.length > 0) {
    // SQLite would look up `search` in the order of some index; reading the table from end to end is far faster.
    all.push(
      asking.store.kind === 'sqlite'
        ? eb(
            'hosts.id',
            'in',
            eb
              .selectFrom('hosts as found')
              .select('found.id')
              .where((found) => found.and(filter.text.map((word) => contains(asking, 'found.search', word)))),
          )
        : eb.and(filter.text.map((word) => contains(asking, 'hosts.search', word))),
    );
  }
  all.push(...viaOtherTables(eb, asking, filter));
  return eb.and(all);
}

function viaOtherTables(
  eb: HostsBuilder,
  { now }: Pick<Asking, 'now'>,
  filter: HostFilter,
): Expression<SqlBool>[] {
  const all: Expression<SqlBool>[] = [];
  if (filter.tag.length > 0) {
    all.push(
      eb('hosts.id', 'in', eb.selectFrom('host_tags').select('host_id').where('tag', 'in', filter.tag)),
    );
  }
  if (filter.rule.length > 0 || filter.verdict.length > 0) {
    let findings = eb.selectFrom('host_findings').select('host_id');
    if (filter.rule.length > 0) findings = findings.where('rule_id', 'in', filter.rule);
    if (filter.verdict.length > 0) findings = findings.where('verdict', 'in', filter.verdict);
    all.push(eb('hosts.id', 'in', findings));
  }
  if (filter.cause.length > 0) {
    all.push(
      eb(
        'hosts.id',
        'in',
        eb
          .selectFrom('host_errors')
          .select('host_id')
          .where('cause', 'in', filter.cause)
          .where('day', '>=', dayOf(now() - 7 * dayMs)),
      ),
    );
  }
  return all;
}
