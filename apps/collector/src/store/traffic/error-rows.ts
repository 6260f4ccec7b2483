// Rows of errors by day from the facts of a host.
import type { MailLogError } from '@mailflow-tls/core';
import type { RowShape } from '../bulk.ts';
import { clip, count } from '../clip.ts';
import type { HostErrorsTable } from '../schema.ts';
import { recogniseError } from './recognise-error.ts';

export const errorShape: RowShape<HostErrorsTable> = {
  table: 'host_errors',
  columns: {
    host_id: 'bigint',
    day: 'text',
    error_id: 'text',
    cause: 'text',
    direction: 'text',
    connector: 'text',
    peer: 'text',
    count: 'bigint',
    example: 'text',
  },
};

export const errorDayShape: RowShape<Pick<HostErrorsTable, 'host_id' | 'day'>> = {
  table: 'host_errors',
  columns: { host_id: 'bigint', day: 'text' },
};

const mostErrors = 500;
const longestExample = 500;

/** A row each error, connector and peer; what no peer is named for stands under the empty peer. */
export function errorRows(hostId: number, day: string, errors: readonly MailLogError[]): HostErrorsTable[] {
  const rows = new Map<string, HostErrorsTable>();
  for (const error of errors.slice(0, mostErrors)) {
    const { id, cause } = recogniseError(error.text);
    const named = error.peers.slice(0, 10).map((peer) => ({ peer: clip(peer.peer), n: count(peer.count) }));
    const rest = count(error.count) - named.reduce((sum, { n }) => sum + n, 0);
    if (rest > 0) named.push({ peer: '', n: rest });
    for (const { peer, n } of named) {
      const key = [id, error.direction, error.connector, peer].join('\n');
      const known = rows.get(key);
      if (known) {
        known.count = count(known.count + n);
        continue;
      }
      rows.set(key, {
        host_id: hostId,
        day,
        error_id: id,
        cause,
        direction: error.direction,
        connector: clip(error.connector),
        peer,
        count: n,
        example: clip(error.text, longestExample),
      });
    }
  }
  return [...rows.values()];
}
