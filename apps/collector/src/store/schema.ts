// The tables of the store, the same on SQLite and PostgreSQL. Times are milliseconds since 1970 (UTC), days are `2026-11-24`.
import type { HostState, Verdict } from '@mailflow-tls/core';
import type { Generated } from 'kysely';

export interface Database {
  hosts: HostsTable;
  host_tags: { host_id: number; tag: string };
  reports: ReportsTable;
  facts: FactsTable;
  facts_sections: { facts_id: number; name: string; section_id: number };
  sections: SectionsTable;
  judgements: JudgementsTable;
  host_findings: HostFindingsTable;
  host_changes: HostChangesTable;
  host_peers: HostPeersTable;
  host_errors: HostErrorsTable;
  host_queues: HostQueuesTable;
  host_days: HostDaysTable;
  fleet_days: { day: string; state: HostState; hosts: number };
  rule_days: { day: string; rule_id: string; verdict: Verdict; hosts: number };
  finding_sets: FindingSetsTable;
  fleet_peers: FleetPeersTable;
  fleet_errors: FleetErrorsTable;
  rollups: { name: string; made_at: number; took_ms: number };
  enrolment_tokens: EnrolmentTokensTable;
  refusals: RefusalsTable;
  waivers: WaiversTable;
  alert_channels: AlertChannelsTable;
  alerts: AlertsTable;
  outbox: OutboxTable;
  users: UsersTable;
  sessions: UserSessionsTable;
  api_tokens: ApiTokensTable;
  one_time_links: OneTimeLinksTable;
  audit_log: AuditLogTable;
  leases: { name: string; holder: string; until: number };
  settings: { key: string; value: string };
}

export type HostStatus = 'waiting' | 'active' | 'revoked';

export interface HostsTable {
  id: Generated<number>;
  /** Of its key: two rows may bear one name (a clone, a reinstallation that waits). */
  key_id: string;
  /** SPKI, DER. */
  public_key: Uint8Array;
  name: string;
  domain: string | null;
  /** Lower case, for search: name, domain, tags, Windows and Exchange. */
  search: string;
  status: HostStatus;
  token_id: number | null;
  enrolled_at: number;
  /** When a person or a token's mode decided on it. */
  decided_at: number | null;
  decided_by: string | null;
  label: string | null;
  /** By the collector's clock. */
  first_report_at: number | null;
  last_report_at: number | null;
  last_report_id: Uint8Array | null;
  /** By the host's clock. */
  last_made_at: number | null;
  /** The host's clock minus the collector's at the last report, milliseconds. */
  clock_skew_ms: number | null;
  facts_id: number | null;
  /** When the facts last changed. */
  facts_since: number | null;
  /** As the newest core of this collector judges the newest facts; null before the first report. */
  state: HostState | null;
  state_since: number | null;
  /** `key` of the report's reason. */
  reason: string | null;
  /** Parts in mail, e.g. `sendsDirectly receives`. */
  part: string | null;
  /** Position in `hostStates` (worst first), for sorting and paging; 99 before the first report. */
  rank: number;
  /** Findings that count and no waiver covers; and those that a waiver covers. */
  open_problems: number;
  waived_problems: number;
  /** E.g. `Windows Server 2019`, `Exchange 2019 CU14`. */
  windows: string | null;
  exchange: string | null;
  agent_version: string | null;
  /** The core that judged on this side. */
  core_version: string | null;
  judged_at: number | null;
  /** Set while the host counts as silent. */
  silent_since: number | null;
  /** JSON of the last report's `lost`; null when nothing was lost. */
  lost: string | null;
  /** All that `host_findings` holds of it, as one set; null when it holds nothing. Written by `applyWaivers`. */
  finding_set_id: number | null;
}

/** Findings as many hosts have them together, kept once per content, never changed: counting by rule counts hosts by set. */
export interface FindingSetsTable {
  id: Generated<number>;
  /** SHA-256 of the content. */
  digest: Uint8Array;
  /** JSON: `[rule, verdict, counts, waived]`, by rule. */
  content: string;
}

