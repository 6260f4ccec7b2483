// The `queues` section: mail that waits on this host and the last error of each queue, as Exchange's own cmdlet tells.
import * as v from 'valibot';

export const mailQueueSchema = v.object({
  /** `EX01\3`. */
  identity: v.string(),
  deliveryType: v.nullable(v.string()),
  nextHopDomain: v.nullable(v.string()),
  /** GUID of the Send connector; null for queues without one. */
  nextHopConnector: v.nullable(v.string()),
  tlsDomain: v.nullable(v.string()),
  /** `Active`, `Ready`, `Retry`, `Suspended`, `Connecting`. */
  status: v.nullable(v.string()),
  messageCount: v.number(),
  retryCount: v.nullable(v.number()),
  /** In one line, without personal data. */
  lastError: v.nullable(v.string()),
  /** UTC. */
  firstRetryTime: v.nullable(v.string()),
  lastRetryTime: v.nullable(v.string()),
  nextRetryTime: v.nullable(v.string()),
});
export type MailQueue = v.InferOutput<typeof mailQueueSchema>;

export const queuesFactsSchema = v.object({
  /** How the cmdlets were reached: the name of the snap-in, or `remoting`. */
  source: v.string(),
  /** Those that hold mail or show an error; those with most messages first. */
  queues: v.array(mailQueueSchema),
  /** All queues of the host. */
  total: v.number(),
  /** Messages in all of them. */
  messages: v.number(),
});
export type QueuesFacts = v.InferOutput<typeof queuesFactsSchema>;
