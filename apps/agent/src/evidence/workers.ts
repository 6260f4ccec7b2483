// Reads slices of logs on several cores at once, when that is worth starting threads for.
import { availableParallelism } from 'node:os';
import { parentPort, Worker } from 'node:worker_threads';
import { readSlice, type Slice, type SliceResult } from './slice.ts';

type FromWorker = { readonly bytes: number } | { readonly result: SliceResult };

/** Every thread costs memory of its own. */
const mostWorkers = 8;

/** How many threads there are to work with. */
export function workersAtHand(program: string | null): number {
  return program === null ? 0 : Math.min(availableParallelism(), mostWorkers);
}

/**
 * The results of the slices in their order.
 *
 * @throws when a worker breaks: the whole would not be whole.
 */
export async function readSlices(
  program: string,
  slices: readonly Slice[],
  count: number,
  onBytes: (bytes: number) => void,
  signal: AbortSignal,
): Promise<SliceResult[]> {
  const results: SliceResult[] = [];
  let next = 0;
  const workers = Array.from(
    { length: Math.min(count, slices.length) },
    () =>
      new Worker(program, {
        resourceLimits: { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 256 },
      }),
  );
  const stop = () => Promise.all(workers.map((worker) => worker.terminate()));
  try {
    await Promise.all(
      workers.map(
        (worker) =>
          new Promise<void>((resolve, reject) => {
            let current = -1;
            const give = () => {
              if (next >= slices.length) return resolve();
              current = next++;
              worker.postMessage(slices[current]);
            };
            signal.addEventListener('abort', () => reject(signal.reason), { once: true });
            worker.on('error', reject);
            worker.on('exit', () => reject(new Error('a worker ended before its work did')));
            worker.on('message', (message: FromWorker) => {
              if ('bytes' in message) return onBytes(message.bytes);
              results[current] = message.result;
              give();
            });
            give();
          }),
      ),
    );
    return results;
  } finally {
    await stop();
  }
}

/** Serves, in a thread that `readSlices` started, until it is ended. */
export function serveAsWorker(): void {
  parentPort?.on('message', (slice: Slice) => {
    const send = (message: FromWorker): void => parentPort?.postMessage(message);
    send({ result: readSlice(slice, (bytes) => send({ bytes })) });
  });
}
