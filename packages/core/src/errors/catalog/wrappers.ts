// Texts that only carry another error: what they hold decides.
import { defineErrors } from '../entry.ts';

const wrapper = {
  role: 'wrapper',
  direction: 'both',
  tlsVersion: 'possible',
  causes: { undetermined: 100 },
} as const;

export const wrappers = defineErrors([
  {
    ...wrapper,
    id: 'wrapped-queue-braces',
    forms: ['{LED='],
  },
  {
    ...wrapper,
    id: 'wrapped-primary-target',
    forms: ['Primary target IP address responded with'],
    smtp: ['451'],
    enhanced: ['4.4.0'],
  },
  {
    ...wrapper,
    id: 'wrapped-communicating-primary-target',
    forms: ['Error encountered while communicating with primary target IP address'],
    smtp: ['441'],
    enhanced: ['4.4.1'],
  },
  {
    ...wrapper,
    id: 'wrapped-target-responded',
    forms: ['Target host responded with error'],
    smtp: ['451'],
    enhanced: ['4.4.395'],
    byCode: true,
  },
  {
    ...wrapper,
    id: 'wrapped-communicating-target',
    forms: ['Error communicating with target host'],
    smtp: ['451'],
    enhanced: ['4.4.397'],
    byCode: true,
  },
  {
    ...wrapper,
    id: 'wrapped-frontend-or-destination',
    forms: ['Error communicating with frontend host or destination host'],
    smtp: ['451'],
    enhanced: ['4.4.400'],
    byCode: true,
  },
  {
    ...wrapper,
    id: 'wrapped-proxy-session',
    forms: ['Proxy session setup failed on Frontend with'],
    smtp: ['450'],
    enhanced: ['4.7.0', '4.4.101'],
  },
  {
    ...wrapper,
    id: 'wrapped-exo-session',
    forms: ['Cannot connect to remote server', 'Cannot establish session with remote server'],
    smtp: ['450'],
    enhanced: ['4.4.317'],
    byCode: true,
    direction: 'receive',
  },
  {
    ...wrapper,
    id: 'wrapped-expired-cannot-connect',
    forms: [
      'Message expired, cannot connect to remote server',
      'Message expired, cannot establish session with remote server',
    ],
    smtp: ['550'],
    enhanced: ['5.4.317'],
    byCode: true,
    direction: 'receive',
  },
  {
    ...wrapper,
    id: 'wrapped-expired',
    forms: ['Message expired ->', 'Message expired'],
    smtp: ['550'],
    enhanced: ['5.4.300'],
    byCode: true,
  },
  {
    ...wrapper,
    id: 'wrapped-server-returned',
    forms: [
      "Server at {host:host} ({ip:host}) returned '",
      "Server at {host:host} returned '",
      "Remote Server returned '",
    ],
  },
  {
    ...wrapper,
    id: 'wrapped-host-said',
    forms: ['host {host:host}[{ip:host}] said:', 'host {host:host}[{ip:host}] refused to talk to me:'],
  },
]);
