// Rows of waiting queues from the facts of a host.
import type { MailQueue } from '@mailflow-tls/core';
import type { RowShape } from '../bulk.ts';
import { clip, clipOrNull, count } from '../clip.ts';
import type { HostQueuesTable } from '../schema.ts';
import { recogniseError } from './recognise-error.ts';

export const queueShape: RowShape<HostQueuesTable> = {
  table: 'host_queues',
  columns: {
    host_id: 'bigint',
    identity: 'text',
    next_hop: 'text',
    status: 'text',
    messages: 'bigint',
    last_error: 'text',
    error_id: 'text',
    at: 'bigint',
  },
};

const mostQueues = 500;
const longestError = 500;

export function queueRows(hostId: number, at: number, queues: readonly MailQueue[]): HostQueuesTable[] {
  const rows = new Map<string, HostQueuesTable>();
  for (const queue of queues.slice(0, mostQueues)) {
    const identity = clip(queue.identity);
    if (rows.has(identity)) continue;
    rows.set(identity, {
      host_id: hostId,
      identity,
      next_hop: clipOrNull(queue.nextHopDomain),
      status: clipOrNull(queue.status, 40),
      messages: count(queue.messageCount),
      last_error: clipOrNull(queue.lastError, longestError),
      error_id: queue.lastError === null ? null : recogniseError(queue.lastError).id,
      at,
    });
  }
  return [...rows.values()];
}
