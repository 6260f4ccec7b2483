// A collector for tests: a fresh database, settings of its own, a silent log, and its HTTP application on a free port.
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { createLogger, transports } from 'winston';
import { createApp } from '../src/api/app.ts';
import { routes } from '../src/api/routes/index.ts';
import type { Collector } from '../src/collector.ts';
import type { Intake, IntakeOptions } from '../src/intake/intake.ts';
import { intakeOf } from '../src/intake/intake-of.ts';
import { makeServer } from '../src/serving/make-server.ts';
import type { Settings } from '../src/settings/settings.ts';
import type { WebPages } from '../src/web/pages.ts';
import { type DatabaseKind, type TestDatabase, testDatabase } from './databases.ts';

export interface ServingCollector {
  collector: Collector;
  intake: Intake;
  app: FastifyInstance;
  /** `http://127.0.0.1:…` */
  url: string;
  database: TestDatabase;
  folder: string;
  /** What was logged, as JSON. */
  logged: string[];
  stop(): Promise<void>;
}

export async function startServing(
  kind: DatabaseKind,
  options: {
    settings?: Partial<Settings>;
    intake?: IntakeOptions;
    now?: () => number;
    database?: TestDatabase;
    web?: WebPages;
  } = {},
): Promise<ServingCollector> {
  const database = options.database ?? (await testDatabase(kind));
  const folder = mkdtempSync(join(tmpdir(), 'mailflow-tls-collector-'));
  const logged: string[] = [];
  const log = createLogger({ level: 'debug', transports: [new transports.Console({ silent: true })] });
  log.on('data', (line: unknown) => logged.push(JSON.stringify(line)));
  const collector: Collector = {
    db: database.store.db,
    store: database.store,
    log,
    now: options.now ?? Date.now,
    settings: {
      dataFolder: folder,
      database: database.settings,
      listen: { host: '127.0.0.1', port: 0 },
      tls: { kind: 'none' },
      trustedProxies: [],
      publicUrl: null,
      shareFolder: null,
      retention: { reportDays: 400, rollupDays: 1825 },
      silentAfterHours: 48,
      oidc: null,
      mail: null,
      ...options.settings,
    },
  };
  const intake = intakeOf(collector, options.intake);
  const app = createApp(collector, routes, {
    server: (handler) => makeServer(null, handler),
    web: options.web ?? null,
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo; // listens on TCP
  // With port 0 the system chose one, and links must name it.
  collector.settings = { ...collector.settings, listen: { host: '127.0.0.1', port } };
  return {
    collector,
    intake,
    app,
    url: `http://127.0.0.1:${port}`,
    database,
    folder,
    logged,
    async stop() {
      await app.close();
      await intake.stop();
      await database.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
