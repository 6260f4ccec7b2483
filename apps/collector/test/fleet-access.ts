// Who may ask for the fleet, set up waivers and channels: the part of the access table for these routes.

import * as v from 'valibot';
import { channelRulesSchema } from '../src/notify/channel.ts';
import { createChannel } from '../src/notify/channels.ts';
import { createWaivers } from '../src/waivers/waivers.ts';
import type { AccessRow, World } from './access-table.ts';

const view = (url: string): AccessRow => ({ access: 'viewer', status: 200, request: async () => ({ url }) });
const ofHost = (path: string, status = 200): AccessRow => ({
  access: 'viewer',
  status,
  request: async ({ host }) => ({ url: `/api/v1/hosts/${await host('active')}${path}` }),
});
const rule = 'schannel/tls12-client-enabled';
const time = '2026-11-24T08:00:00.000Z';
const day = 86_400_000;
let counter = 0;

const channelId = async ({ collector }: World): Promise<number> => {
  const target = { kind: 'mail' as const, to: ['team@contoso.example'] };
  const rules = v.parse(channelRulesSchema, {});
  const { id } = await createChannel(collector, 'system', { name: `channel ${++counter}`, target, rules });
  return id;
};

export const fleetAccess: Readonly<Record<string, AccessRow>> = {
  listHosts: view('/api/v1/hosts?state=failing&state=ready&order=name&limit=5'),
  countHosts: view('/api/v1/hosts/count'),
  countHostsByFacet: view('/api/v1/hosts/facets?windows=Windows%20Server%202019'),
  readHost: ofHost(''),
  listHostChanges: ofHost('/changes'),
  // This host never reported.
  readHostAt: ofHost(`/at?time=${time}`, 404),
  compareHostTimes: ofHost(`/compare?from=${time}&to=${time}`, 404),
  listRules: view('/api/v1/rules'),
  readRuleDays: view(`/api/v1/rules/days?rule=${rule}`),
  readMatrix: view('/api/v1/matrix'),
  readFoldedMatrix: view('/api/v1/matrix/folded?by=domain'),
  readOverview: view(`/api/v1/overview?since=${time}`),
  readStateDays: view('/api/v1/overview/days'),
  listChanges: view('/api/v1/changes?kind=state'),
  readDifferences: view('/api/v1/differences'),
  compareDays: view('/api/v1/compare?from=2026-11-20&to=2026-11-24'),
  listPeers: view('/api/v1/peers?cutOff=true'),
  listHostsOfPeer: view('/api/v1/peers/hosts?peer=192.0.2.1'),
  readErrors: view('/api/v1/errors?by=peer'),
  listQueues: view('/api/v1/queues'),
  exportHosts: view('/api/v1/exports/hosts?format=xlsx'),
  exportPlan: view('/api/v1/exports/plan'),
  exportSarif: view('/api/v1/exports/sarif'),
  listWaivers: view('/api/v1/waivers'),
  createWaivers: {
    access: 'operator',
    status: 201,
    request: async ({ collector, host }) => ({
      url: '/api/v1/waivers',
      payload: {
        rule,
        hosts: [await host('active')],
        reason: 'is replaced in spring',
        owner: 'Alice',
        expiresAt: new Date(collector.now() + day).toISOString(),
      },
    }),
  },
  endWaiver: {
    access: 'operator',
    status: 204,
    request: async ({ collector, host }) => {
      const wanted = { rule, reason: 'r', owner: 'o', expiresAt: collector.now() + day };
      const [id] = await createWaivers(collector, 'system', {
        ...wanted,
        for: { hosts: [await host('active')] },
      });
      return { url: `/api/v1/waivers/${id}/end` };
    },
  },
  listAlerts: view('/api/v1/alerts'),
  listAlertChannels: { ...view('/api/v1/alert-channels'), access: 'administrator' },
  createAlertChannel: {
    access: 'administrator',
    status: 201,
    request: async () => ({
      url: '/api/v1/alert-channels',
      payload: { name: `channel ${++counter}`, target: { kind: 'mail', to: ['team@contoso.example'] } },
    }),
  },
  changeAlertChannel: {
    access: 'administrator',
    status: 204,
    request: async (world) => ({
      url: `/api/v1/alert-channels/${await channelId(world)}`,
      payload: { enabled: false },
    }),
  },
  removeAlertChannel: {
    access: 'administrator',
    status: 204,
    request: async (world) => ({ url: `/api/v1/alert-channels/${await channelId(world)}` }),
  },
  testAlertChannel: {
    access: 'administrator',
    status: 200,
    request: async (world) => ({ url: `/api/v1/alert-channels/${await channelId(world)}/test` }),
  },
};
