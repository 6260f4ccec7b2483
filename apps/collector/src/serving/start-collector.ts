// Starts a collector: database, certificate, application, background work and share; and ends it without losing anything.
import { mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'winston';
import { createApp } from '../api/app.ts';
import { routes } from '../api/routes/index.ts';
import type { Collector } from '../collector.ts';
import type { Intake } from '../intake/intake.ts';
import { intakeOf } from '../intake/intake-of.ts';
import { ShareImport } from '../intake/share.ts';
import { storeJobs } from '../jobs/jobs.ts';
import { JobRunner } from '../jobs/runner.ts';
import { alertJobs } from '../notify/jobs.ts';
import { applyRuntimeSettings } from '../settings/runtime-settings.ts';
import type { Settings } from '../settings/settings.ts';
import { type Fingerprints, fingerprintsOf } from '../tls/own-certificate.ts';
import { keepIdentityFresh, type ServerIdentity } from '../tls/server-identity.ts';
import { readWebPages } from '../web/pages.ts';
import { firstIdentity, identitySource } from './identity.ts';
import { makeServer } from './make-server.ts';
import { openDatabase } from './open-database.ts';

export interface RunningCollector {
  collector: Collector;
  /** E.g. `https://127.0.0.1:8443`. */
  url: string;
  /** Null without TLS. */
  fingerprints: Fingerprints | null;
  /** Finishes what was begun and closes everything. */
  stop(): Promise<void>;
}

/** Milliseconds between rounds of the share import, and until connections that do not end are cut at the end. */
const shareEveryMs = 5000;
const longestStopMs = 20_000;

/** Throws UsageError when settings or surroundings do not allow it. */
export async function startCollector(
  settings: Settings,
  log: Logger,
  now: () => number = Date.now,
): Promise<RunningCollector> {
  await mkdir(settings.dataFolder, { recursive: true, mode: 0o700 });
  const store = await openDatabase(settings, log, { migrate: true });
  const collector: Collector = { db: store.db, store, settings, log, now };
  try {
    await applyRuntimeSettings(collector);
    const source = identitySource(settings, now);
    const identity = source === null ? null : await firstIdentity(source, settings);
    if (identity !== null) pinTo(collector, identity);
    const { app, url } = await listen(collector, identity);
    const ends: (() => Promise<void> | void)[] = [];
    if (source !== null && identity !== null) {
      // Only servers of HTTPS are made with an identity.
      const server = app.server as unknown as Parameters<typeof keepIdentityFresh>[0];
      ends.push(
        keepIdentityFresh(server, identity, () => source.look(), {
          everyMs: source.everyMs,
          log,
          onChange: (next) => pinTo(collector, next),
        }),
      );
    }
    const intake = intakeOf(collector);
    const jobs = new JobRunner(collector, [...storeJobs, ...alertJobs]);
    jobs.start();
    ends.push(() => jobs.stop(), followRuntimeSettings(collector));
    if (settings.shareFolder !== null) ends.push(importFrom(settings.shareFolder, collector, intake));
    return {
      collector,
      url,
      fingerprints: identity === null ? null : fingerprintsOf(identity.certificate),
      stop: () => stop(app, intake, ends, collector),
    };
  } catch (error) {
    await intakeOf(collector).stop();
    await store.close();
    throw error;
  }
}

function pinTo(collector: Collector, { certificate }: ServerIdentity): void {
  collector.publicKeyPin = fingerprintsOf(certificate).publicKey;
}

async function listen(
  collector: Collector,
  identity: ServerIdentity | null,
): Promise<{ app: FastifyInstance; url: string }> {
  const { host, port } = collector.settings.listen;
  const web = readWebPages();
  if (web === null) collector.log.warn('The dashboard was not built; only the API is served.');
  const app = createApp(collector, routes, { server: (handler) => makeServer(identity, handler), web });
  await app.listen({ host, port, backlog: 2048 });
  const address = app.server.address() as AddressInfo; // listens on TCP
  // With port 0 the system chose one, and links must name it.
  collector.settings = { ...collector.settings, listen: { host, port: address.port } };
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return { app, url: `${identity === null ? 'http' : 'https'}://${shown}:${address.port}` };
}

/** Another collector of the same database may change them. */
function followRuntimeSettings(collector: Collector): () => void {
  const timer = setInterval(() => {
    applyRuntimeSettings(collector).catch((error: unknown) => {
      collector.log.warn('The settings in the database could not be read.', { error: String(error) });
    });
  }, 60_000);
  return () => clearInterval(timer);
}

/** Round after round until the returned function is called, which waits for the round that runs. */
function importFrom(folder: string, collector: Collector, intake: Intake): () => Promise<void> {
  const share = new ShareImport(collector, intake, folder);
  const ending = new AbortController();
  let round: Promise<unknown> = Promise.resolve();
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    round = share.round(ending.signal).finally(() => {
      busy = false;
    });
  }, shareEveryMs);
  return async () => {
    clearInterval(timer);
    ending.abort();
    await round;
  };
}

async function stop(
  app: FastifyInstance,
  intake: Intake,
  ends: readonly (() => Promise<void> | void)[],
  { store, log }: Collector,
): Promise<void> {
  intake.stopping = true;
  const cut = setTimeout(() => app.server.closeAllConnections(), longestStopMs);
  await app.close();
  clearTimeout(cut);
  for (const end of ends) await end();
  await intake.stop();
  await store.close();
  log.info('Stopped.');
}
