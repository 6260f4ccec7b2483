// The orders in which hosts are listed, and the cursors that go on where a page ended.
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import * as v from 'valibot';
import { Problem } from '../api/problems.ts';

export const hostOrders = [
  'worst',
  'name',
  'problems',
  'state-since',
  'last-report',
  'domain',
  'windows',
  'exchange',
] as const;
export type HostOrder = (typeof hostOrders)[number];
type Key = string | number;

interface Part {
  value: RawBuilder<Key>;
  down?: true;
}

/** Ends with the id, so that no two hosts share a place. */
function partsOf(order: HostOrder): Part[] {
  const name: Part = { value: sql<string>`hosts.name` };
  const id: Part = { value: sql<number>`hosts.id` };
  const text = (column: string): Part => ({
    value: sql<string>`coalesce(${sql.ref(column)}, '')`,
  });
  switch (order) {
    case 'worst':
      return [{ value: sql<number>`hosts.rank` }, name, id];
    case 'name':
      return [name, id];
    case 'problems':
      return [{ value: sql<number>`hosts.open_problems`, down: true }, name, id];
    case 'state-since':
      return [{ value: sql<number>`coalesce(hosts.state_since, 0)`, down: true }, id];
    case 'last-report':
      return [{ value: sql<number>`coalesce(hosts.last_report_at, 0)` }, id];
    case 'domain':
    case 'windows':
    case 'exchange':
      return [text(`hosts.${order}`), name, id];
  }
}

export interface Place {
  orderBy: RawBuilder<unknown>[];
  /** The keys of a row, to be selected as `key0`, `key1`, …. */
  keys: RawBuilder<Key>[];
  /** Rows behind the cursor. */
  after(keys: readonly Key[]): Expression<SqlBool>;
}

/** `reversed` turns the whole order round. */
export function placeOf(order: HostOrder, reversed = false): Place {
  const parts = partsOf(order);
  const isDown = (part: Part) => (part.down === true) !== reversed;
  return {
    orderBy: parts.map((part) => (isDown(part) ? sql`${part.value} desc` : sql`${part.value}`)),
    keys: parts.map((part) => part.value),
    after(keys) {
      if (keys.length !== parts.length) throw badCursor();
      const oneWay = parts.every((part) => isDown(part) === isDown(parts[0] as Part)); // there is always an id
      const left = parts.map((part) => part.value);
      if (oneWay) {
        const way = isDown(parts[0] as Part) ? sql`<` : sql`>`;
        return sql<SqlBool>`(${sql.join(left)}) ${way} (${sql.join(keys.map((key) => sql`${key}`))})`;
      }
      const cases = parts.map((part, index) => {
        const same = parts.slice(0, index).map((earlier, at) => sql`${earlier.value} = ${keys[at]}`);
        return sql`(${sql.join([...same, sql`${part.value} ${isDown(part) ? sql`<` : sql`>`} ${keys[index]}`], sql` and `)})`;
      });
      return sql<SqlBool>`(${sql.join(cases, sql` or `)})`;
    },
  };
}

function badCursor(): Problem {
  return new Problem('cursor-invalid', 'The cursor was not made for this list and order.');
}

/** Of the keys of a row, as cursors carry them. */
export const keysSchema = v.array(v.union([v.string(), v.number()]));
