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
 * Hands over the result of each slice, in their order. Few results wait at a time, however many slices there are.
 *
 * @throws when a worker breaks: the whole would not be whole.
 */
export async function readSlices(
  program: string,
  slices: readonly Slice[],
  count: number,
  onBytes: (bytes: number) => void,
  onResult: (slice: Slice, result: SliceResult) => void,
  signal: AbortSignal,
): Promise<void> {
  const waiting = new Map<number, SliceResult>();
  let next = 0;
  let taken = 0;
  const workers = Array.from(
    { length: Math.min(count, slices.length) },
    () =>
      new Worker(program, {
        resourceLimits: { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 128 },
      }),
  );
  const stop = () => Promise.all(workers.map((worker) => worker.terminate()));
  try {
    await new Promise<void>((resolve, reject) => {
      const idle: Worker[] = [];
      const current = new Map<Worker, number>();
      const give = () => {
        while (next < slices.length && next - taken < 2 * workers.length) {
          const worker = idle.pop();
          if (worker === undefined) return;
          current.set(worker, next);
          worker.postMessage(slices[next++]);
        }
      };
      const take = () => {
        for (let result = waiting.get(taken); result !== undefined; result = waiting.get(taken)) {
          const slice = slices[taken];
          waiting.delete(taken++);
          if (slice !== undefined) onResult(slice, result);
        }
        if (taken === slices.length) resolve();
      };
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      for (const worker of workers) {
        worker.on('error', reject);
        worker.on('exit', () => reject(new Error('a worker ended before its work did')));
        worker.on('message', (message: FromWorker) => {
          if ('bytes' in message) return onBytes(message.bytes);
          waiting.set(current.get(worker) ?? -1, message.result);
          idle.push(worker);
          // First the next work, so that nobody waits while this thread adds up.
          give();
          try {
            take();
          } catch (error) {
            reject(error);
          }
          give();
        });
      }
      idle.push(...workers);
      give();
    });
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
