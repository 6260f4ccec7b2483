// Who exchanges mail with a simulated host, and what its logs and queues say of it.
import type { HostFacts, SectionData } from '@mailflow-tls/core';
import { withSection } from '../../core/test/example-facts.ts';
import type { Random } from './random.ts';

type MailLogs = SectionData<'mailLogs'>;
type Peer = MailLogs['peers'][number];

/** Partners and devices that a whole organisation shares; they meet many hosts. */
const partners = [
  { peer: '203.0.113.25', name: 'mx1.fabrikam.example', protocol: 'TLS 1.2' },
  { peer: '203.0.113.77', name: 'mail.tailspin.example', protocol: 'TLS 1.0' },
  { peer: '198.51.100.14', name: 'gw.northwind.example', protocol: 'TLS 1.1' },
  { peer: '198.51.100.90', name: 'smtp.adatum.example', protocol: 'clear text' },
  { peer: '10.20.0.51', name: 'scanner-lobby', protocol: 'TLS 1.0' },
  { peer: '10.20.0.52', name: 'ups-monitor', protocol: 'clear text' },
  { peer: '10.20.3.7', name: 'erp-batch', protocol: 'TLS 1.0' },
  { peer: '192.0.2.140', name: 'mx.woodgrove.example', protocol: 'TLS 1.3' },
] as const;

/** The host's own choice of partners, with what they have sent so far. */
export function withPeers(facts: HostFacts, now: Date, random: Random): HostFacts {
  const { mailLogs } = facts.sections;
  if (mailLogs.status === 'unread') return facts;
  const office = mailLogs.data.peers;
  const chosen = partners.filter(() => random.chance(0.4)).map((partner) => peerOf(partner, now, random));
  return withMailLogs(facts, [...office, ...chosen], now);
}

/** More mail with the same peers, as an hour of it adds. */
export function withMoreMail(facts: HostFacts, now: Date, random: Random): HostFacts {
  const { mailLogs } = facts.sections;
  if (mailLogs.status === 'unread') return facts;
  const peers = mailLogs.data.peers.map((peer) => grown(peer, random.between(0, 60), now));
  return withMailLogs(facts, peers, now);
}

/** A queue to Office 365 that cannot be emptied, as a host without TLS 1.2 has it. */
export function withStuckQueue(facts: HostFacts, messages: number, now: Date): HostFacts {
  const { queues } = facts.sections;
  if (queues.status === 'unread') return facts;
  const stuck: SectionData<'queues'>['queues'][number] = {
    identity: `${facts.host.name}\\3`,
    deliveryType: 'SmartHostConnectorDelivery',
    nextHopDomain: 'contoso.mail.onmicrosoft.com',
    nextHopConnector: null,
    tlsDomain: 'mail.protection.outlook.com',
    status: 'Retry',
    messageCount: messages,
    retryCount: 12,
    lastError:
      '[{LED=421 4.4.2 Connection dropped due to SocketError};{MSG=};{FQDN=contoso.mail.protection.outlook.com};{IP=52.101.8.36}]',
    firstRetryTime: now.toISOString(),
    lastRetryTime: now.toISOString(),
    nextRetryTime: now.toISOString(),
  };
  return withSection('queues', { queues: messages === 0 ? [] : [stuck], messages }, [], facts);
}

function peerOf({ peer, name, protocol }: (typeof partners)[number], now: Date, random: Random): Peer {
  const sessions = random.between(1, 4000);
  const clear = protocol === 'clear text';
  return {
    peer,
    names: [name],
    connector: 'Default Frontend',
    direction: 'receive',
    office365: false,
    sessions,
    protocols: { [protocol]: sessions },
    messages: { encrypted: clear ? 0 : sessions, clear: clear ? sessions : 0, refused: 0 },
    cutOff: protocol === 'TLS 1.0' || protocol === 'TLS 1.1' ? 'all' : null,
    firstSeen: new Date(now.getTime() - 30 * 24 * 3_600_000).toISOString(),
    lastSeen: now.toISOString(),
  };
}

function grown(peer: Peer, more: number, now: Date): Peer {
  const [protocol = 'TLS 1.2'] = Object.keys(peer.protocols);
  const { encrypted, clear, refused } = peer.messages;
  const isClear = protocol === 'clear text';
  return {
    ...peer,
    sessions: peer.sessions + more,
    protocols: { ...peer.protocols, [protocol]: (peer.protocols[protocol] ?? 0) + more },
    messages: { encrypted: encrypted + (isClear ? 0 : more), clear: clear + (isClear ? more : 0), refused },
    lastSeen: more > 0 ? now.toISOString() : peer.lastSeen,
  };
}

function withMailLogs(facts: HostFacts, peers: Peer[], now: Date): HostFacts {
  const protocols: Record<string, number> = {};
  const messages = { encrypted: 0, clear: 0, refused: 0 };
  for (const peer of peers) {
    for (const [name, count] of Object.entries(peer.protocols))
      protocols[name] = (protocols[name] ?? 0) + count;
    messages.encrypted += peer.messages.encrypted;
    messages.clear += peer.messages.clear;
  }
  const sessions = peers.reduce((sum, peer) => sum + peer.sessions, 0);
  return withSection('mailLogs', { peers, protocols, messages, sessions, to: now.toISOString() }, [], facts);
}
