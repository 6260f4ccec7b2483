// Mail that waited: the delay notice and the expiry of the queue. Both say nothing about why.
import { defineErrors } from '../entry.ts';

const waited = {
  direction: 'both',
  tlsVersion: 'possible',
  causes: { undetermined: 100 },
} as const;

export const waiting = defineErrors([
  {
    ...waited,
    id: 'message-expired',
    forms: ['QUEUE.Expired; message expired', 'QUEUE.Expired'],
    smtp: ['550'],
    enhanced: ['4.4.7', '5.4.7'],
    role: 'expiry',
  },
  {
    ...waited,
    id: 'message-delayed',
    forms: ['Message delayed'],
    smtp: ['400'],
    enhanced: ['4.4.7'],
    role: 'delay',
  },
]);
