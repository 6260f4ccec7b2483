// Writes down the schema of this version as SQL for both databases, to try upgrades from once it is released.
// Run it for the newest migration only, and never again once that is released.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrateStore, migrations } from '../src/store/migrate-store.ts';
import { openStore } from '../src/store/store.ts';
import { findPostgres, postgresUrl, startPostgres, stopPostgres } from './postgres-server.ts';
import { describePostgres, describeSqlite } from './schema-text.ts';

const newest = Object.keys(migrations).at(-1) ?? '';
const target = (kind: string) => fileURLToPath(new URL(`./schemas/${newest}.${kind}.sql`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'mailflow-tls-schema-'));
chmodSync(folder, 0o755);
try {
  const sqlite = await openStore({ kind: 'sqlite', file: join(folder, 'db') });
  await migrateStore(sqlite);
  if (sqlite.kind === 'sqlite') writeFileSync(target('sqlite'), describeSqlite(sqlite.connection));
  await sqlite.close();
  const tools = findPostgres();
  if (typeof tools === 'string') throw new Error(tools);
  const server = join(folder, 'server');
  startPostgres(tools, server);
  const postgres = await openStore({ kind: 'postgres', url: postgresUrl(server, 'postgres') });
  await migrateStore(postgres);
  await postgres.close();
  writeFileSync(target('postgres'), describePostgres(tools, server, 'postgres'));
  stopPostgres(tools, server, 'immediate');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
