// Tables of what hosts reported and what the core said of it, and what is kept of both for longer.
import type { Kysely } from 'kysely';
import type { Columns } from './columns.ts';
import { createTable, type TableShape } from './table.ts';

/** By far the most rows: no column and no index more than the questions need. */
const reports: TableShape = {
  columns: {
    received_at: 'big',
    made_at: 'big',
    facts_id: 'reference',
    host_id: 'reference',
    via: 'text',
    id: 'bytes',
  },
  key: ['id'],
  indexes: [{ on: ['host_id', 'received_at'] }],
  clustered: true,
};

const facts: TableShape = {
  columns: { id: 'id', digest: 'bytes', run: 'text', created_at: 'big', last_used_at: 'big?' },
  unique: [['digest']],
  indexes: [{ on: ['last_used_at'], whereSet: 'last_used_at' }],
};

const factsSections: TableShape = {
  columns: { facts_id: 'reference', section_id: 'reference', name: 'text' },
  key: ['facts_id', 'name'],
  indexes: [{ on: ['section_id'] }],
  clustered: true,
};

const sections: TableShape = {
  columns: { id: 'id', digest: 'bytes', name: 'text', content: 'bytes', size: 'big' },
  unique: [['digest']],
};

const judgements: TableShape = {
  columns: {
    facts_id: 'reference',
    core: 'text',
    judged_at: 'big',
    state: 'text',
    reason: 'text',
    verdicts: 'text',
  },
  key: ['facts_id', 'core'],
  clustered: true,
};

const hostDays: TableShape = {
  columns: { host_id: 'reference', day: 'text', facts_id: 'reference', state: 'text', reports: 'big' },
  key: ['host_id', 'day'],
  indexes: [{ on: ['day'] }, { on: ['facts_id'] }],
  clustered: true,
};

const fleetDays: TableShape = {
  columns: { day: 'text', state: 'text', hosts: 'big' },
  key: ['day', 'state'],
  clustered: true,
};

const ruleDays: TableShape = {
  columns: { day: 'text', rule_id: 'text', verdict: 'text', hosts: 'big' },
  key: ['day', 'rule_id', 'verdict'],
  clustered: true,
};

export async function createFactsTables(db: Kysely<unknown>, columns: Columns): Promise<void> {
  await createTable(db, columns, 'reports', reports);
  await createTable(db, columns, 'facts', facts);
  await createTable(db, columns, 'facts_sections', factsSections);
  await createTable(db, columns, 'sections', sections);
  await createTable(db, columns, 'judgements', judgements);
  await createTable(db, columns, 'host_days', hostDays);
  await createTable(db, columns, 'fleet_days', fleetDays);
  await createTable(db, columns, 'rule_days', ruleDays);
}
