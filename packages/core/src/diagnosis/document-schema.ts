// The shape of the diagnosis' JSON as a schema, from which schema/diagnosis.json is generated. Not part of any bundle.
import * as v from 'valibot';
import { remedySchema } from '../report/document-schema.ts';
import { diagnosisSchemaVersion, likelihoods } from './diagnosis.ts';
import { causeNames } from './input.ts';

const text = v.string();
const maybe = v.nullable(text);
const params = v.record(text, v.union([text, v.number()]));

const where = v.strictObject({
  source: text,
  line: v.exactOptional(v.number()),
  record: v.exactOptional(v.number()),
});

const because = v.strictObject({
  evidence: text,
  speaks: v.picklist(['for', 'against']),
  strength: v.picklist(['proof', 'setting', 'text', 'circumstance']),
  params: v.exactOptional(params),
  text: v.exactOptional(text),
  where: v.exactOptional(where),
  error: v.exactOptional(text),
  finding: v.exactOptional(
    v.strictObject({
      rule: text,
      subject: v.exactOptional(text),
      message: v.strictObject({ key: text, params: v.exactOptional(params) }),
    }),
  ),
  count: v.number(),
  words: text,
});

const flow = v.strictObject({
  direction: v.picklist(['send', 'receive', 'submission', 'elsewhere', 'internal', 'unknown']),
  connector: maybe,
  peer: maybe,
  office365: v.boolean(),
  outcome: v.picklist(['broken', 'delayed', 'clearText', 'failing']),
  count: v.number(),
  messages: v.nullable(v.number()),
  firstSeen: maybe,
  lastSeen: maybe,
  likelihood: v.picklist(likelihoods),
  ongoing: v.picklist(['yes', 'no', 'unknown']),
});

const advice = v.variant('from', [
  v.strictObject({
    from: v.literal('rule'),
    rule: text,
    subject: v.exactOptional(text),
    remedy: remedySchema,
  }),
  v.strictObject({ from: v.literal('error'), error: text }),
  v.strictObject({ from: v.literal('cause') }),
]);

const cause = v.strictObject({
  cause: v.picklist(causeNames),
  likelihood: v.picklist(likelihoods),
  because: v.array(because),
  flows: v.array(flow),
  remedy: advice,
  settleBy: v.nullable(
    v.strictObject({
      key: text,
      params: v.exactOptional(params),
      shell: v.picklist(['powershell', 'exchange']),
      commands: v.array(text),
      words: text,
    }),
  ),
  words: v.strictObject({
    name: text,
    likelihood: text,
    meaning: text,
    remedy: v.strictObject({
      summary: text,
      mayBreak: text,
      needsRestart: v.boolean(),
      steps: v.array(v.strictObject({ words: text, commands: v.array(text) })),
    }),
  }),
});

const messages = v.strictObject({ encrypted: v.number(), clear: v.number(), refused: v.number() });
/** Sessions by TLS version, or `clear text`, `failed`, `none`. */
const protocols = v.record(text, v.number());

const peer = v.strictObject({
  peer: maybe,
  via: maybe,
  names: v.array(text),
  moreNames: v.boolean(),
  connector: text,
  direction: v.picklist(['send', 'receive']),
  kind: text,
  office365: v.nullable(v.picklist(['address', 'certificate', 'name'])),
  sessions: v.number(),
  protocols,
  suites: v.array(v.strictObject({ protocol: text, suite: text, sessions: v.number() })),
  messages,
  startTlsMissing: v.number(),
  firstSeen: maybe,
  lastSeen: maybe,
  lastOld: maybe,
  lastClear: maybe,
});

const usage = v.strictObject({
  from: maybe,
  to: maybe,
  sessions: v.number(),
  unfinished: v.number(),
  evicted: v.number(),
  missingRecords: v.number(),
  peers: v.array(peer),
  others: v.array(peer),
  protocols,
  messages,
  newest: v.strictObject({ send: maybe, receive: maybe }),
  cutOff: v.array(v.strictObject({ ...peer.entries, extent: v.picklist(['all', 'some']) })),
  clearWithOffice365: v.array(peer),
  silentClear: v.array(
    v.strictObject({
      direction: v.picklist(['send', 'receive']),
      connector: text,
      peer: text,
      name: maybe,
      office365: v.boolean(),
      failure: text,
      sessions: v.number(),
      messages: v.number(),
      firstSeen: maybe,
      lastSeen: maybe,
    }),
  ),
  notPeers: v.strictObject({
    proxyLeg: v.number(),
    shadow: v.number(),
    probe: v.number(),
    connectionCheck: v.number(),
  }),
  proxied: v.array(peer),
  errors: v.array(
    v.strictObject({
      text,
      direction: v.nullable(v.picklist(['send', 'receive'])),
      connector: text,
      count: v.number(),
      peers: v.array(v.strictObject({ peer: text, count: v.number() })),
      otherPeers: v.number(),
      firstSeen: maybe,
      lastSeen: maybe,
      where,
    }),
  ),
});

export const diagnosisDocumentSchema = v.strictObject({
  schemaVersion: v.literal(diagnosisSchemaVersion),
  producer: v.strictObject({ name: text, version: text }),
  language: text,
  judgedAt: text,
  host: v.nullable(v.strictObject({ name: text, domain: maybe })),
  sources: v.array(
    v.strictObject({
      file: text,
      kind: text,
      records: v.number(),
      unreadable: v.number(),
      unreadableAt: v.array(v.strictObject({ where, reason: text })),
    }),
  ),
  problems: v.array(v.strictObject({ file: text, code: text, detail: v.exactOptional(text), words: text })),
  signals: v.array(
    v.strictObject({
      id: text,
      text,
      count: v.number(),
      firstSeen: maybe,
      lastSeen: maybe,
      where,
      truncated: v.exactOptional(v.literal(true)),
    }),
  ),
  unrecognised: v.array(v.strictObject({ shape: text, count: v.number(), example: text, where })),
  causes: v.array(cause),
  usage: v.nullable(usage),
});
