// Set up once per run of the tests: the folder of the PostgreSQL that the first test in need of it starts; stopped at the end.
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPostgres, stopPostgres } from './postgres-server.ts';

export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'mailflow-tls-pg-'));
  // The server runs as a user of its own.
  chmodSync(folder, 0o755);
  process.env.MAILFLOW_TLS_TEST_POSTGRES = folder;
  return () => {
    const tools = findPostgres();
    const server = join(folder, 'server');
    if (typeof tools !== 'string' && existsSync(join(server, 'data', 'postmaster.pid')))
      stopPostgres(tools, server, 'immediate');
    rmSync(folder, { recursive: true, force: true });
  };
}
