// Which names belong to the host and its organisation, so that somebody else's trouble is not taken for its own.
import type { SendConnector } from '../facts/connectors.ts';
import type { HostFacts } from '../facts/host-facts.ts';

export interface OwnNames {
  /** Certainly somebody else's: a known mail provider, or no name of the organisation whose names are known. */
  isForeign(peer: string): boolean;
  /** Known to be the organisation's own. */
  isOwn(peer: string): boolean;
  readonly sendConnectors: readonly SendConnector[];
}

/** Domains in which large providers and filters have their mail servers. */
const providers: readonly string[] = [
  'yahoodns.net',
  'google.com',
  'googlemail.com',
  'icloud.com',
  'comcast.net',
  'bigpond.com',
  'gmx.net',
  'web.de',
  'mail.ru',
  'yandex.ru',
  'qq.com',
  't-online.de',
  'aol.com',
  'zoho.com',
  'messagingengine.com',
  'protonmail.ch',
  'outlook.com',
  'hotmail.com',
];

export function ownNames(facts: HostFacts | undefined): OwnNames {
  const own = facts ? namesOf(facts) : new Set<string>();
  const connectors = facts?.sections.connectors;
  // Only the accepted domains tell all names of an organisation.
  const areAllKnown = connectors?.status === 'read' && connectors.data.acceptedDomains.length > 0;
  const isOwn = (peer: string): boolean => isBelow(peer, own);
  return {
    isOwn,
    isForeign: (peer) => {
      if (isOwn(peer)) return false;
      if (isBelow(peer, providers)) return true;
      return areAllKnown && isPublicName(peer);
    },
    sendConnectors: connectors?.status === 'read' ? connectors.data.send : [],
  };
}

function namesOf(facts: HostFacts): Set<string> {
  const names = new Set<string>();
  const add = (name: string | null | undefined): void => {
    const plain = name?.toLowerCase().replace(/^\*\.|\.$/g, '');
    if (plain) names.add(plain);
  };
  add(facts.host.name);
  add(facts.host.domain);
  const { connectors, certificates } = facts.sections;
  if (connectors.status === 'read') {
    for (const { name } of connectors.data.acceptedDomains) add(name);
    for (const { fqdn } of connectors.data.receive) add(fqdn);
    for (const { fqdn } of connectors.data.send) add(fqdn);
    add(connectors.data.hybrid?.onPremisesSmartHost);
    for (const domain of connectors.data.hybrid?.domains ?? []) add(domain);
  }
  if (certificates.status === 'read') {
    for (const certificate of certificates.data.personal) for (const name of certificate.names) add(name);
  }
  return names;
}

function isBelow(name: string, domains: ReadonlySet<string> | readonly string[]): boolean {
  const known = domains instanceof Set ? domains : new Set(domains);
  let rest = name.toLowerCase().replace(/\.$/, '');
  for (;;) {
    if (known.has(rest)) return true;
    const dot = rest.indexOf('.');
    if (dot < 0) return false;
    rest = rest.slice(dot + 1);
  }
}

/** An address tells nothing: the organisation's own is not among the facts. */
function isPublicName(peer: string): boolean {
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}$/i.test(peer);
}
