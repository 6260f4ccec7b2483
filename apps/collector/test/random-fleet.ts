// A fleet by chance, as rows straight for the tables: small for comparing with naive counts, big for measuring.
import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { splitFacts } from '@mailflow-tls/contract';
import { type HostState, hostStates, rules, type Verdict } from '@mailflow-tls/core';
import type { Insertable } from 'kysely';
import { exampleFacts } from '../../../packages/core/test/example-facts.ts';
import type { Database } from '../src/store/schema.ts';

/** Mulberry32: small, seeded, the same everywhere. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Rows<T extends keyof Database> = Insertable<Database[T]>[];

export interface RandomFleet {
  hosts: Rows<'hosts'>;
  host_tags: Rows<'host_tags'>;
  host_findings: Rows<'host_findings'>;
  host_changes: Rows<'host_changes'>;
  host_peers: Rows<'host_peers'>;
  host_errors: Rows<'host_errors'>;
  host_queues: Rows<'host_queues'>;
  host_days: Rows<'host_days'>;
  fleet_days: Rows<'fleet_days'>;
  rule_days: Rows<'rule_days'>;
  facts: Rows<'facts'>;
  facts_sections: Rows<'facts_sections'>;
  sections: Rows<'sections'>;
  reports: Rows<'reports'>;
}

export interface FleetOptions {
  hosts: number;
  seed: number;
  now: number;
  /** Days of history. */
  days: number;
  /** Used in names wherever a host may choose them. */
  strings?: readonly string[];
  /** Share of hosts with something wrong; the rest only has notes. */
  broken?: number;
}

const dayMs = 86_400_000;
const windowsNames = [
  'Windows Server 2012 R2',
  'Windows Server 2016',
  'Windows Server 2019',
  'Windows Server 2022',
  null,
];
const exchangeNames = ['Exchange 2016 CU23', 'Exchange 2019 CU13', 'Exchange 2019 CU14', 'Exchange SE', null];
const parts = [
  'sendsDirectly receives',
  'sendsDirectly',
  'receives',
  'throughEdgeOrSmartHost',
  'none',
  'unknown',
];
const causes = ['tls-version', 'certificate', 'network', 'connector', null];
const errorIds = ['tls-negotiation-other', 'starttls-not-offered', 'unrecognised'];
const kinds: readonly Verdict[] = ['fail', 'warn', 'notChecked', 'info'];
const protocolNames = ['TLS 1.2', 'TLS 1.0', 'clear text', 'failed'];

