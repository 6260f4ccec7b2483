// Whether the process lives, whether it can take requests, and its figures for Prometheus.
import { sql } from 'kysely';
import type { Collector } from '../../collector.ts';
import { intakeOf } from '../../intake/intake-of.ts';
import { collectMetrics } from '../../metrics/collect.ts';
import { prometheusContentType, prometheusText } from '../../metrics/prometheus-text.ts';
import { defineRoute } from '../route.ts';

const plainText = 'text/plain; charset=utf-8';
/** Milliseconds; what asks is mostly a load balancer that asks again soon. */
const databaseLimit = 2000;

const health = defineRoute({
  method: 'GET',
  path: '/healthz',
  id: 'getHealth',
  access: 'anyone',
  rate: 'own',
  summary:
    'Whether the process lives. Says nothing of the database: starting anew would not bring that back.',
  streams: [plainText],
  async handle() {
    return { text: 'ok\n', contentType: plainText };
  },
});

const readiness = defineRoute({
  method: 'GET',
  path: '/readyz',
  id: 'getReadiness',
  access: 'anyone',
  rate: 'own',
  summary: 'Whether this collector takes requests now: it is not stopping and its database answers.',
  streams: [plainText],
  async handle(_call, collector) {
    const answer = (status: 200 | 503, text: string) => ({
      status,
      text: `${text}\n`,
      contentType: plainText,
    });
    if (intakeOf(collector).stopping) return answer(503, 'stopping');
    return (await databaseAnswers(collector))
      ? answer(200, 'ready')
      : answer(503, 'the database does not answer');
  },
});

async function databaseAnswers(collector: Collector): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), databaseLimit);
  });
  const asked = sql`select 1`.execute(collector.db).then(
    () => true,
    () => false,
  );
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}

const metrics = defineRoute({
  method: 'GET',
  path: '/metrics',
  id: 'getMetrics',
  access: 'viewer',
  summary: 'Figures in the text format of Prometheus; sign in with an API token.',
  streams: [prometheusContentType],
  async handle(_call, collector) {
    const all = await collectMetrics(collector, intakeOf(collector));
    return { text: prometheusText(all), contentType: prometheusContentType };
  },
});

export const healthRoutes = [health, metrics, readiness];
