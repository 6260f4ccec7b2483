// Connections that were cut or never made: the texts say that, and hardly ever why.
import { defineErrors } from '../entry.ts';

const cut = {
  smtp: ['421'],
  enhanced: ['4.4.2'],
  direction: 'both',
  tlsVersion: 'possible',
} as const;

export const connection = defineErrors([
  {
    ...cut,
    id: 'connection-dropped-socket-error',
    forms: ['Connection dropped due to SocketError'],
    causes: { 'tls-version': 35, cipher: 10, certificate: 5, network: 30, undetermined: 20 },
  },
  {
    ...cut,
    id: 'connection-dropped-connection-reset',
    forms: ['Connection dropped due to ConnectionReset'],
    causes: { 'tls-version': 25, cipher: 10, certificate: 5, network: 40, undetermined: 20 },
  },
  {
    ...cut,
    id: 'connection-dropped-connection-aborted',
    forms: ['Connection dropped due to ConnectionAborted'],
    causes: { 'tls-version': 20, cipher: 5, certificate: 5, network: 45, undetermined: 25 },
  },
  {
    ...cut,
    id: 'connection-dropped-timed-out',
    forms: ['Connection dropped due to TimedOut'],
    causes: { 'tls-version': 10, network: 65, undetermined: 25 },
  },
  {
    ...cut,
    id: 'connection-dropped-timeout',
    forms: ['Connection dropped due to timeout'],
    causes: { 'tls-version': 5, network: 65, undetermined: 30 },
  },
  {
    ...cut,
    id: 'connection-dropped-other',
    forms: ['Connection dropped due to {reason:word}', 'Connection dropped'],
    causes: { 'tls-version': 15, network: 45, undetermined: 40 },
  },
  {
    id: 'suspicious-remote-server',
    forms: [
      'SMTPSEND.SuspiciousRemoteServerError',
      'remote server disconnected abruptly; retry will be delayed',
    ],
    smtp: ['451'],
    enhanced: ['4.4.0'],
    direction: 'both',
    tlsVersion: 'possible',
    causes: { 'tls-version': 30, cipher: 10, network: 35, undetermined: 25 },
  },
  {
    id: 'connection-timed-out',
    forms: ['Connection timed out'],
    smtp: ['421'],
    enhanced: ['4.4.1'],
    direction: 'send',
    tlsVersion: 'no',
    causes: { network: 55, certificate: 25, undetermined: 20 },
  },
  {
    id: 'unable-to-connect',
    forms: ['Unable to connect'],
    smtp: ['421'],
    enhanced: ['4.2.1'],
    direction: 'send',
    tlsVersion: 'no',
    causes: { network: 45, certificate: 30, undetermined: 25 },
  },
  {
    id: 'unable-to-connect-socket',
    forms: [
      'Unable to connect -> {reason:word}: Socket error code {socket:number}',
      'Failed to connect. Winsock error code: {socket:number}, Win32 error code: {win32:number}',
      'Failed to connect. Winsock error code: {socket:number}',
      'Failed connection to {host:text} ({reason:word}:{socket:word})',
      'Socket error code {socket:number}',
    ],
    smtp: ['421'],
    enhanced: ['4.2.1'],
    direction: 'both',
    tlsVersion: 'no',
    causes: { network: 100 },
  },
  {
    id: 'dns-query-failed',
    forms: [
      'DNS query failed. The error was: {reason:text}',
      'DNS query failed with error {reason:word}',
      'DNS query failed',
    ],
    smtp: ['451'],
    enhanced: ['4.4.0', '4.4.3', '4.4.4'],
    direction: 'send',
    tlsVersion: 'no',
    causes: { network: 100 },
  },
]);
