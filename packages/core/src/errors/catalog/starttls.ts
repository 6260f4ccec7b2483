// One side insists on TLS and the session stayed in clear text, or a server speaks plainly about TLS versions.
import { defineErrors } from '../entry.ts';

const demanded = {
  direction: 'both',
  tlsVersion: 'possible',
} as const;

export const starttls = defineErrors([
  {
    ...demanded,
    id: 'starttls-must-issue',
    forms: ['Must issue a STARTTLS command first'],
    smtp: ['451'],
    enhanced: ['5.7.3'],
    causes: {
      'tls-version': 30,
      certificate: 20,
      'starttls-not-offered': 30,
      connector: 15,
      undetermined: 5,
    },
  },
  {
    ...demanded,
    id: 'starttls-required',
    forms: ['STARTTLS is required to send mail'],
    smtp: ['451'],
    enhanced: ['5.7.3'],
    causes: {
      'tls-version': 20,
      certificate: 35,
      'starttls-not-offered': 30,
      connector: 10,
      undetermined: 5,
    },
  },
  {
    ...demanded,
    id: 'starttls-must-issue-530',
    forms: ['Must issue a STARTTLS command first'],
    smtp: ['530'],
    enhanced: ['5.7.0'],
    direction: 'send',
    causes: {
      'tls-version': 25,
      certificate: 15,
      'starttls-not-offered': 25,
      connector: 30,
      undetermined: 5,
    },
  },
  {
    ...demanded,
    id: 'starttls-not-offered',
    forms: [
      'TLS is required, but was not offered by host {host:host}',
      'TLS is required, but was not offered',
      'Server does not support secure connections',
      'STARTTLS is required but host did not advertise STARTTLS',
    ],
    smtp: [],
    enhanced: ['4.7.4', '5.7.4', '5.7.10'],
    tlsVersion: 'no',
    causes: { 'starttls-not-offered': 70, certificate: 20, connector: 10 },
  },
  {
    ...demanded,
    id: 'tls-not-available',
    forms: ['TLS not available due to {reason:text}', 'TLS currently unavailable', 'TLS not available'],
    smtp: ['454'],
    enhanced: ['4.7.0', '4.3.0'],
    direction: 'send',
    tlsVersion: 'no',
    causes: { certificate: 70, 'starttls-not-offered': 20, undetermined: 10 },
  },
  {
    id: 'smtp-auth-old-tls',
    forms: [
      'TLS 1.0 and 1.1 are not supported. Please upgrade/update your client to support TLS 1.2. Visit https://aka.ms/smtp_auth_tls.',
      'TLS 1.0 and 1.1 are not supported',
      'https://aka.ms/smtp_auth_tls',
    ],
    smtp: ['421'],
    enhanced: ['4.7.66'],
    byCode: true,
    direction: 'submission',
    tlsVersion: 'yes',
    causes: { 'tls-version': 100 },
  },
  {
    id: 'smtp-auth-legacy-not-allowed',
    forms: ['TLS 1.0 and 1.1 are not supported for your organization'],
    enhanced: ['5.7.67'],
    byCode: true,
    direction: 'submission',
    tlsVersion: 'yes',
    causes: { 'tls-version': 100 },
  },
]);
