// Events of Exchange's transport (Application log, provider MSExchangeTransport) about TLS and authentication.
import { defineErrors } from '../entry.ts';

const provider = 'MSExchangeTransport';

const event = {
  tlsVersion: 'no',
} as const;

export const transportEvents = defineErrors([
  {
    ...event,
    id: 'transport-tls-required-failed',
    forms: [
      'SmtpSendTLSRequiredFailed',
      'TLS is required on this connector, but TLS could not be established',
    ],
    direction: 'send',
    tlsVersion: 'possible',
    causes: { 'tls-version': 30, cipher: 10, certificate: 20, 'starttls-not-offered': 30, undetermined: 10 },
    event: { provider, ids: [2015] },
  },
  {
    ...event,
    id: 'transport-no-starttls-certificate',
    forms: [
      'Microsoft Exchange could not find a certificate that contains the domain name {domain:text} in the personal store on the local computer',
      'could not find a certificate that contains the domain name',
      'unable to support the STARTTLS SMTP verb for the connector {connector:text} with a FQDN parameter of {fqdn:host}',
    ],
    direction: 'both',
    causes: { certificate: 100 },
    event: { provider, ids: [12014, 12015, 12016] },
  },
  {
    ...event,
    id: 'transport-inbound-authentication',
    forms: ['Inbound authentication failed with error {status:word} for Receive connector {connector:text}'],
    direction: 'receive',
    causes: { authentication: 100 },
    event: { provider, ids: [1035] },
  },
  {
    ...event,
    id: 'transport-outbound-authentication',
    forms: [
      'Outbound authentication failed with error {status:word} for Send connector {connector:text}',
      'Outbound authentication failed with {status:word}',
    ],
    direction: 'send',
    causes: { authentication: 100 },
    event: { provider, ids: [2017] },
  },
]);
