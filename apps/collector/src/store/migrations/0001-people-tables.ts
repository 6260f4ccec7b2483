// Tables of people, their sessions and tokens, and of what they did.
import type { Kysely } from 'kysely';
import type { Columns } from './columns.ts';
import { createTable, type TableShape } from './table.ts';

const users: TableShape = {
  columns: {
    id: 'id',
    name: 'text',
    role: 'text',
    password: 'text?',
    issuer: 'text?',
    subject: 'text?',
    failed_logins: 'big',
    locked_until: 'big?',
    disabled_at: 'big?',
    created_at: 'big',
    last_login_at: 'big?',
  },
  unique: [['name'], ['issuer', 'subject']],
};

const sessions: TableShape = {
  columns: {
    hash: 'bytes',
    user_id: 'reference',
    csrf: 'text',
    created_at: 'big',
    last_used_at: 'big',
    expires_at: 'big',
  },
  key: ['hash'],
  references: { user_id: 'users' },
  indexes: [{ on: ['user_id'] }, { on: ['expires_at'] }],
};

const apiTokens: TableShape = {
  columns: {
    id: 'id',
    hash: 'bytes',
    name: 'text',
    role: 'text',
    created_at: 'big',
    created_by: 'text',
    expires_at: 'big',
    last_used_at: 'big?',
    revoked_at: 'big?',
  },
  unique: [['hash']],
};

const oneTimeLinks: TableShape = {
  columns: { hash: 'bytes', purpose: 'text', user_id: 'reference?', expires_at: 'big', used_at: 'big?' },
  key: ['hash'],
  references: { user_id: 'users' },
};

const auditLog: TableShape = {
  columns: {
    id: 'id',
    at: 'big',
    actor: 'text',
    address: 'text?',
    action: 'text',
    target: 'text?',
    detail: 'text',
  },
  indexes: [{ on: ['at', 'id'] }, { on: ['target', 'id'] }],
};

export async function createPeopleTables(db: Kysely<unknown>, columns: Columns): Promise<void> {
  await createTable(db, columns, 'users', users);
  await createTable(db, columns, 'sessions', sessions);
  await createTable(db, columns, 'api_tokens', apiTokens);
  await createTable(db, columns, 'one_time_links', oneTimeLinks);
  await createTable(db, columns, 'audit_log', auditLog);
}
