// A whole collector for tests: a fresh database, a clock that stands until it is moved, a log that is kept.
import { createLogger, type Logger } from 'winston';
import Transport from 'winston-transport';
import type { Collector } from '../src/collector.ts';
import type { Settings } from '../src/settings/settings.ts';
import { type DatabaseKind, testDatabase } from './databases.ts';

export interface TestCollector extends Collector {
  /** Moves the clock. */
  pass(ms: number): void;
  /** Everything logged so far, as text. */
  logged(): string;
  remove(): Promise<void>;
}

export async function testCollector(
  kind: DatabaseKind,
  settings: Partial<Settings> = {},
): Promise<TestCollector> {
  const database = await testDatabase(kind);
  const { log, lines } = keptLog();
  let clock = Date.parse('2026-11-24T08:00:00Z');
  return {
    db: database.store.db,
    store: database.store,
    settings: { ...testSettings, database: database.settings, ...settings },
    log,
    now: () => clock,
    pass: (ms) => {
      clock += ms;
    },
    logged: () => lines.join('\n'),
    remove: database.remove,
  };
}

const testSettings: Omit<Settings, 'database'> = {
  dataFolder: '/nowhere',
  listen: { host: '127.0.0.1', port: 8443 },
  tls: { kind: 'own' },
  trustedProxies: [],
  publicUrl: 'https://collector.corp.example',
  shareFolder: null,
  retention: { reportDays: 400, rollupDays: 1825 },
  silentAfterHours: 48,
  oidc: null,
  mail: null,
};

function keptLog(): { log: Logger; lines: string[] } {
  const lines: string[] = [];
  class Kept extends Transport {
    override log(info: unknown, next: () => void): void {
      lines.push(JSON.stringify(info));
      next();
    }
  }
  return { log: createLogger({ level: 'silly', transports: [new Kept()] }), lines };
}
