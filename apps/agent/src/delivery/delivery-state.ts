// What is remembered between two runs: how delivery stands, and until when the collector wants to be left alone.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { writeDurably } from './durable-file.ts';

const timeSchema = v.nullable(v.pipe(v.string(), v.isoTimestamp()));

const stateSchema = v.object({
  /** As the collector said last; null when it was never asked. */
  enrolment: v.nullable(v.object({ status: v.picklist(['active', 'waiting']), at: v.string() })),
  lastRun: timeSchema,
  lastReport: v.nullable(v.object({ id: v.string(), state: v.string() })),
  /** When a collector last had a report. */
  lastAcknowledged: timeSchema,
  obstacle: v.nullable(
    v.object({
      kind: v.picklist(['waiting', 'refused', 'unreachable']),
      code: v.string(),
      since: v.string(),
      notBefore: timeSchema,
    }),
  ),
});
export type DeliveryState = v.InferOutput<typeof stateSchema>;

const fresh: DeliveryState = {
  enrolment: null,
  lastRun: null,
  lastReport: null,
  lastAcknowledged: null,
  obstacle: null,
};

/** The state of the last run; a fresh one when there is none or none that can be read: it only informs. */
export async function readDeliveryState(folder: string): Promise<DeliveryState> {
  try {
    return v.parse(stateSchema, JSON.parse(await readFile(join(folder, 'delivery.json'), 'utf8')));
  } catch {
    return fresh;
  }
}

export async function writeDeliveryState(folder: string, state: DeliveryState): Promise<void> {
  await writeDurably(join(folder, 'delivery.json'), `${JSON.stringify(state)}\n`);
}
