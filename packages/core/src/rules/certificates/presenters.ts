// The connectors of this host that present a certificate to Office 365, and what each of them asks for.
import type { HostView } from '../../engine/host-view.ts';
import { perHost } from '../../engine/per-host.ts';
import { inboundConnectors } from '../connectors/receive-connectors.ts';
import { asServer, mailConnectors } from '../connectors/send-connectors.ts';

export interface Presenter {
  readonly connector: string;
  readonly cmdlet: 'SendConnector' | 'ReceiveConnector';
  readonly certificateName: string | null;
  readonly fqdn: string | null;
  /** Whether mail with Office 365 depends on this certificate, and this host surely uses the connector. */
  readonly decisive: boolean;
  /** Whether Office 365 goes by the certificate, so that its names and its chain count. */
  readonly identifies: boolean;
}

/**
 * Connectors to or from Office 365 whatever they say, and those for everybody only when they name a certificate:
 * others encrypt with the one that Exchange finds, and nobody asks whose it is.
 */
export const presenters: (host: HostView) => readonly Presenter[] = perHost(findPresenters);

function findPresenters(host: HostView): Presenter[] {
  const found: Presenter[] = [];
  for (const own of mailConnectors(host)) {
    const { connector, certain } = own;
    const identifies = asServer(own);
    if (!connector.enabled || connector.ignoreStartTls) continue;
    if (connector.tlsCertificateName === null && (!identifies || connector.fqdn === null)) continue;
    found.push({
      connector: connector.name,
      cmdlet: 'SendConnector',
      certificateName: connector.tlsCertificateName,
      fqdn: connector.fqdn,
      decisive: identifies && certain,
      identifies,
    });
  }
  for (const { connector, reach } of inboundConnectors(host)) {
    const identifies = reach !== 'open';
    if (connector.tlsCertificateName === null && (!identifies || connector.fqdn === null)) continue;
    found.push({
      connector: connector.name,
      cmdlet: 'ReceiveConnector',
      certificateName: connector.tlsCertificateName,
      fqdn: connector.fqdn,
      decisive: identifies,
      identifies,
    });
  }
  return found;
}
