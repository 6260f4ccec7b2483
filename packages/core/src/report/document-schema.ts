// The shape of the JSON format as a schema, from which schema/report.json is generated. Not part of any bundle.
import * as v from 'valibot';
import { protocolNames } from '../effective/protocol-state.ts';
import { verdictOrder } from '../engine/finding.ts';
import { hostFactsSchema, sectionNames } from '../facts/host-facts.ts';
import { unreadReasonSchema } from '../facts/section.ts';
import { documentSchemaVersion } from './json.ts';
import { hostStates, reportSchemaVersion } from './report.ts';

const text = v.string();
const params = v.record(text, v.union([text, v.number()]));
const lines = v.array(text);

const step = v.variant('do', [
  v.strictObject({
    do: v.literal('setValue'),
    path: text,
    name: text,
    kind: v.picklist(['REG_DWORD', 'REG_SZ', 'REG_MULTI_SZ']),
    data: v.union([v.number(), text, lines]),
  }),
  v.strictObject({ do: v.literal('deleteValue'), path: text, name: text }),
  v.strictObject({ do: v.literal('deleteKey'), path: text }),
  v.strictObject({
    do: v.literal('command'),
    shell: v.picklist(['powershell', 'exchange', 'cmd']),
    command: text,
  }),
  v.strictObject({ do: v.literal('manual'), step: text, params: v.exactOptional(params) }),
  v.strictObject({ do: v.literal('restartWindows') }),
  v.strictObject({ do: v.literal('restartService'), service: text }),
]);

const evidence = v.strictObject({
  source: text,
  name: v.exactOptional(text),
  value: v.nullable(v.union([text, v.number()])),
  kind: v.exactOptional(text),
  expected: v.exactOptional(text),
  writtenAt: v.exactOptional(text),
});

export const remedySchema = v.strictObject({
  id: text,
  params: v.exactOptional(params),
  steps: v.array(step),
});

const finding = v.strictObject({
  rule: text,
  subject: v.exactOptional(text),
  verdict: v.picklist(verdictOrder),
  unweighed: v.exactOptional(v.picklist(['warn', 'fail'])),
  message: v.strictObject({ key: text, params: v.exactOptional(params) }),
  evidence: v.array(evidence),
  remedy: v.exactOptional(remedySchema),
  because: v.exactOptional(
    v.strictObject({
      section: v.picklist(sectionNames),
      reason: unreadReasonSchema,
      code: text,
      what: v.exactOptional(text),
    }),
  ),
  restartOnly: v.exactOptional(v.literal(true)),
  words: v.strictObject({
    verdict: text,
    title: text,
    sentence: text,
    rationale: text,
    remedy: v.exactOptional(
      v.strictObject({
        summary: text,
        mayBreak: text,
        needsRestart: v.boolean(),
        steps: v.array(v.strictObject({ words: text, commands: lines })),
      }),
    ),
  }),
});

const role = v.strictObject({
  stored: v.picklist([
    'on',
    'offByDefault',
    'off',
    'notSupported',
    'unreadable',
    'wrongType',
    'unknownSystem',
  ]),
  explicit: v.boolean(),
  pending: v.picklist(['no', 'yes', 'unknown']),
});

const report = v.strictObject({
  schemaVersion: v.literal(reportSchemaVersion),
  id: text,
  judgedAt: text,
  core: text,
  host: v.strictObject({ name: text, domain: v.nullable(text) }),
  state: v.picklist(hostStates),
  reason: v.strictObject({
    key: v.picklist([...hostStates, 'partUnknown', 'rulesLeftOut', 'noPart']),
    findings: v.array(v.number()),
  }),
  part: v.strictObject({
    parts: v.array(
      v.picklist([
        'sendsDirectly',
        'receives',
        'throughEdgeOrSmartHost',
        'applicationRelay',
        'none',
        'unknown',
      ]),
    ),
    because: v.array(evidence),
  }),
  protocols: v.array(
    v.strictObject({
      protocol: v.picklist(protocolNames),
      client: role,
      server: role,
      healthChecker: v.nullable(v.picklist(['Enabled', 'Disabled', 'Half Disabled', 'Misconfigured'])),
    }),
  ),
  findings: v.array(finding),
  skippedRules: lines,
  staleReferenceData: v.array(
    v.strictObject({ name: text, asOf: text, ageDays: v.exactOptional(v.number()) }),
  ),
  facts: hostFactsSchema,
  words: v.strictObject({ state: text, reason: text, parts: lines }),
});

export const reportDocumentSchema = v.strictObject({
  schemaVersion: v.literal(documentSchemaVersion),
  producer: v.strictObject({ name: text, version: text }),
  language: text,
  reports: v.array(report),
});
