// Judges whether TLS 1.2 is in effect when others connect to this host: what taking mail from Exchange Online needs.
import { defineRule } from '../../engine/rule.ts';
import {
  exchangeTlsGuide,
  schannelProtocols,
  socketErrorArticle,
  tlsRegistrySettings,
} from '../references.ts';
import { judgeTls12 } from './tls12.ts';

export const tls12ServerEnabled = defineRule({
  id: 'schannel/tls12-server-enabled',
  affects: 'receiving',
  essential: true,
  needs: ['os', 'schannel'],
  references: [exchangeTlsGuide, tlsRegistrySettings, schannelProtocols, socketErrorArticle],
  evaluate: ({ os }, host) =>
    judgeTls12('schannel/tls12-server-enabled', host.protocol('TLS 1.2', 'Server'), os, host),
});