/** Usage by peer over all active hosts, rolled up by a job. */
export interface FleetPeersTable {
  peer: string;
  direction: 'send' | 'receive';
  names: string;
  office365: 0 | 1;
  hosts: number;
  sessions: number;
  /** JSON: `TLS 1.2`, `clear text`, … → sessions. */
  protocols: string;
  encrypted: number;
  clear: number;
  refused: number;
  /** Hosts on which all or some of its sessions would be cut off without TLS 1.0 and 1.1. */
  cut_off_all: number;
  cut_off_some: number;
  first_seen: number | null;
  last_seen: number | null;
}

/** Errors by day over all active hosts, rolled up by a job. */
export interface FleetErrorsTable {
  day: string;
  error_id: string;
  cause: string | null;
  direction: 'send' | 'receive' | null;
  connector: string;
  peer: string;
  hosts: number;
  count: number;
  example: string;
}

export interface ReportsTable {
  /** The 16 bytes of the UUID. */
  id: Uint8Array;
  host_id: number;
  /** By the collector's clock; it counts. */
  received_at: number;
  /** By the host's clock. */
  made_at: number;
  facts_id: number;
  via: 'https' | 'share' | 'file';
}

/** One set of sections as one host had them at one time; kept once per content. */
export interface FactsTable {
  id: Generated<number>;
  /** SHA-256 over the names and digests of the sections and the run facts that are kept. */
  digest: Uint8Array;
  /** JSON: `schemaVersion`, `gatherer`, `host`, `label`: what else the facts need to be whole again. */
  run: string;
  created_at: number;
  /** When a host last left these facts for others, or sent a late report of them; null while no host ever did. */
  last_used_at: number | null;
}

export interface SectionsTable {
  id: Generated<number>;
  /** SHA-256 of the text. */
  digest: Uint8Array;
  name: string;
  /** The section's JSON text, deflate-raw. */
  content: Uint8Array;
  /** Bytes of the text. */
  size: number;
}

/** What one core said of one set of facts. */
export interface JudgementsTable {
  facts_id: number;
  core: string;
  judged_at: number;
  state: HostState;
  reason: string;
  /** JSON: rule id → verdict, without `pass` and `notApplicable`. */
  verdicts: string;
}

/** The present verdict of a rule on a host when it is neither `pass` nor `notApplicable`. */
export interface HostFindingsTable {
  host_id: number;
  rule_id: string;
  verdict: Verdict;
  /** Whether it counts for the host's state (not hygiene, `warn`, `fail` or an essential `notChecked`). */
  counts: 0 | 1;
  since: number;
  waiver_id: number | null;
}

/** History as a line of changes. */
export interface HostChangesTable {
  id: Generated<number>;
  host_id: number;
  at: number;
  /** `state`, `rule` (subject is the rule), `enrolled`, `approved`, `revoked`, `restarted`, `name`, `facts` (subject is the section), `core`, `silent`, `back`. */
  kind: string;
  subject: string | null;
  before: string | null;
  after: string | null;
  report_id: Uint8Array | null;
}

/** Usage by peer as the host's newest facts tell. */
export interface HostPeersTable {
  host_id: number;
  direction: 'send' | 'receive';
  connector: string;
  peer: string;
  /** JSON list of announced names. */
  names: string;
  office365: 0 | 1;
  sessions: number;
  /** JSON: `TLS 1.2`, `clear text`, … → sessions. */
  protocols: string;
  /** Messages. */
  encrypted: number;
  clear: number;
  refused: number;
  /** `all` or `some` sessions would be cut off without TLS 1.0 and 1.1. */
  cut_off: 'all' | 'some' | null;
  first_seen: number | null;
  last_seen: number | null;
}

/** Errors by day: how often, as the last report of that day said. */
export interface HostErrorsTable {
  host_id: number;
  day: string;
  /** Id of the error catalog, or `unrecognised`. */
  error_id: string;
  cause: string | null;
  direction: 'send' | 'receive' | null;
  connector: string;
  peer: string;
  count: number;
  /** An example, without personal data. */
  example: string;
}

