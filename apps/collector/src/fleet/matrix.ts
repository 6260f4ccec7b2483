// The matrix of hosts by rules: a page of hosts with all their verdicts.
import { rules, type Verdict } from '@mailflow-tls/core';
import { type Asking, batches } from './asking.ts';
import type { HostFilter } from './host-filter.ts';
import { type HostLine, listHosts, type PageRequest } from './host-list.ts';

export interface MatrixRow {
  host: HostLine;
  /** By rule; a rule that is not there passed or does not apply. */
  verdicts: Record<string, { verdict: Verdict; waived: boolean }>;
}

export interface Matrix {
  rules: string[];
  rows: MatrixRow[];
  next: string | null;
}

export async function matrixPage(asking: Asking, filter: HostFilter, page: PageRequest): Promise<Matrix> {
  const { hosts, next } = await listHosts(asking, filter, page);
  const verdicts = await verdictsOf(
    asking,
    hosts.map((host) => host.id),
  );
  const rows = hosts.map((host) => ({ host, verdicts: verdicts.get(host.id) ?? {} }));
  const known = new Set(rules.map((rule) => rule.id));
  // Rules of a newer core may be among them.
  for (const row of rows) for (const rule of Object.keys(row.verdicts)) known.add(rule);
  return { rules: [...known], rows, next };
}

async function verdictsOf(
  { store: { reader } }: Asking,
  ids: readonly number[],
): Promise<Map<number, MatrixRow['verdicts']>> {
  const found = new Map<number, MatrixRow['verdicts']>();
  for (const some of batches(ids)) {
    const rows = await reader
      .selectFrom('host_findings')
      .select(['host_id', 'rule_id', 'verdict', 'waiver_id'])
      .where('host_id', 'in', some)
      .execute();
    for (const row of rows) {
      const verdicts = found.get(row.host_id) ?? {};
      verdicts[row.rule_id] = { verdict: row.verdict, waived: row.waiver_id !== null };
      found.set(row.host_id, verdicts);
    }
  }
  return found;
}
