// The background work of alerts.
import type { Job } from '../jobs/job.ts';
import { gatherMessages } from './gather.ts';
import { deliverOutbox } from './outbox.ts';

export const alertJobs: readonly Job[] = [
  {
    name: 'alerts',
    everyMs: 5000,
    async run(collector, signal) {
      await gatherMessages(collector);
      await deliverOutbox(collector, signal);
    },
  },
];
