// All tables of the store, in an order in which rows can be written: what is referred to comes first.
import type { Database } from './schema.ts';

const order = {
  settings: true,
  leases: true,
  rollups: true,
  users: true,
  sessions: true,
  api_tokens: true,
  one_time_links: true,
  audit_log: true,
  enrolment_tokens: true,
  refusals: true,
  sections: true,
  facts: true,
  facts_sections: true,
  judgements: true,
  finding_sets: true,
  hosts: true,
  host_tags: true,
  waivers: true,
  host_findings: true,
  host_changes: true,
  host_peers: true,
  host_errors: true,
  host_queues: true,
  host_days: true,
  fleet_days: true,
  rule_days: true,
  fleet_peers: true,
  fleet_errors: true,
  alert_channels: true,
  alerts: true,
  outbox: true,
  reports: true,
} as const satisfies Record<keyof Database, true>;

export type TableName = keyof Database;
// Object.keys forgets what the keys are.
export const tableNames = Object.keys(order) as readonly TableName[];
