// A second PostgreSQL that follows the first one by streaming replication, and takes its place when told.
import { chownSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { type PostgresTools, postgresUrl, resumePostgres, runPostgres } from './postgres-server.ts';

/** Copies the primary into a folder (which must not be there yet) and starts the copy as its standby. */
export function startStandby(tools: PostgresTools, primary: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  if (tools.user) chownSync(folder, tools.user.uid, tools.user.gid);
  const data = join(folder, 'data');
  const from = ['-h', primary, '-U', 'postgres', '--checkpoint=fast', '--wal-method=stream'];
  runPostgres(tools, 'pg_basebackup', [...from, '--write-recovery-conf', '-D', data]);
  resumePostgres(tools, folder);
}

/** From now on the primary acknowledges a commit only when a standby has written it too. */
export async function requireStandby(primary: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgresUrl(primary, 'postgres') });
  await client.connect();
  try {
    await client.query(`alter system set synchronous_standby_names = '*'`);
    await client.query('select pg_reload_conf()');
    for (let waited = 0; ; waited += 50) {
      const { rows } = await client.query<{ sync_state: string }>(
        'select sync_state from pg_stat_replication',
      );
      if (rows.some(({ sync_state: state }) => state === 'sync')) return;
      if (waited > 30_000) throw new Error('No standby follows.');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  } finally {
    await client.end();
  }
}

export function promoteStandby(tools: PostgresTools, folder: string): void {
  runPostgres(tools, 'pg_ctl', ['-D', join(folder, 'data'), '-w', 'promote']);
}
