// A store opens, is migrated once, and is the same on both databases.
import { afterAll, describe, expect, test } from 'vitest';
import { databaseKinds, type TestDatabase, testDatabase } from '../../test/databases.ts';
import { migrateStore, schemaState } from './migrate-store.ts';
import { openStore } from './store.ts';

describe.each(databaseKinds('opening the store'))('on %s', (kind) => {
  const opened: TestDatabase[] = [];
  const fresh = async (options = {}): Promise<TestDatabase> => {
    const database = await testDatabase(kind, options);
    opened.push(database);
    return database;
  };
  afterAll(() => Promise.all(opened.map((database) => database.remove())));

  test('is migrated once', async () => {
    const { store } = await fresh({ migrated: false });
    expect(await schemaState(store)).toMatchObject({ state: 'new' });
    expect(await migrateStore(store)).toEqual(['0001-first']);
    expect(await migrateStore(store)).toEqual([]);
    expect(await schemaState(store)).toEqual({ state: 'current', applied: ['0001-first'], pending: [] });
  });

  test('is migrated once by two that start together', async () => {
    const { store, settings } = await fresh({ migrated: false });
    const other = await openStore(settings);
    const done = await Promise.all([migrateStore(store), migrateStore(other)]);
    await other.close();
    expect(done.flat()).toEqual(['0001-first']);
  });

  test('gives numbers as numbers, also sums, and bytes as they were', async () => {
    const { store } = await fresh();
    const big = 2 ** 52 + 1;
    await store.db
      .insertInto('refusals')
      .values(
        ['a', 'b'].map((code) => ({
          day: '2026-11-24',
          code,
          key_id: 'nul\0 in it',
          count: big / 2 - 0.5,
          last_at: big,
          last_address: null,
        })),
      )
      .execute();
    const sums = await store.reader
      .selectFrom('refusals')
      .select(({ fn }) => [
        fn.sum<number>('count').as('sum'),
        fn.max('last_at').as('max'),
        fn.countAll<number>().as('rows'),
      ])
      .executeTakeFirstOrThrow();
    expect({ ...sums }).toEqual({ sum: big - 1, max: big, rows: 2 });
    const hash = Buffer.from([0, 255, 10, 13]);
    await store.db
      .insertInto('one_time_links')
      .values({ hash, purpose: 'setPassword', user_id: null, expires_at: 1, used_at: null })
      .execute();
    const link = await store.db
      .selectFrom('one_time_links')
      .selectAll()
      .where('hash', '=', hash)
      .executeTakeFirstOrThrow();
    expect(Buffer.from(link.hash)).toEqual(hash);
  });

  test('keeps the audit log as it was written', async () => {
    const { store } = await fresh();
    const row = { at: 1, actor: 'system', address: null, action: 'x', target: null, detail: '{}' };
    await store.db.insertInto('audit_log').values(row).execute();
    await expect(store.db.updateTable('audit_log').set({ actor: 'nobody' }).execute()).rejects.toThrow(
      'audit log',
    );
    await expect(store.db.deleteFrom('audit_log').execute()).rejects.toThrow('audit log');
    expect(await store.db.selectFrom('audit_log').select('actor').execute()).toEqual([{ actor: 'system' }]);
  });

  test('refuses what a newer version made', async () => {
    const { store } = await fresh();
    await store.db
      // The migrator's own table is none of the schema's.
      .insertInto('kysely_migration' as 'settings')
      .values({ name: '9999-later', timestamp: 'x' } as never)
      .execute();
    expect(await schemaState(store)).toMatchObject({ state: 'ahead' });
    await expect(migrateStore(store)).rejects.toThrow();
  });
});
