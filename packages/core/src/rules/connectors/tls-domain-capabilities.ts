// Judges whether a hybrid host trusts Office 365 on some Receive connector, so that mail of the organisation stays inner mail.
import type { HostView } from '../../engine/host-view.ts';
import { defineRule } from '../../engine/rule.ts';
import { isThisHost } from '../../part-in-mail/exchange-part.ts';
import { isExchange2010 } from '../../part-in-mail/transport-role.ts';
import { tlsDomainOf } from '../../reference/exchange-online.ts';
import type { Remedy } from '../../remediation/remedy.ts';
import { hybridRouting, setReceiveConnector } from '../mail-references.ts';
import { gapReason } from '../not-checked.ts';
import {
  type InboundConnector,
  inboundConnectors,
  receiveEvidence,
  receiveIdentity,
} from './receive-connectors.ts';
import { mailConnectors } from './send-connectors.ts';

export const tlsDomainCapabilities = defineRule({
  id: 'connectors/tls-domain-capabilities',
  affects: 'receiving',
  needs: ['connectors'],
  references: [hybridRouting, setReceiveConnector],
  evaluate: ({ connectors }, host) => {
    const inbound = inboundConnectors(host);
    const trusting = inbound.filter(({ reach }) => reach === 'hybrid');
    if (trusting.length > 0) return { verdict: 'pass', message: 'fine', evidence: trusting.map(shown) };
    const { hybrid } = connectors;
    if (!hybrid && host.gap('connectors', 'hybrid')) {
      const because = gapReason(host, 'connectors', 'hybrid');
      return { verdict: 'notChecked', message: 'hybridUnread', because };
    }
    const receivers = [...(hybrid?.receivingTransportServers ?? []), ...(hybrid?.edgeTransportServers ?? [])];
    if (!hybrid || !receivers.some((name) => isThisHost(name, host))) {
      return { verdict: 'notApplicable', message: 'none' };
    }
    if (host.gap('connectors', 'receive')) {
      return { verdict: 'notChecked', message: 'unread', because: gapReason(host, 'connectors', 'receive') };
    }
    const exchange = host.section('exchange');
    const granted = exchange && isExchange2010(exchange) ? 'AcceptOorgProtocol' : 'AcceptCloudServicesMail';
    const domain = domainOfCloud(hybrid.serviceInstance, host);
    const capability = `${domain ?? tlsDomainOf.worldwide}:${granted}`;
    return {
      verdict: 'warn',
      message: 'missing',
      params: { capability },
      evidence: inbound.map(shown),
      remedy: remedy(domain === null ? [] : inbound, capability, host),
    };
  },
});

function shown({ connector }: InboundConnector) {
  return receiveEvidence(connector, 'TlsDomainCapabilities', connector.tlsDomainCapabilities.join(', '));
}

/** Null when nothing tells the cloud; of the instances only 0 and 1 are documented. */
function domainOfCloud(instance: number | null, host: HostView): string | null {
  for (const { target } of mailConnectors(host)) {
    const [domain, ...others] = target?.tlsDomains ?? [];
    if (domain !== undefined && others.length === 0) return domain;
  }
  return instance === 1 ? tlsDomainOf.china : instance === 0 ? tlsDomainOf.worldwide : null;
}

/** Only a single connector needs no choice. */
function remedy(inbound: readonly InboundConnector[], capability: string, host: HostView): Remedy {
  const [only, ...more] = inbound;
  const id = 'connectors/tls-domain-capabilities#trust';
  if (!only || more.length > 0) {
    return { id, steps: [{ do: 'manual', step: 'hybridWizard' }] };
  }
  const identity = receiveIdentity(only.connector.name, host);
  const command = `Set-ReceiveConnector -Identity ${identity} -TlsDomainCapabilities @{Add='${capability}'}`;
  return { id, steps: [{ do: 'command', shell: 'exchange', command }] };
}
