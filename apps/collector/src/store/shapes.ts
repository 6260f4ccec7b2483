// The columns of rows that are written in bulk.
import type { Insertable, Selectable } from 'kysely';
import type { RowShape } from './bulk.ts';
import type { PresentHost } from './present-host.ts';
import type {
  FactsTable,
  HostChangesTable,
  HostFindingsTable,
  HostsTable,
  JudgementsTable,
  ReportsTable,
  SectionsTable,
} from './schema.ts';

export const reportShape: RowShape<ReportsTable> = {
  table: 'reports',
  columns: {
    id: 'bytea',
    host_id: 'bigint',
    received_at: 'bigint',
    made_at: 'bigint',
    facts_id: 'bigint',
    via: 'text',
  },
};

type Contact = Pick<
  Selectable<HostsTable>,
  'id' | 'last_report_at' | 'last_report_id' | 'last_made_at' | 'clock_skew_ms'
>;
/** When a host was last heard of. */
export const contactShape: RowShape<Contact> = {
  table: 'hosts',
  columns: {
    id: 'bigint',
    last_report_at: 'bigint',
    last_report_id: 'bytea',
    last_made_at: 'bigint',
    clock_skew_ms: 'bigint',
  },
};

export type SectionRow = Omit<Insertable<SectionsTable>, 'id'>;
export const sectionShape: RowShape<SectionRow> = {
  table: 'sections',
  columns: { digest: 'bytea', name: 'text', content: 'bytea', size: 'bigint' },
};

export type FactsRow = Pick<Selectable<FactsTable>, 'digest' | 'run' | 'created_at'>;
export const factsShape: RowShape<FactsRow> = {
  table: 'facts',
  columns: { digest: 'bytea', run: 'text', created_at: 'bigint' },
};

export interface FactsSectionRow {
  facts_id: number;
  name: string;
  section_id: number;
}
export const factsSectionShape: RowShape<FactsSectionRow> = {
  table: 'facts_sections',
  columns: { facts_id: 'bigint', name: 'text', section_id: 'bigint' },
};

export const judgementShape: RowShape<JudgementsTable> = {
  table: 'judgements',
  columns: {
    facts_id: 'bigint',
    core: 'text',
    judged_at: 'bigint',
    state: 'text',
    reason: 'text',
    verdicts: 'text',
  },
};

export const findingShape: RowShape<HostFindingsTable> = {
  table: 'host_findings',
  columns: {
    host_id: 'bigint',
    rule_id: 'text',
    verdict: 'text',
    counts: 'smallint',
    since: 'bigint',
    waiver_id: 'bigint',
  },
};

export const findingKeyShape: RowShape<Pick<HostFindingsTable, 'host_id' | 'rule_id'>> = {
  table: 'host_findings',
  columns: { host_id: 'bigint', rule_id: 'text' },
};

export const searchShape: RowShape<{ id: number; search: string }> = {
  table: 'hosts',
  columns: { id: 'bigint', search: 'text' },
};

export type ChangeRow = Omit<Selectable<HostChangesTable>, 'id'>;
export const changeShape: RowShape<ChangeRow> = {
  table: 'host_changes',
  columns: {
    host_id: 'bigint',
    at: 'bigint',
    kind: 'text',
    subject: 'text',
    before: 'text',
    after: 'text',
    report_id: 'bytea',
  },
};

/** What a report changes on its host beside what is judged. */
export const presentShape: RowShape<PresentHost> = {
  table: 'hosts',
  columns: {
    id: 'bigint',
    first_report_at: 'bigint',
    last_report_at: 'bigint',
    last_report_id: 'bytea',
    last_made_at: 'bigint',
    clock_skew_ms: 'bigint',
    facts_id: 'bigint',
    facts_since: 'bigint',
    agent_version: 'text',
    label: 'text',
    silent_since: 'bigint',
    lost: 'text',
  },
};

/** What a judgement changes on a host. */
export const judgedShape: RowShape<PresentHost> = {
  table: 'hosts',
  columns: {
    id: 'bigint',
    state: 'text',
    state_since: 'bigint',
    reason: 'text',
    part: 'text',
    rank: 'smallint',
    windows: 'text',
    exchange: 'text',
    core_version: 'text',
    judged_at: 'bigint',
  },
};