export function randomFleet({
  hosts: count,
  seed,
  now,
  days,
  strings,
  broken = 0.3,
}: FleetOptions): RandomFleet {
  const chance = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T; // lists are never empty
  const integer = (below: number): number => Math.floor(chance() * below);
  const word = (plain: string): string =>
    strings && chance() < 0.5 ? pick(strings).toWellFormed().replaceAll('\0', '␀') : plain;
  const fleet: RandomFleet = {
    hosts: [],
    host_tags: [],
    host_findings: [],
    host_changes: [],
    host_peers: [],
    host_errors: [],
    host_queues: [],
    host_days: [],
    fleet_days: [],
    rule_days: [],
    ...sharedFacts(),
    reports: [],
  };
  const domains = Array.from({ length: 12 }, (_, index) => word(`site${index}.example`)).filter(Boolean);
  const tags = Array.from({ length: 15 }, (_, index) => word(`tag-${index}`));
  const ruleIds = rules.map((rule) => rule.id);
  const start = now - days * dayMs;
  let changeId = 0;
  for (let id = 1; id <= count; id++) {
    const isBroken = chance() < broken;
    const reported = chance() < 0.98;
    const state: HostState | null = !reported ? null : isBroken ? pick(hostStates.slice(0, 4)) : 'ready';
    const windows = reported ? pick(windowsNames) : null;
    const exchange = reported ? pick(exchangeNames) : null;
    const domain = chance() < 0.1 ? null : pick(domains);
    const own = new Set(Array.from({ length: integer(4) }, () => pick(tags)));
    const name = `${word('EX')}${String(id).padStart(6, '0')}`.slice(0, 255);
    for (const tag of own) fleet.host_tags.push({ host_id: id, tag });
    const silent = chance() < 0.03;
    const stateSince = start + integer(days * dayMs);
    fleet.hosts.push({
      id,
      key_id: `key-${String(id).padStart(18, '0')}`,
      public_key: Buffer.from(`public key of host ${id}`.padEnd(44)),
      name,
      domain,
      search: [name, domain, ...own, windows, exchange]
        .filter((text) => text !== null)
        .join(' ')
        .toLowerCase(),
      status: pick([
        'active',
        'active',
        'active',
        'active',
        'active',
        'active',
        'active',
        'active',
        'waiting',
        'revoked',
      ]),
      token_id: null,
      enrolled_at: start,
      decided_at: null,
      decided_by: null,
      label: null,
      first_report_at: reported ? start + integer(days * dayMs) : null,
      last_report_at: reported ? now - (silent ? 2 * dayMs : 0) - integer(3_600_000) : null,
      last_report_id: reported ? reportId(id) : null,
      last_made_at: reported ? now - integer(3_600_000) : null,
      clock_skew_ms: reported ? integer(2000) - 1000 : null,
      facts_id: reported ? 1 + (id % 3) : null,
      facts_since: reported ? stateSince : null,
      state,
      state_since: reported ? stateSince : null,
      reason: state,
      part: reported ? pick(parts) : null,
      rank: state === null ? 99 : hostStates.indexOf(state),
      open_problems: 0,
      waived_problems: 0,
      windows,
      exchange,
      agent_version: reported ? pick(['0.1.0', '0.1.1', '0.2.0']) : null,
      core_version: reported ? '0.1.0' : null,
      judged_at: reported ? now : null,
      silent_since: silent ? now - dayMs : null,
      lost: null,
      finding_set_id: null,
    });
    if (!reported) continue;
    fleet.reports.push({
      id: reportId(id),
      host_id: id,
      received_at: now,
      made_at: now,
      facts_id: 1 + (id % 3),
      via: 'https',
    });
    // Hosts of one kind share what they are told; only some have findings of their own.
    const kind = chance() < 0.9 ? seeded(integer(400)) : chance;
    for (const rule of ruleIds) {
      if (kind() > (isBroken ? 0.14 : 0.08)) continue;
      const verdict = isBroken ? (kinds[Math.floor(kind() * 4)] ?? 'fail') : 'info';
      const counts = verdict === 'fail' || verdict === 'warn' ? 1 : 0;
      fleet.host_findings.push({
        host_id: id,
        rule_id: rule,
        verdict,
        counts,
        since: stateSince,
        waiver_id: null,
      });
    }
    if (chance() < 0.4) {
      let at = start;
      let before: HostState = pick(hostStates);
      while (chance() < 0.6) {
        at += 1 + integer(((now - at) / 3) | 0 || 1);
        const after = pick(hostStates);
        if (after === before) continue;
        fleet.host_changes.push({
          id: ++changeId,
          host_id: id,
          at,
          kind: 'state',
          subject: null,
          before,
          after,
          report_id: null,
        });
        before = after;
      }
    }
    for (let peer = integer(5); peer > 0; peer--) fleet.host_peers.push(peerRow(id, peer));
    if (isBroken) {
      for (let day = 0; day < days; day++) {
        if (chance() > 0.15) continue;
        const at = new Date(now - day * dayMs).toISOString().slice(0, 10);
        fleet.host_errors.push(errorRow(id, at));
      }
      if (chance() < 0.2) {
        fleet.host_queues.push({
          host_id: id,
          identity: `${name}\\3`,
          next_hop: word('contoso.mail.protection.outlook.com'),
          status: 'Retry',
          messages: integer(500),
          last_error: word('451 4.7.5 failed'),
          error_id: pick([...errorIds, null]),
          at: now,
        });
      }
    }
  }
  for (let day = 0; day < days; day++) {
    const at = new Date(now - day * dayMs).toISOString().slice(0, 10);
    for (const state of hostStates) fleet.fleet_days.push({ day: at, state, hosts: integer(count) });
    for (const rule of ruleIds) {
      for (const verdict of kinds)
        fleet.rule_days.push({ day: at, rule_id: rule, verdict, hosts: integer(count) });
    }
  }
  return fleet;

  function peerRow(host: number, number: number): Insertable<Database['host_peers']> {
    const protocols: Record<string, number> = {};
    let sessions = 0;
    for (const protocol of protocolNames) {
      if (chance() < 0.5) continue;
      protocols[protocol] = 1 + integer(1000);
      sessions += protocols[protocol] ?? 0;
    }
    const seen = chance() < 0.9;
    return {
      host_id: host,
      direction: pick(['send', 'receive']),
      connector: word(`Connector ${number}`) + number,
      peer: `192.0.2.${integer(count < 1000 ? 20 : 250)}`,
      names: JSON.stringify([word('mx.partner.example')]),
      office365: chance() < 0.4 ? 1 : 0,
      sessions,
      protocols: JSON.stringify(protocols),
      encrypted: integer(5000),
      clear: chance() < 0.2 ? integer(100) : 0,
      refused: integer(10),
      cut_off: pick(['all', 'some', null, null, null]),
      first_seen: seen ? start : null,
      last_seen: seen ? now - integer(dayMs) : null,
    };
  }

  function errorRow(host: number, day: string): Insertable<Database['host_errors']> {
    return {
      host_id: host,
      day,
      error_id: pick(errorIds),
      cause: pick(causes),
      direction: pick(['send', 'receive', null]),
      connector: word(`Connector ${integer(5)}`),
      peer: `192.0.2.${integer(250)}`,
      count: 1 + integer(50),
      example: word('454 4.7.0 TLS not available'),
    };
  }
}

