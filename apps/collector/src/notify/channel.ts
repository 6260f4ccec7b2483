// A channel: where alerts go, which of them, and when.
import { hostStates } from '@mailflow-tls/core';
import * as v from 'valibot';

const alertKinds = [
  'stateChanged',
  'newKeyForName',
  'refusedRepeatedly',
  'silent',
  'back',
  'waiverExpired',
  'reportsLost',
  'notDelivered',
] as const;

export const channelKinds = ['webhook', 'mail', 'teams', 'slack'] as const;
export type ChannelKind = (typeof channelKinds)[number];

/** `07:30`, in the channel's time zone. */
const clockSchema = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Expected a time like 07:30.'));
const zoneSchema = v.pipe(
  v.string(),
  v.maxLength(60),
  v.check(isTimeZone, 'Expected a time zone like Europe/Berlin.'),
);

export const channelRulesSchema = v.strictObject({
  /** Empty: all. */
  kinds: v.optional(v.pipe(v.array(v.picklist(alertKinds)), v.maxLength(20)), []),
  /** States that hosts came into; empty: all. Only matters to changes of state. */
  states: v.optional(v.pipe(v.array(v.picklist(hostStates)), v.maxLength(10)), []),
  /** Alerts wait this long for others of their group, so that a hundred hosts are one message. */
  groupSeconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(86_400)), 60),
  /** Alerts of these hours wait until they are over. */
  quietHours: v.optional(v.nullable(v.strictObject({ from: clockSchema, to: clockSchema })), null),
  /** All alerts once a day at this time, as one message. */
  digestAt: v.optional(v.nullable(clockSchema), null),
  timeZone: v.optional(zoneSchema, 'UTC'),
});
export type ChannelRules = v.InferOutput<typeof channelRulesSchema>;

const urlSchema = v.pipe(
  v.string(),
  v.maxLength(2000),
  v.check(
    isWebAddress,
    'Expected an address that begins with https:// or http://, without a user or a password.',
  ),
);
/** No white space and no control characters, so that nothing can be added to a header. */
const mailSchema = v.pipe(
  v.string(),
  v.maxLength(254),
  v.regex(/^[^\s@<>(),;:"\p{Cc}]+@[^\s@<>(),;:"\p{Cc}]+$/u, 'Expected a mail address.'),
);

/** As people give it. */
export const channelTargetSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('webhook'),
    url: urlSchema,
    /** Signs each message; made by the collector and answered once when left out. */
    secret: v.optional(v.pipe(v.string(), v.minLength(24), v.maxLength(200))),
  }),
  v.strictObject({
    kind: v.literal('mail'),
    to: v.pipe(v.array(mailSchema), v.minLength(1), v.maxLength(50)),
  }),
  // Whoever knows these addresses can post there: the whole address is a secret.
  v.strictObject({ kind: v.literal('teams'), url: urlSchema }),
  v.strictObject({ kind: v.literal('slack'), url: urlSchema }),
]);
export type ChannelTarget = v.InferOutput<typeof channelTargetSchema>;

/** As the database keeps it; `sealed` holds the secret, or the whole address of a chat. */
export const keptConfigSchema = v.object({
  url: v.optional(v.string()),
  to: v.optional(v.array(v.string())),
  sealed: v.optional(v.string()),
});
export type KeptConfig = v.InferOutput<typeof keptConfigSchema>;

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '';
}
