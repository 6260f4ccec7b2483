// Copies every table from one end to the other and checks that what arrived is what left.
import { type TableName, tableNames } from '../tables.ts';
import type { CopyEnd } from './copy-end.ts';
import { type TableSum, TableSummer } from './table-checksum.ts';

export type TableSums = Readonly<Record<TableName, TableSum>>;

/** Who leads the background work is no matter of another database, and a lease of the old one would only hold it up. */
const notCopied: ReadonlySet<TableName> = new Set(['leases']);

/** Both ends are inside a transaction; the caller commits. Throws when an end does not hold what it must. */
export async function copyTables(from: CopyEnd, to: CopyEnd): Promise<TableSums> {
  const sums = new Map<TableName, TableSum>();
  for (const table of tableNames) {
    if (notCopied.has(table)) continue;
    const columns = await from.columns(table);
    const summer = new TableSummer();
    for await (const rows of from.read(table, columns)) {
      for (const row of rows) summer.add(row);
      await to.write(table, columns, rows);
    }
    const last = await from.lastNumber(table);
    if (last !== null) await to.setLastNumber(table, last);
    sums.set(table, summer.sum());
  }
  for (const [table, sent] of sums) {
    const summer = new TableSummer();
    // In the order of the source's columns, whatever the order of the target's.
    for await (const rows of to.read(table, await from.columns(table)))
      for (const row of rows) summer.add(row);
    const arrived = summer.sum();
    if (arrived.rows !== sent.rows || arrived.checksum !== sent.checksum)
      throw new Error(`Of ${sent.rows} rows of ${table}, ${arrived.rows} arrived, or not as they were.`);
  }
  // Every table but those left out has its sum.
  return Object.fromEntries(sums) as unknown as TableSums;
}

export async function firstFilledTable(end: CopyEnd): Promise<TableName | null> {
  for (const table of tableNames) if (!notCopied.has(table) && !(await end.isEmpty(table))) return table;
  return null;
}