function reportId(host: number): Uint8Array {
  const id = Buffer.alloc(16);
  id.writeUIntBE(1_790_000_000_000, 0, 6);
  id[6] = 0x70;
  id[8] = 0x80;
  id.writeUInt32BE(host, 12);
  return id;
}

/** Three sets of real facts: TLS 1.2 on, off, and not read. */
function sharedFacts(): Pick<RandomFleet, 'facts' | 'facts_sections' | 'sections'> {
  const shared: Pick<RandomFleet, 'facts' | 'facts_sections' | 'sections'> = {
    facts: [],
    facts_sections: [],
    sections: [],
  };
  const known = new Map<string, number>();
  for (let id = 1; id <= 3; id++) {
    const facts = exampleFacts();
    const { schannel } = facts.sections;
    if (id === 2 && schannel.status === 'read') {
      for (const key of schannel.data.protocols) {
        if (key.path.endsWith('TLS 1.2\\Client'))
          for (const value of key.values) value.data = value.name === 'Enabled' ? 0 : 1;
      }
    }
    if (id === 3) facts.sections.schannel = { status: 'unread', reason: 'denied', code: '0x80070005' };
    const { run, sections } = splitFacts(facts);
    shared.facts.push({
      id,
      digest: createHash('sha256').update(`facts ${id}`).digest(),
      run: JSON.stringify({
        schemaVersion: run.schemaVersion,
        gatherer: run.gatherer,
        host: run.host,
        label: run.label,
      }),
      created_at: 1,
      last_used_at: null,
    });
    for (const { name, text } of sections) {
      let section = known.get(text);
      if (section === undefined) {
        section = known.size + 1;
        known.set(text, section);
        shared.sections.push({
          id: section,
          digest: createHash('sha256').update(text).digest(),
          name,
          content: deflateRawSync(text),
          size: text.length,
        });
      }
      shared.facts_sections.push({ facts_id: id, name, section_id: section });
    }
  }
  return shared;
}
