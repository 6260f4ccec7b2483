// Tables about hosts as they are now, and about how they came to be so.
import { type Kysely, sql } from 'kysely';
import type { Columns } from './columns.ts';
import { createTable, type TableShape } from './table.ts';

const hosts: TableShape = {
  columns: {
    id: 'id',
    key_id: 'text',
    public_key: 'bytes',
    name: 'text',
    domain: 'text?',
    search: 'text',
    status: 'text',
    token_id: 'reference?',
    enrolled_at: 'big',
    decided_at: 'big?',
    decided_by: 'text?',
    label: 'text?',
    first_report_at: 'big?',
    last_report_at: 'big?',
    last_report_id: 'bytes?',
    last_made_at: 'big?',
    clock_skew_ms: 'big?',
    facts_id: 'reference?',
    facts_since: 'big?',
    state: 'text?',
    state_since: 'big?',
    reason: 'text?',
    part: 'text?',
    rank: 'small',
    open_problems: 'big',
    waived_problems: 'big',
    windows: 'text?',
    exchange: 'text?',
    agent_version: 'text?',
    core_version: 'text?',
    judged_at: 'big?',
    silent_since: 'big?',
    lost: 'text?',
    finding_set_id: 'reference?',
  },
  unique: [['key_id']],
  indexes: [
    { on: ['status', 'rank', 'name', 'id'] },
    { on: ['status', 'name', 'id'] },
    // Everything that hosts are counted by, so that counting reads no rows; facets are counted in this very order.
    {
      name: 'hosts_to_count',
      on: [
        ...['status', 'state', 'windows', 'exchange', 'domain', 'finding_set_id', 'part', 'silent_since'],
        ...['open_problems', 'waived_problems', 'agent_version', 'core_version'],
      ],
    },
    { on: ['first_report_at'] },
    // Every report changes `last_report_at`. PostgreSQL would then have to write an entry into each index of the
    // table, which costs more than sorting 100,000 rows now and then.
    { on: ['last_report_at', 'id'], only: 'sqlite' },
    { on: ['facts_id'] },
    { on: ['finding_set_id', 'status'] },
    { on: ['silent_since', 'id'], whereSet: 'silent_since' },
  ],
  fill: 70,
};

const hostTags: TableShape = {
  columns: { host_id: 'reference', tag: 'text' },
  key: ['host_id', 'tag'],
  references: { host_id: 'hosts' },
  indexes: [{ on: ['tag', 'host_id'] }],
  clustered: true,
};

const hostFindings: TableShape = {
  columns: {
    host_id: 'reference',
    rule_id: 'text',
    verdict: 'text',
    counts: 'small',
    since: 'big',
    waiver_id: 'reference?',
  },
  key: ['host_id', 'rule_id'],
  indexes: [
    { on: ['rule_id', 'verdict', 'host_id'] },
    { on: ['waiver_id', 'host_id'], whereSet: 'waiver_id' },
  ],
  clustered: true,
};

const findingSets: TableShape = {
  columns: { id: 'id', digest: 'bytes', content: 'text' },
  unique: [['digest']],
};

const hostChanges: TableShape = {
  columns: {
    id: 'id',
    host_id: 'reference',
    at: 'big',
    kind: 'text',
    subject: 'text?',
    before: 'text?',
    after: 'text?',
    report_id: 'bytes?',
  },
  indexes: [{ on: ['host_id', 'at', 'id'] }, { on: ['at', 'id'] }, { on: ['kind', 'at'] }],
};

const hostPeers: TableShape = {
  columns: {
    host_id: 'reference',
    direction: 'text',
    connector: 'text',
    peer: 'text',
    names: 'text',
    office365: 'small',
    sessions: 'big',
    protocols: 'text',
    encrypted: 'big',
    clear: 'big',
    refused: 'big',
    cut_off: 'text?',
    first_seen: 'big?',
    last_seen: 'big?',
  },
  key: ['host_id', 'direction', 'connector', 'peer'],
  indexes: [{ on: ['peer', 'host_id'] }, { on: ['cut_off', 'peer'], whereSet: 'cut_off' }],
  clustered: true,
};

const hostErrors: TableShape = {
  columns: {
    host_id: 'reference',
    day: 'text',
    error_id: 'text',
    cause: 'text?',
    direction: 'text?',
    connector: 'text',
    peer: 'text',
    count: 'big',
    example: 'text',
  },
  indexes: [{ on: ['host_id', 'day'] }, { on: ['day', 'error_id'] }, { on: ['cause', 'day', 'host_id'] }],
};

const hostQueues: TableShape = {
  columns: {
    host_id: 'reference',
    identity: 'text',
    next_hop: 'text?',
    status: 'text?',
    messages: 'big',
    last_error: 'text?',
    error_id: 'text?',
    at: 'big',
  },
  key: ['host_id', 'identity'],
  indexes: [{ on: ['error_id', 'host_id'], whereSet: 'error_id' }],
  clustered: true,
};

const fleetPeers: TableShape = {
  columns: {
    peer: 'text',
    direction: 'text',
    names: 'text',
    office365: 'small',
    hosts: 'big',
    sessions: 'big',
    protocols: 'text',
    encrypted: 'big',
    clear: 'big',
    refused: 'big',
    cut_off_all: 'big',
    cut_off_some: 'big',
    first_seen: 'big?',
    last_seen: 'big?',
  },
  key: ['peer', 'direction'],
  indexes: [{ on: ['sessions', 'peer'] }, { on: ['hosts', 'peer'] }],
};

const fleetErrors: TableShape = {
  columns: {
    day: 'text',
    error_id: 'text',
    cause: 'text?',
    direction: 'text?',
    connector: 'text',
    peer: 'text',
    hosts: 'big',
    count: 'big',
    example: 'text',
  },
  indexes: [{ on: ['day', 'error_id'] }, { on: ['error_id', 'day'] }],
};

export async function createHostTables(db: Kysely<unknown>, columns: Columns): Promise<void> {
  await createTable(db, columns, 'hosts', hosts);
  // Enrolment asks whether a name is known, however it is written.
  await sql`create index hosts_by_lower_name on hosts (lower(name))`.execute(db);
  await createTable(db, columns, 'host_tags', hostTags);
  await createTable(db, columns, 'host_findings', hostFindings);
  await createTable(db, columns, 'host_changes', hostChanges);
  await createTable(db, columns, 'finding_sets', findingSets);
  await createTable(db, columns, 'host_peers', hostPeers);
  await createTable(db, columns, 'host_errors', hostErrors);
  await createTable(db, columns, 'host_queues', hostQueues);
  await createTable(db, columns, 'fleet_peers', fleetPeers);
  await createTable(db, columns, 'fleet_errors', fleetErrors);
}
