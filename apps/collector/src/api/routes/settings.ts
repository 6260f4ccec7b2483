// Settings that change while the collector runs.

import {
  changeRuntimeSettings,
  type RuntimeSettings,
  runtimeSettings,
  runtimeSettingsSchema,
} from '../../settings/runtime-settings.ts';
import { etagOf, requireMatch } from '../etag.ts';
import { Problem } from '../problems.ts';
import { defineRoute } from '../route.ts';

const read = defineRoute({
  method: 'GET',
  path: '/api/v1/settings',
  id: 'readSettings',
  access: 'viewer',
  summary: 'The settings that can be changed while the collector runs.',
  answer: runtimeSettingsSchema,
  async handle(_call, collector) {
    return { body: runtimeSettings(collector) };
  },
});

const change = defineRoute({
  method: 'PUT',
  path: '/api/v1/settings',
  id: 'changeSettings',
  access: 'administrator',
  summary: 'Change these settings for all collectors of the database.',
  body: runtimeSettingsSchema,
  answer: runtimeSettingsSchema,
  problems: ['changed-meanwhile'],
  async handle({ body, caller, headers }, collector) {
    requireMatch(headers, etagOf(JSON.stringify(runtimeSettings(collector))));
    requireOrder(body);
    await changeRuntimeSettings(collector, caller, body);
    return { body: runtimeSettings(collector) };
  },
});

function requireOrder({ reportDays, rollupDays }: RuntimeSettings): void {
  if (rollupDays >= reportDays) return;
  const errors = [
    { in: 'body', pointer: '#/rollupDays', detail: 'Rollups are kept at least as long as reports.' },
  ] as const;
  throw new Problem('request-invalid', 'The body does not fit the schema.', { errors });
}

export const settingsRoutes = [read, change];
