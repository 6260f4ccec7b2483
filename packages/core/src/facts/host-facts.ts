// HostFacts: all that was read on one host at one time, and the schema that guards it.
import * as v from 'valibot';
import { certificatesFactsSchema } from './certificates.ts';
import { ciphersFactsSchema } from './ciphers.ts';
import { connectorsFactsSchema } from './connectors.ts';
import { dotnetFactsSchema } from './dotnet.ts';
import { eventsFactsSchema } from './events.ts';
import { exchangeFactsSchema } from './exchange.ts';
import { mailLogsFactsSchema } from './mail-logs.ts';
import { osFactsSchema } from './os.ts';
import { queuesFactsSchema } from './queues.ts';
import { restartFactsSchema } from './restart.ts';
import { schannelFactsSchema } from './schannel.ts';
import { sectionSchema, type Unread } from './section.ts';
import { sendersFactsSchema } from './senders.ts';
import { updatesFactsSchema } from './updates.ts';
import { winhttpFactsSchema } from './winhttp.ts';

/** Version of the facts' shape. Raised only when an older reader would misunderstand. */
export const factsSchemaVersion = 1;

/** Facts of a program that did not know a section yet are as good as ever in all others. */
const unknownThen: Unread = { status: 'unread', reason: 'notSupported', code: 'olderFacts' };

const sectionsSchema = v.object({
  os: sectionSchema(osFactsSchema),
  schannel: sectionSchema(schannelFactsSchema),
  ciphers: sectionSchema(ciphersFactsSchema),
  dotnet: sectionSchema(dotnetFactsSchema),
  winhttp: sectionSchema(winhttpFactsSchema),
  certificates: sectionSchema(certificatesFactsSchema),
  exchange: sectionSchema(exchangeFactsSchema),
  connectors: sectionSchema(connectorsFactsSchema),
  senders: sectionSchema(sendersFactsSchema),
  updates: sectionSchema(updatesFactsSchema),
  restart: sectionSchema(restartFactsSchema),
  queues: v.optional(sectionSchema(queuesFactsSchema), unknownThen),
  events: v.optional(sectionSchema(eventsFactsSchema), unknownThen),
  mailLogs: v.optional(sectionSchema(mailLogsFactsSchema), unknownThen),
});

/** What gathered the facts, and under which conditions. */
export const gathererSchema = v.object({
  /** `mailflow-tls-agent` or another program's name. */
  name: v.string(),
  version: v.string(),
  /** The PowerShell that ran the probes; null when none could be started. */
  powershell: v.nullable(
    v.object({
      executable: v.string(),
      version: v.string(),
      edition: v.string(),
      languageMode: v.string(),
      is64Bit: v.boolean(),
      elevated: v.nullable(v.boolean()),
    }),
  ),
});

export const hostFactsSchema = v.object({
  schemaVersion: v.literal(factsSchemaVersion),
  /** Time-ordered id (UUID version 7) made on the host. */
  id: v.string(),
  /** When gathering began (UTC). */
  gatheredAt: v.string(),
  gatherer: gathererSchema,
  host: v.object({ name: v.string(), domain: v.nullable(v.string()) }),
  /** Set when the facts describe no real host of the reader: a recorded or constructed example. */
  label: v.optional(v.string()),
  sections: sectionsSchema,
});
export type HostFacts = v.InferOutput<typeof hostFactsSchema>;
export type Gatherer = v.InferOutput<typeof gathererSchema>;
export type Sections = HostFacts['sections'];
export type SectionName = keyof Sections;
export type SectionData<N extends SectionName> = Extract<Sections[N], { status: 'read' }>['data'];

export const sectionNames = Object.keys(sectionsSchema.entries) as readonly SectionName[]; // Object.keys forgets the key type
