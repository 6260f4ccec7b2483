// The background work of this package's own parts, in the order in which it is done when all of it is due.
import { rollUpErrors, rollUpPeers } from '../fleet/rollups.ts';
import { refreshStatistics } from '../fleet/statistics.ts';
import { day, hour, type Job, minute } from './job.ts';
import { rejudge } from './rejudge.ts';
import { retention } from './retention.ts';
import { rollUpDay } from './rollup.ts';
import { markSilentHosts } from './silent-hosts.ts';
import { expireWaivers } from './waiver-expiry.ts';

export const storeJobs: readonly Job[] = [
  { name: 'waiver-expiry', everyMs: minute, run: expireWaivers },
  { name: 'silent-hosts', everyMs: 5 * minute, run: markSilentHosts },
  { name: 'rejudge', everyMs: 5 * minute, run: rejudge },
  { name: 'rollup', everyMs: 10 * minute, run: rollUpDay },
  { name: 'rollup-peers', everyMs: 10 * minute, run: rollUpPeers },
  { name: 'rollup-errors', everyMs: hour, run: rollUpErrors },
  { name: 'statistics', everyMs: hour, run: refreshStatistics },
  { name: 'retention', everyMs: day / 4, run: retention },
];