export interface HostQueuesTable {
  host_id: number;
  identity: string;
  next_hop: string | null;
  status: string | null;
  messages: number;
  last_error: string | null;
  error_id: string | null;
  at: number;
}

/** One line a host and day once its reports are too old to be kept one by one. */
export interface HostDaysTable {
  host_id: number;
  day: string;
  facts_id: number;
  state: HostState;
  reports: number;
}

export interface EnrolmentTokensTable {
  id: Generated<number>;
  /** SHA-256 of the token. */
  hash: Uint8Array;
  name: string;
  mode: 'accept' | 'approve';
  /** Null: no limit. */
  max_uses: number | null;
  uses: number;
  /** Only hosts whose domain is this one or below it. */
  domain: string | null;
  /** Only from addresses in this range, e.g. `10.0.0.0/8`. */
  address_range: string | null;
  tags: string;
  expires_at: number | null;
  revoked_at: number | null;
  created_at: number;
  created_by: string;
}

/** What was refused, by day, reason and key. */
export interface RefusalsTable {
  day: string;
  code: string;
  /** Empty when nothing was known of the sender. */
  key_id: string;
  count: number;
  last_at: number;
  last_address: string | null;
}

export interface WaiversTable {
  id: Generated<number>;
  rule_id: string;
  /** Exactly one of the two is set. */
  host_id: number | null;
  tag: string | null;
  reason: string;
  owner: string;
  created_at: number;
  created_by: string;
  expires_at: number;
  ended_at: number | null;
  ended_by: string | null;
}

export interface AlertChannelsTable {
  id: Generated<number>;
  name: string;
  kind: 'webhook' | 'mail' | 'teams' | 'slack';
  enabled: 0 | 1;
  /** JSON by kind; secrets within it are sealed. */
  config: string;
  /** JSON: which alerts, quiet hours, digest. */
  rules: string;
  created_at: number;
  created_by: string;
}

/** Something changed that people want to know. */
export interface AlertsTable {
  id: Generated<number>;
  at: number;
  /** `stateChanged`, `newKeyForName`, `refusedRepeatedly`, `silent`, `back`, `waiverExpired`, `reportsLost`. */
  kind: string;
  host_id: number | null;
  /** JSON. */
  detail: string;
  /** Alerts of one group go out as one message. */
  group_key: string;
}

export interface OutboxTable {
  /** UUID version 7, sent along, so that receivers can drop doubles. */
  id: string;
  channel_id: number;
  /** JSON: the alerts it tells of. */
  body: string;
  created_at: number;
  due_at: number;
  attempts: number;
  /** Code of the last failure. */
  last_error: string | null;
  delivered_at: number | null;
  given_up_at: number | null;
}

export type Role = 'viewer' | 'operator' | 'administrator';

export interface UsersTable {
  id: Generated<number>;
  name: string;
  role: Role;
  /** argon2id in PHC form; null for people of an OpenID provider. */
  password: string | null;
  /** Issuer and subject of the OpenID provider. */
  issuer: string | null;
  subject: string | null;
  failed_logins: number;
  locked_until: number | null;
  disabled_at: number | null;
  created_at: number;
  last_login_at: number | null;
}

export interface UserSessionsTable {
  /** SHA-256 of the cookie's value. */
  hash: Uint8Array;
  user_id: number;
  csrf: string;
  created_at: number;
  last_used_at: number;
  expires_at: number;
}

export interface ApiTokensTable {
  id: Generated<number>;
  hash: Uint8Array;
  name: string;
  role: Role;
  created_at: number;
  created_by: string;
  expires_at: number;
  last_used_at: number | null;
  revoked_at: number | null;
}

export interface OneTimeLinksTable {
  hash: Uint8Array;
  purpose: 'firstAdministrator' | 'setPassword';
  user_id: number | null;
  expires_at: number;
  used_at: number | null;
}

/** Written, never changed: no code path updates or deletes a row. */
export interface AuditLogTable {
  id: Generated<number>;
  at: number;
  /** `user:alice`, `token:ci`, `system`. */
  actor: string;
  address: string | null;
  /** E.g. `host.approve`. */
  action: string;
  target: string | null;
  /** JSON, no secrets. */
  detail: string;
}
