// Hands reports to the intake, many at a time as connections do, and measures how long each took.
import type { Intake } from '../../src/intake/intake.ts';
import type { Parcel } from './fleet.ts';

const connections = 64;

export interface Delivered {
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
}

/** `perSecond` 0: as fast as it goes. `onParcel` is told before each. Throws when a report is refused. */
export async function deliverAll(
  intake: Intake,
  parcels: AsyncIterable<Parcel>,
  { perSecond = 0, onParcel }: { perSecond?: number; onParcel?(parcel: Parcel): boolean | undefined } = {},
): Promise<Delivered> {
  const took: number[] = [];
  const source = { via: 'https', address: '192.0.2.1' } as const;
  const began = performance.now();
  const queue = parcels[Symbol.asyncIterator]();
  let number = 0;
  const connection = async (): Promise<void> => {
    for (;;) {
      const { value: parcel, done } = await queue.next();
      if (done === true || onParcel?.(parcel) === false) return;
      let sent = performance.now();
      if (perSecond > 0) {
        // Counted from when it was due, so that a stall is not hidden.
        const due = began + (number++ * 1000) / perSecond;
        if (due > sent) await new Promise((resolve) => setTimeout(resolve, due - sent));
        sent = due;
      }
      const received = await intake.receive(parcel.bytes, source);
      took.push(performance.now() - sent);
      if (!received.ok) throw new Error(`A report was refused: ${received.code} ${received.detail}`);
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  const seconds = (performance.now() - began) / 1000;
  took.sort((a, b) => a - b);
  const at = (part: number): number => took[Math.floor(took.length * part)] ?? Number.NaN;
  return { perSecond: took.length / seconds, p50: at(0.5), p99: at(0.99) };
}
