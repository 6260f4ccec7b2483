// Tables of what the collector does with what it knows: enrolment, refusals, waivers, alerts and who leads which work.
import type { Kysely } from 'kysely';
import type { Columns } from './columns.ts';
import { createTable, type TableShape } from './table.ts';

const enrolmentTokens: TableShape = {
  columns: {
    id: 'id',
    hash: 'bytes',
    name: 'text',
    mode: 'text',
    max_uses: 'big?',
    uses: 'big',
    domain: 'text?',
    address_range: 'text?',
    tags: 'text',
    expires_at: 'big?',
    revoked_at: 'big?',
    created_at: 'big',
    created_by: 'text',
  },
  unique: [['hash']],
};

const refusals: TableShape = {
  columns: {
    day: 'text',
    code: 'text',
    key_id: 'text',
    count: 'big',
    last_at: 'big',
    last_address: 'text?',
  },
  key: ['day', 'code', 'key_id'],
  indexes: [{ on: ['key_id', 'day'] }],
  clustered: true,
};

const waivers: TableShape = {
  columns: {
    id: 'id',
    rule_id: 'text',
    host_id: 'reference?',
    tag: 'text?',
    reason: 'text',
    owner: 'text',
    created_at: 'big',
    created_by: 'text',
    expires_at: 'big',
    ended_at: 'big?',
    ended_by: 'text?',
  },
  references: { host_id: 'hosts' },
  indexes: [{ on: ['rule_id'] }, { on: ['expires_at'] }, { on: ['host_id'] }, { on: ['tag'] }],
};

const alertChannels: TableShape = {
  columns: {
    id: 'id',
    name: 'text',
    kind: 'text',
    enabled: 'small',
    config: 'text',
    rules: 'text',
    created_at: 'big',
    created_by: 'text',
  },
  unique: [['name']],
};

const alerts: TableShape = {
  columns: { id: 'id', at: 'big', kind: 'text', host_id: 'reference?', detail: 'text', group_key: 'text' },
  indexes: [{ on: ['at', 'id'] }, { on: ['host_id', 'at'] }, { on: ['group_key', 'id'] }],
};

const outbox: TableShape = {
  columns: {
    id: 'text',
    channel_id: 'reference',
    body: 'text',
    created_at: 'big',
    due_at: 'big',
    attempts: 'big',
    last_error: 'text?',
    delivered_at: 'big?',
    given_up_at: 'big?',
  },
  key: ['id'],
  references: { channel_id: 'alert_channels' },
  indexes: [{ on: ['delivered_at', 'given_up_at', 'due_at'] }, { on: ['channel_id', 'created_at'] }],
};

const leases: TableShape = {
  columns: { name: 'text', holder: 'text', until: 'big' },
  key: ['name'],
};

const rollups: TableShape = {
  columns: { name: 'text', made_at: 'big', took_ms: 'big' },
  key: ['name'],
};

const settings: TableShape = {
  columns: { key: 'text', value: 'text' },
  key: ['key'],
};

export async function createWorkTables(db: Kysely<unknown>, columns: Columns): Promise<void> {
  await createTable(db, columns, 'enrolment_tokens', enrolmentTokens);
  await createTable(db, columns, 'refusals', refusals);
  await createTable(db, columns, 'waivers', waivers);
  await createTable(db, columns, 'alert_channels', alertChannels);
  await createTable(db, columns, 'alerts', alerts);
  await createTable(db, columns, 'outbox', outbox);
  await createTable(db, columns, 'leases', leases);
  await createTable(db, columns, 'rollups', rollups);
  await createTable(db, columns, 'settings', settings);
}
