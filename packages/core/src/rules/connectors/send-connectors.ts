// The Send connectors by which this host's mail reaches Office 365, and the frame in which each rule judges them.
import type { Evidence, Outcome } from '../../engine/finding.ts';
import type { HostView } from '../../engine/host-view.ts';
import { perHost } from '../../engine/per-host.ts';
import type { SendConnector } from '../../facts/connectors.ts';
import { usedHere } from '../../part-in-mail/exchange-part.ts';
import { routedConnectors, smtpSpaces } from '../../part-in-mail/send-route.ts';
import { hasTransport, isEdge } from '../../part-in-mail/transport-role.ts';
import { type ExchangeOnlineHost, exchangeOnlineHost } from '../../reference/exchange-online.ts';
import { quotePowerShell } from '../../remediation/powershell-quote.ts';
import type { Remedy, Step } from '../../remediation/remedy.ts';
import { gapReason } from '../not-checked.ts';

export interface MailConnector {
  readonly connector: SendConnector;
  /** `internet`: all domains by DNS, the tenants of Office 365 among them. */
  readonly route: 'office365' | 'internet';
  /** The name by which the route was recognised; null for `internet`. */
  readonly target: ExchangeOnlineHost | null;
  /** False when it could not be told whether this host uses the connector. */
  readonly certain: boolean;
}

/** Enabled and disabled ones that this host uses, or may use, to reach Office 365. */
export const mailConnectors: (host: HostView) => readonly MailConnector[] = perHost(findMailConnectors);

function findMailConnectors(host: HostView): MailConnector[] {
  const found: MailConnector[] = [];
  if (hasTransport(host) === 'no') return found;
  for (const { connector, route } of routedConnectors(host)) {
    if (route !== 'office365' && route !== 'internet') continue;
    const used = usedHere(connector, host);
    if (used === false) continue;
    found.push({ connector, route, target: findTarget(connector), certain: used === true });
  }
  return found;
}

function findTarget(connector: SendConnector): ExchangeOnlineHost | null {
  const names = connector.smartHosts.length > 0 ? connector.smartHosts : smtpSpaces(connector);
  for (const name of names) {
    const target = exchangeOnlineHost(name);
    if (target) return target;
  }
  return null;
}

/** Whether the connector speaks to the mail hosts of Office 365 as a server, and not as an authenticated client. */
export function asServer({ target }: MailConnector): boolean {
  return target?.kind === 'mx' || target?.kind === 'routingDomain';
}

/** Messages that every rule about Send connectors has. */
export type FrameMessage = 'fine' | 'none' | 'unread';

/**
 * Judges each chosen connector. Without an objection it is one pass, with the named property of each as proof; without
 * a connector the rule does not apply; a list that was not read completely is not checked, whatever the rest says.
 */
export function judgeEach<K extends string>(
  host: HostView,
  chosen: readonly MailConnector[],
  shown: SendProperty,
  judge: (own: MailConnector) => Outcome<K> | undefined,
): Outcome<K | FrameMessage> | readonly Outcome<K | FrameMessage>[] {
  const outcomes: Outcome<K | FrameMessage>[] = [];
  for (const own of chosen) {
    const outcome = judge(own);
    if (outcome) outcomes.push(outcome);
  }
  if (host.gap('connectors', 'send')) {
    outcomes.push({
      verdict: 'notChecked',
      message: 'unread',
      because: gapReason(host, 'connectors', 'send'),
    });
  }
  if (outcomes.length > 0) return outcomes;
  if (chosen.length === 0) return { verdict: 'notApplicable', message: 'none' };
  const evidence = chosen.map(({ connector }) => sendEvidence(connector, shown));
  return { verdict: 'pass', message: 'fine', evidence };
}

const propertyNames = {
  enabled: 'Enabled',
  requireTls: 'RequireTLS',
  ignoreStartTls: 'IgnoreSTARTTLS',
  tlsAuthLevel: 'TlsAuthLevel',
  tlsDomain: 'TlsDomain',
  tlsCertificateName: 'TlsCertificateName',
  cloudServicesMailEnabled: 'CloudServicesMailEnabled',
  fqdn: 'Fqdn',
  protocolLogging: 'ProtocolLoggingLevel',
} as const satisfies Partial<Record<keyof SendConnector, string>>;
export type SendProperty = keyof typeof propertyNames;

export function sendEvidence(connector: SendConnector, property: SendProperty, expected?: string): Evidence {
  const evidence: Evidence = {
    source: `Get-SendConnector ${connector.name}`,
    name: propertyNames[property],
    value: shownValue(connector[property]),
  };
  if (expected !== undefined) evidence.expected = expected;
  return evidence;
}

/** As Exchange prints it. */
function shownValue(value: boolean | string | null): string | null {
  return typeof value === 'boolean' ? (value ? 'True' : 'False') : value;
}

/** A remedy that sets properties of one Send connector; the rule brings the words `steps.onEdge`. */
export function setSend(
  id: string,
  { name }: SendConnector,
  settings: string,
  host: HostView,
  before: readonly Step[] = [],
): Remedy {
  const command = `Set-SendConnector -Identity ${quotePowerShell(name)} ${settings}`;
  // A subscribed Edge server takes its Send connectors from the organisation and lets nobody change them.
  const edge: Step[] = isEdge(host) ? [{ do: 'manual', step: 'onEdge' }] : [];
  return {
    id,
    params: { connector: name },
    steps: [...before, ...edge, { do: 'command', shell: 'exchange', command }],
  };
}
