// Reports share transactions, each hears its own outcome, and one that cannot be written harms no other.
import { expect, test } from 'vitest';
import { GroupCommit, type GroupCommitOptions } from './group-commit.ts';
import type { Recorded, VerifiedReport } from './verified-report.ts';

const options: GroupCommitOptions = {
  maxBatch: 4,
  gatherMs: 5,
  maxConcurrent: 1,
  isUnavailable: (error) => error instanceof RangeError,
};
// Only the host's number matters to the group.
const report = (hostId: number): VerifiedReport => ({ hostId }) as VerifiedReport;

function recorder(poison: number | null = null) {
  const batches: number[][] = [];
  const record = async (batch: readonly VerifiedReport[]): Promise<readonly Recorded[]> => {
    batches.push(batch.map(({ hostId }) => hostId));
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (batch.some(({ hostId }) => hostId === poison)) throw new Error('cannot be stored');
    return batch.map(({ hostId }) => (hostId % 2 === 0 ? 'duplicate' : 'accepted'));
  };
  return { batches, record };
}

test('reports that come together are written together, at most maxBatch at a time', async () => {
  const { batches, record } = recorder();
  const group = new GroupCommit(record, options);
  const answers = await Promise.all([1, 2, 3, 4, 5, 6].map((id) => group.add(report(id))));
  expect(answers).toEqual(['accepted', 'duplicate', 'accepted', 'duplicate', 'accepted', 'duplicate']);
  expect(batches).toEqual([
    [1, 2, 3, 4],
    [5, 6],
  ]);
});

test('draining waits for what is queued and what is being written', async () => {
  const { batches, record } = recorder();
  const group = new GroupCommit(record, options);
  await group.drained();
  const answers = Promise.all([1, 2, 3, 4, 5].map((id) => group.add(report(id))));
  await group.drained();
  expect(batches.flat()).toHaveLength(5);
  expect(group.depth).toBe(0);
  await answers;
});

test('a report that cannot be written is the only one to fail', async () => {
  const { record } = recorder(3);
  const group = new GroupCommit(record, options);
  const answers = await Promise.allSettled([1, 2, 3, 4].map((id) => group.add(report(id))));
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
});

test('a store that is gone is asked once for a batch', async () => {
  let asked = 0;
  const group = new GroupCommit(async () => {
    asked += 1;
    throw new RangeError('gone');
  }, options);
  const answers = await Promise.allSettled([1, 2, 3, 4].map((id) => group.add(report(id))));
  expect(answers.every(({ status }) => status === 'rejected')).toBe(true);
  expect(asked).toBe(1);
});
