// Windows' own events about TLS (System log, provider Schannel). They concern the whole host, not only its mail.
import { defineErrors } from '../entry.ts';

const provider = 'Schannel';

const event = {
  direction: 'both',
} as const;

export const schannel = defineErrors([
  {
    ...event,
    id: 'schannel-private-key',
    forms: [
      'A fatal error occurred when attempting to access the {kind:text} credential private key. The error code returned from the cryptographic module is {code:word}',
      'credential private key. The error code returned from the cryptographic module is {code:word}',
    ],
    tlsVersion: 'no',
    causes: { certificate: 100 },
    event: { provider, ids: [36870] },
  },
  {
    ...event,
    id: 'schannel-credential',
    forms: [
      'A fatal error occurred while creating a TLS {role:word} credential. The internal error state is {state:number}',
      'A fatal error occurred while creating an SSL {role:word} credential. The internal error state is {state:number}',
      'credentials for TLS. The internal error status is {state:number}',
    ],
    tlsVersion: 'possible',
    causes: { 'tls-version': 40, cipher: 20, undetermined: 40 },
    event: { provider, ids: [36871] },
  },
  {
    ...event,
    id: 'schannel-no-shared-cipher',
    forms: [
      '{protocol:protocol} connection request was received from a remote client application, but none of the cipher suites supported by the client application are supported by the server',
    ],
    direction: 'receive',
    tlsVersion: 'yes',
    causes: { cipher: 65, 'tls-version': 35 },
    event: { provider, ids: [36874] },
  },
  {
    ...event,
    id: 'schannel-handshake-succeeded',
    forms: ['handshake completed successfully. The negotiated cryptographic parameters are as follows'],
    role: 'evidence',
    tlsVersion: 'no',
    causes: { undetermined: 100 },
    event: { provider, ids: [36880] },
  },
  {
    ...event,
    id: 'schannel-alert-received',
    forms: [
      'A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is {alert:number}',
      'The following fatal alert was received: {alert:number}',
    ],
    tlsVersion: 'possible',
    causes: { undetermined: 100 },
    event: { provider, ids: [36887] },
  },
  {
    ...event,
    id: 'schannel-alert-sent',
    forms: [
      'A fatal alert was generated and sent to the remote endpoint. This may result in termination of the connection. The TLS protocol defined fatal error code is {alert:number}. The Windows SChannel error state is {state:number}',
      'The TLS protocol defined fatal error code is {alert:number}. The Windows SChannel error state is {state:number}',
      'The following fatal alert was generated: {alert:number}. The internal error state is {state:number}',
    ],
    tlsVersion: 'possible',
    causes: { undetermined: 100 },
    event: { provider, ids: [36888] },
  },
  {
    ...event,
    id: 'schannel-server-certificate',
    forms: [
      'The certificate received from the remote server has not validated correctly. The error code is {code:word}',
      'The certificate received from the remote server was issued by an untrusted certificate authority',
      'The certificate received from the remote server has expired',
      'The certificate received from the remote server does not contain the expected name',
    ],
    direction: 'send',
    tlsVersion: 'no',
    causes: { certificate: 100 },
    event: { provider, ids: [36881, 36882, 36884] },
  },
]);
