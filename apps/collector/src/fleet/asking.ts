// What a question needs of the collector, and the few expressions that differ between the two databases.
import { type RawBuilder, sql } from 'kysely';
import type { Collector } from '../collector.ts';

export type Asking = Pick<Collector, 'db' | 'store' | 'now'>;

export const dayMs = 86_400_000;

/** UTC. */
export function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** Whether a text column holds a text; no character of it is a wildcard. */
export function contains(
  { store }: Pick<Asking, 'store'>,
  column: string,
  text: string,
): RawBuilder<boolean> {
  const place = store.kind === 'postgres' ? sql`strpos` : sql`instr`;
  return sql<boolean>`${place}(${sql.ref(column)}, ${text}) > 0`;
}

/** Sums of integers come as text from PostgreSQL where they might be too big; none of ours is. */
export function numberOf(value: string | number | bigint | null): number {
  return value === null ? 0 : Number(value);
}

/** Splits a list, so that no statement binds more parameters than SQLite takes. */
export function* batches<T>(items: readonly T[], size = 500): Generator<T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
