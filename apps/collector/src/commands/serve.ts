// `serve`: runs the collector until it is asked to end.
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Collector } from '../collector.ts';
import { createFirstAdministratorLink } from '../people/one-time-links.ts';
import { startCollector } from '../serving/start-collector.ts';
import { isUnavailable } from '../store/is-unavailable.ts';
import type { Context } from './context.ts';

export async function serve({ loaded, log, signal, print }: Context): Promise<void> {
  const running = await startCollector(loaded.settings, log);
  try {
    print(`Listening: ${running.url}`);
    if (running.fingerprints !== null) {
      const { certificate, publicKey, validTo } = running.fingerprints;
      print(`Certificate: SHA-256 ${certificate}, valid to ${validTo}`);
      print(`Public key, for pinning: ${publicKey}`);
    }
    const link = await firstAdministratorLink(running.collector, signal);
    if (link !== null) {
      print(`First administrator, once, until ${new Date(link.expiresAt).toISOString()}: ${link.url}`);
    }
    log.info('Started.', { url: running.url, database: running.collector.store.kind });
    if (!signal.aborted) await once(signal, 'abort');
    log.info('Stopping; what was begun is finished first.');
  } finally {
    await running.stop();
  }
}

const retryMs = 2000;

/** Waits for a database that is away: hosts are answered meanwhile, and the collector must not end for it. */
async function firstAdministratorLink(
  collector: Collector,
  signal: AbortSignal,
): Promise<Awaited<ReturnType<typeof createFirstAdministratorLink>>> {
  while (!signal.aborted) {
    try {
      return await createFirstAdministratorLink(collector);
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      collector.log.warn('The database does not answer yet.', { error: String(error) });
      await delay(retryMs, undefined, { signal }).catch(() => {});
    }
  }
  return null;
}
