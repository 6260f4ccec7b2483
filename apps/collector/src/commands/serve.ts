// `serve`: runs the collector until it is asked to end.
import { once } from 'node:events';
import { createFirstAdministratorLink } from '../people/one-time-links.ts';
import { startCollector } from '../serving/start-collector.ts';
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
    const link = await createFirstAdministratorLink(running.collector);
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
