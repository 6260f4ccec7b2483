// Judges whether TLS 1.2 is in effect when this host opens connections: what handing mail to Exchange Online needs.
import { defineRule } from '../../engine/rule.ts';
import {
  exchangeTlsGuide,
  schannelProtocols,
  socketErrorArticle,
  tlsRegistrySettings,
} from '../references.ts';
import { judgeTls12 } from './tls12.ts';

export const tls12ClientEnabled = defineRule({
  id: 'schannel/tls12-client-enabled',
  affects: 'sending',
  essential: true,
  needs: ['os', 'schannel'],
  references: [exchangeTlsGuide, tlsRegistrySettings, schannelProtocols, socketErrorArticle],
  evaluate: ({ os }, host) =>
    judgeTls12('schannel/tls12-client-enabled', host.protocol('TLS 1.2', 'Client'), os, host),
});
