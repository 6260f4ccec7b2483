// Hosts to which the rules about Schannel object.
import { schannelPath } from '../../src/facts/schannel.ts';
import { afterBoot, protocolKeys, registryKey, withProtocols, withSection } from '../example-facts.ts';
import { onWindows } from '../windows-facts.ts';
import type { RuleExamples } from './rule-example.ts';

const on = { Enabled: 1, DisabledByDefault: 0 };
const off = { Enabled: 0, DisabledByDefault: 1 };

export const schannelExamples: RuleExamples = {
  'schannel/tls12-client-enabled': () => withProtocols({ 'TLS 1.2': {}, 'TLS 1.2\\Client': off }),
  'schannel/tls12-server-enabled': () => onWindows('2008R2', withProtocols({})),
  'schannel/tls12-explicit': () => withProtocols({ 'TLS 1.2': {}, 'TLS 1.2\\Client': on }),
  'schannel/pending-restart': () =>
    withProtocols({ 'TLS 1.2\\Client': on, 'TLS 1.2\\Server': on }, afterBoot),
  'schannel/legacy-tls-enabled': () => withProtocols({ 'TLS 1.0\\Client': off, 'TLS 1.0\\Server': on }),
  'schannel/ssl-enabled': () => withProtocols({ 'SSL 3.0\\Client': off, 'SSL 3.0\\Server': on }),
  'schannel/tls13-supported': () =>
    onWindows('2019', withProtocols({ 'TLS 1.3\\Client': on, 'TLS 1.3\\Server': on })),
  'schannel/ghost-keys': () =>
    onWindows(
      '2008R2',
      withProtocols({ 'TLS 1,2': {}, 'TLS 1,2\\Client': on, 'TLS 1.2\\Server': on, 'TLS 1.2 \\Klient': on }),
    ),
  'schannel/ghost-values': () =>
    withProtocols({
      'TLS 1.2': { Enabled: 1 },
      'TLS 1.2\\Client': { Enabled: 0, DisablebyDefault: 0 },
      'TLS 1.2\\Server': on,
    }),
  'schannel/value-kinds': () =>
    withProtocols({
      'TLS 1.2\\Client': { Enabled: '1', DisabledByDefault: 0 },
      'TLS 1.2\\Server': { Enabled: 0xffffffff, DisabledByDefault: 0 },
    }),
  'schannel/healthchecker-label': () => onWindows('2008R2', withProtocols({})),
  'schannel/renegotiation': () =>
    withSection('schannel', { root: registryKey(schannelPath, { AllowInsecureRenegoClients: 1 }) }),
  'schannel/needed-algorithms': () =>
    withSection('schannel', {
      ciphers: [registryKey(`${schannelPath}\\Ciphers\\AES 256/256`, { Enabled: 0 })],
      keyExchangeAlgorithms: [
        registryKey(`${schannelPath}\\KeyExchangeAlgorithms\\Diffie-Hellman`, { Enabled: 0 }),
      ],
    }),
  'schannel/weak-algorithms': () =>
    withSection('schannel', {
      protocols: protocolKeys({ 'TLS 1.2\\Client': on, 'TLS 1.2\\Server': on }),
      ciphers: ['NULL', 'RC4 128/128'].map((name) =>
        registryKey(`${schannelPath}\\Ciphers\\${name}`, { Enabled: 0 }),
      ),
    }),
  'schannel/event-logging': () =>
    withSection('schannel', { root: registryKey(schannelPath, { EventLogging: 0 }) }),
};
