// What runs here: versions, and how old the data is that hosts are judged by.
import { coreVersion, referenceData } from '@mailflow-tls/core';
import * as v from 'valibot';
import { baseUrl } from '../../people/one-time-links.ts';
import { collectorVersion } from '../../version.ts';
import { defineRoute } from '../route.ts';
import { isoTime, timeSchema } from '../schemas.ts';

const about = defineRoute({
  method: 'GET',
  path: '/api/v1/about',
  id: 'readAbout',
  access: 'viewer',
  summary: 'Versions of collector and core, the kind of database, and the dates of the reference data.',
  answer: v.object({
    version: v.string(),
    coreVersion: v.string(),
    database: v.picklist(['sqlite', 'postgres']),
    /** By the collector’s clock. */
    now: timeSchema,
    identityProvider: v.boolean(),
    /** Where hosts and people reach this collector. */
    address: v.string(),
    /** `own`: Windows does not trust its certificate by itself, so hosts need the pin. */
    tls: v.picklist(['own', 'given', 'none']),
    /** `sha256/…` of its public key; null without TLS of its own. */
    publicKeyPin: v.nullable(v.string()),
    /** Whether it reads reports from a share. */
    readsShare: v.boolean(),
    /** Whether it can send mail. */
    sendsMail: v.boolean(),
    /** Date of the newest source of each set; `settled` ones have sources that no longer change. */
    referenceData: v.array(v.object({ name: v.string(), asOf: v.string(), settled: v.boolean() })),
  }),
  async handle(_call, collector) {
    const { settings } = collector;
    const sets = Object.entries(referenceData).map(([name, data]) => ({
      name,
      asOf: data.asOf,
      settled: 'settled' in data && data.settled,
    }));
    return {
      body: {
        version: collectorVersion,
        coreVersion,
        database: collector.store.kind,
        now: isoTime(collector.now()),
        identityProvider: settings.oidc !== null,
        address: baseUrl(settings),
        tls: settings.tls.kind,
        publicKeyPin: collector.publicKeyPin ?? null,
        readsShare: settings.shareFolder !== null,
        sendsMail: settings.mail !== null,
        referenceData: sets,
      },
    };
  },
});

export const aboutRoutes = [about];
