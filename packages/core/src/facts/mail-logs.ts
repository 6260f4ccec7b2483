// The `mailLogs` section: who talked to this host or was talked to, and how, as Exchange's own logs tell.
import * as v from 'valibot';

/** As seen from the host. */
const directionSchema = v.picklist(['send', 'receive']);
const messagesSchema = v.object({ encrypted: v.number(), clear: v.number(), refused: v.number() });

export const mailLogFolderSchema = v.object({
  path: v.string(),
  kind: v.picklist(['smtpSendLog', 'smtpReceiveLog', 'connectivityLog', 'trackingLog']),
  /** Whose word it is that the logs are there: Exchange's settings, or its default folders. */
  foundBy: v.picklist(['settings', 'default']),
  files: v.number(),
  /** Bytes and records that this run took in. */
  bytes: v.number(),
  records: v.number(),
  unreadable: v.number(),
  /** Bytes of files that are too old for the period or too many for one run. */
  leftOut: v.number(),
});

export const mailLogPeerSchema = v.object({
  /** Address. */
  peer: v.string(),
  names: v.array(v.string()),
  connector: v.string(),
  direction: directionSchema,
  office365: v.boolean(),
  sessions: v.number(),
  /** Sessions by outcome: `TLS 1.2`, `clear text`, `failed`, … */
  protocols: v.record(v.string(), v.number()),
  messages: messagesSchema,
  /** `all`, `some`: would be cut off if TLS 1.0 and 1.1 went off. */
  cutOff: v.nullable(v.picklist(['all', 'some'])),
  firstSeen: v.nullable(v.string()),
  lastSeen: v.nullable(v.string()),
});
export type MailLogPeer = v.InferOutput<typeof mailLogPeerSchema>;

export const mailLogErrorSchema = v.object({
  kind: v.picklist(['smtpSendLog', 'smtpReceiveLog', 'connectivityLog', 'trackingLog']),
  /** Without personal data. */
  text: v.string(),
  direction: v.nullable(directionSchema),
  connector: v.string(),
  count: v.number(),
  /** The first few. */
  peers: v.array(v.object({ peer: v.string(), count: v.number() })),
  firstSeen: v.nullable(v.string()),
  lastSeen: v.nullable(v.string()),
  /** Where the first one stands. */
  where: v.object({ source: v.string(), line: v.optional(v.number()) }),
});
export type MailLogError = v.InferOutput<typeof mailLogErrorSchema>;

export const silentClearSchema = v.object({
  direction: directionSchema,
  connector: v.string(),
  peer: v.string(),
  office365: v.boolean(),
  /** How TLS had failed before. */
  failure: v.string(),
  sessions: v.number(),
  messages: v.number(),
  firstSeen: v.nullable(v.string()),
  lastSeen: v.nullable(v.string()),
});

export const mailLogsFactsSchema = v.object({
  folders: v.array(mailLogFolderSchema),
  /** Of the sessions that are counted (UTC); null when there is none. */
  from: v.nullable(v.string()),
  to: v.nullable(v.string()),
  sessions: v.number(),
  protocols: v.record(v.string(), v.number()),
  messages: messagesSchema,
  /** The newest version agreed on in each direction. */
  newest: v.object({ send: v.nullable(v.string()), receive: v.nullable(v.string()) }),
  /** Those with most weight: Office 365 and old versions first, then by sessions. */
  peers: v.array(mailLogPeerSchema),
  /** How many more there are. */
  morePeers: v.number(),
  /** The most frequent first. */
  errors: v.array(mailLogErrorSchema),
  moreErrors: v.number(),
  /** Mail that went in clear text after TLS had failed. */
  silentClear: v.array(silentClearSchema),
});
export type MailLogsFacts = v.InferOutput<typeof mailLogsFactsSchema>;
