// Usage by peer, errors and queues of hosts, as their newest facts tell them.
import type { HostFacts } from '@mailflow-tls/core';
import { deleteRows, insertRows } from '../bulk.ts';
import { dayOf } from '../clip.ts';
import type { Tx } from '../transaction.ts';
import { errorDayShape, errorRows, errorShape } from './error-rows.ts';
import { peerRows, peerShape } from './peer-rows.ts';
import { queueRows, queueShape } from './queue-rows.ts';

export interface TrafficOfHost {
  hostId: number;
  at: number;
  facts: HostFacts;
  /** Names of the sections that are not what they were. */
  changed: ReadonlySet<string>;
}

/** Only what comes from a section that changed; a section that was not read says nothing, and what was known goes. */
export async function replaceTraffic(tx: Tx, all: readonly TrafficOfHost[]): Promise<void> {
  await replacePeersAndErrors(
    tx,
    all.filter(({ changed }) => changed.has('mailLogs')),
  );
  await replaceQueues(
    tx,
    all.filter(({ changed }) => changed.has('queues')),
  );
}

async function replacePeersAndErrors(tx: Tx, all: readonly TrafficOfHost[]): Promise<void> {
  if (all.length === 0) return;
  await tx.db.deleteFrom('host_peers').where('host_id', 'in', idsOf(all)).execute();
  await insertRows(tx, peerShape, all.flatMap(peersOf));
  await deleteRows(
    tx,
    errorDayShape,
    all.map(({ hostId, at }) => ({ host_id: hostId, day: dayOf(at) })),
  );
  await insertRows(tx, errorShape, all.flatMap(errorsOf));
}

async function replaceQueues(tx: Tx, all: readonly TrafficOfHost[]): Promise<void> {
  if (all.length === 0) return;
  await tx.db.deleteFrom('host_queues').where('host_id', 'in', idsOf(all)).execute();
  await insertRows(tx, queueShape, all.flatMap(queuesOf));
}

function idsOf(all: readonly TrafficOfHost[]): number[] {
  return all.map(({ hostId }) => hostId);
}

function peersOf({ hostId, facts }: TrafficOfHost) {
  const { mailLogs } = facts.sections;
  return mailLogs.status === 'read' ? peerRows(hostId, mailLogs.data.peers) : [];
}

function errorsOf({ hostId, at, facts }: TrafficOfHost) {
  const { mailLogs } = facts.sections;
  return mailLogs.status === 'read' ? errorRows(hostId, dayOf(at), mailLogs.data.errors) : [];
}

function queuesOf({ hostId, at, facts }: TrafficOfHost) {
  const { queues } = facts.sections;
  return queues.status === 'read' ? queueRows(hostId, at, queues.data.queues) : [];
}
