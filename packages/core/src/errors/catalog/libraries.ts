// How the TLS libraries of other servers, devices and applications say the same things.
import { defineErrors } from '../entry.ts';

const library = {
  direction: 'submission',
} as const;

export const libraries = defineErrors([
  {
    ...library,
    id: 'library-no-shared-version',
    forms: [
      'unsupported protocol',
      'no protocols available',
      'ERR_SSL_UNSUPPORTED_PROTOCOL',
      'No appropriate protocol (protocol is disabled or cipher suites are inappropriate)',
      'ssl_choose_client_version',
      'version too low',
    ],
    tlsVersion: 'yes',
    causes: { 'tls-version': 90, cipher: 10 },
  },
  {
    ...library,
    id: 'library-no-shared-cipher',
    forms: ['no shared cipher', 'no ciphers available', 'no cipher suites in common', 'NO_CIPHER_MATCH'],
    tlsVersion: 'likely',
    causes: { cipher: 70, 'tls-version': 30 },
  },
  {
    ...library,
    id: 'library-not-tls',
    forms: [
      'wrong version number',
      'Unrecognized SSL message, plaintext connection?',
      'packet length too long',
    ],
    tlsVersion: 'possible',
    causes: { 'starttls-not-offered': 35, network: 35, 'tls-version': 20, undetermined: 10 },
  },
  {
    ...library,
    id: 'library-certificate',
    forms: [
      'certificate verify failed',
      'unable to find valid certification path to requested target',
      'The remote certificate is invalid according to the validation procedure',
      'certificate verification failed for {host:host}',
      'self signed certificate',
      'unable to get local issuer certificate',
      'Server certificate not trusted',
      'Server certificate not verified',
    ],
    tlsVersion: 'no',
    causes: { certificate: 100 },
  },
  {
    ...library,
    id: 'library-handshake-cut',
    forms: [
      'Cannot start TLS: handshake failure',
      'SSL_connect error to {host:host}',
      'SSL_accept error from {host:host}',
      'Remote host terminated the handshake',
      'Remote host closed connection during handshake',
      'Authentication failed because the remote party has closed the transport stream',
      'Client network socket disconnected before secure TLS connection was established',
      'Connection lost while performing TLS handshake',
      'TLS handshake failed',
      'lost connection with {host:text} while performing the EHLO handshake after STARTTLS',
    ],
    smtp: [],
    enhanced: ['4.7.5'],
    tlsVersion: 'likely',
    causes: { 'tls-version': 45, cipher: 15, certificate: 5, network: 25, undetermined: 10 },
  },
  {
    ...library,
    id: 'library-connection-closed',
    forms: [
      'An existing connection was forcibly closed by the remote host',
      'The underlying connection was closed: An unexpected error occurred on a {direction:word}',
      'Connection reset by peer',
      'Connection timed out (',
      'read ECONNRESET',
      'lost connection with {host:text} while',
    ],
    tlsVersion: 'possible',
    causes: { 'tls-version': 30, cipher: 10, network: 40, undetermined: 20 },
  },
  {
    ...library,
    id: 'library-connect-failed',
    forms: [
      'connect ECONNREFUSED',
      'connect ETIMEDOUT',
      'connect to {host:text}: Connection refused',
      'connect to {host:text}: Connection timed out',
      'connect to {host:text}: No route to host',
      'No connection could be made because the target machine actively refused it',
      'connected party did not properly respond after a period of time',
    ],
    tlsVersion: 'no',
    causes: { network: 100 },
  },
]);
