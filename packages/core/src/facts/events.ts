// The `events` section: what Schannel and Exchange's transport wrote to the event logs, counted by id and data.
import * as v from 'valibot';

export const eventGroupSchema = v.object({
  /** `System` or `Application`. */
  log: v.string(),
  /** `Schannel`, `MSExchangeTransport`, … */
  provider: v.string(),
  id: v.number(),
  /** The event's values in their order, without personal data. */
  data: v.array(v.string()),
  count: v.number(),
  /** UTC. */
  firstSeen: v.string(),
  lastSeen: v.string(),
});
export type EventGroupFacts = v.InferOutput<typeof eventGroupSchema>;

export const eventsFactsSchema = v.object({
  /** From when on events were counted (UTC). */
  since: v.string(),
  /** The newest events of each log that were looked at, at most; null when all since then were. */
  limit: v.nullable(v.number()),
  groups: v.array(eventGroupSchema),
});
export type EventsFacts = v.InferOutput<typeof eventsFactsSchema>;
