// Judges whether the logs that tell why mail with Office 365 fails are written.
import type { Outcome } from '../../engine/finding.ts';
import type { HostView } from '../../engine/host-view.ts';
import { defineRule } from '../../engine/rule.ts';
import type { TransportService } from '../../facts/connectors.ts';
import { quotePowerShell } from '../../remediation/powershell-quote.ts';
import { inboundConnectors, receiveEvidence, receiveIdentity } from '../connectors/receive-connectors.ts';
import { mailConnectors, sendEvidence, setSend } from '../connectors/send-connectors.ts';
import { protocolLoggingGuide } from '../mail-references.ts';

type Message = 'fine' | 'none' | 'sendOff' | 'receiveOff' | 'connectivityOff';

export const protocolLogging = defineRule({
  id: 'logging/protocol-logging',
  affects: 'hygiene',
  needs: ['connectors'],
  references: [
    protocolLoggingGuide,
    'https://learn.microsoft.com/exchange/mail-flow/transport-logs/connectivity-logging',
  ],
  evaluate: ({ connectors }, host) => {
    const outcomes: Outcome<Message>[] = [];
    const sending = mailConnectors(host).filter(({ connector }) => connector.enabled);
    const receiving = inboundConnectors(host);
    if (sending.length === 0 && receiving.length === 0) return { verdict: 'notApplicable', message: 'none' };
    for (const { connector, route } of sending) {
      if (!isOff(connector.protocolLogging)) continue;
      const about = {
        message: 'sendOff',
        params: { connector: connector.name },
        subject: connector.name,
        evidence: [sendEvidence(connector, 'protocolLogging', 'Verbose')],
      } as const;
      // A log of all mail to the Internet is large, and its absence often a decision.
      if (route === 'internet') outcomes.push({ verdict: 'info', ...about });
      else {
        const id = 'logging/protocol-logging#verbose';
        const remedy = setSend(id, connector, '-ProtocolLoggingLevel Verbose', host);
        outcomes.push({ verdict: 'warn', ...about, remedy });
      }
    }
    for (const { connector } of receiving) {
      if (!isOff(connector.protocolLogging)) continue;
      const identity = receiveIdentity(connector.name, host);
      outcomes.push({
        verdict: 'warn',
        message: 'receiveOff',
        params: { connector: connector.name },
        subject: connector.name,
        evidence: [receiveEvidence(connector, 'ProtocolLoggingLevel', connector.protocolLogging, 'Verbose')],
        remedy: remedy('verbose', `Set-ReceiveConnector -Identity ${identity} -ProtocolLoggingLevel Verbose`),
      });
    }
    for (const service of connectors.transport) {
      if (service.connectivityLogEnabled === false) outcomes.push(connectivity(service, host));
    }
    return outcomes.length > 0 ? outcomes : { verdict: 'pass', message: 'fine' };
  },
});

function isOff(level: string | null): boolean {
  return level?.toLowerCase() === 'none';
}

/** Only these are put into a command: the text of the facts may be anything. */
const setters: Readonly<Record<string, string>> = {
  'Get-TransportService': 'Set-TransportService',
  'Get-FrontendTransportService': 'Set-FrontendTransportService',
  'Get-MailboxTransportService': 'Set-MailboxTransportService',
  'Get-TransportServer': 'Set-TransportServer',
};

function connectivity({ source }: TransportService, host: HostView): Outcome<Message> {
  const setter = Object.hasOwn(setters, source) ? setters[source] : undefined;
  const identity = quotePowerShell(host.facts.host.name);
  return {
    verdict: 'warn',
    message: 'connectivityOff',
    params: { service: source },
    subject: source,
    evidence: [{ source, name: 'ConnectivityLogEnabled', value: 'False', expected: 'True' }],
    ...(setter === undefined
      ? {}
      : { remedy: remedy('connectivity', `${setter} -Identity ${identity} -ConnectivityLogEnabled $true`) }),
  };
}

function remedy(name: 'verbose' | 'connectivity', command: string) {
  return {
    id: `logging/protocol-logging#${name}`,
    steps: [{ do: 'command', shell: 'exchange', command } as const],
  };
}
