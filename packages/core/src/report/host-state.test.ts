// The state of a host from its findings, its part in mail and what was not read.
import { describe, expect, test } from 'vitest';
import type { Finding, Verdict } from '../engine/finding.ts';
import type { AnyRule } from '../engine/rule.ts';
import type { Part } from '../part-in-mail/part-in-mail.ts';
import { hostState } from './host-state.ts';
import type { HostState, StateReason } from './report.ts';

const rule = (id: string, extra: object = {}): AnyRule => ({
  id,
  affects: 'both',
  needs: [],
  references: [],
  evaluate: () => [],
  ...extra,
});
const rules = [
  rule('a/essential', { essential: true }),
  rule('a/other'),
  rule('a/hygiene', { affects: 'hygiene' }),
];

const rulesById = new Map(rules.map((one) => [one.id, one]));

const finding = (id: string, verdict: Verdict, extra: Partial<Finding> = {}): Finding => ({
  rule: id,
  verdict,
  message: { key: 'x' },
  evidence: [],
  ...extra,
});
const fail = finding('a/other', 'fail');
const restart = finding('a/other', 'fail', { restartOnly: true });
const warn = finding('a/other', 'warn');
const unread = finding('a/essential', 'notChecked');

describe('worst first', () => {
  const rows: [string, Finding[], Part, HostState, StateReason['key'], number[]][] = [
    ['nothing found', [finding('a/other', 'pass')], 'sendsDirectly', 'ready', 'ready', []],
    ['a failure', [warn, fail], 'sendsDirectly', 'failing', 'failing', [1]],
    ['a failure on a host whose part is unknown', [fail], 'unknown', 'failing', 'failing', [0]],
    ['only a restart is missing', [restart, warn], 'sendsDirectly', 'restartNeeded', 'restartNeeded', [0]],
    ['a restart and more', [restart, fail], 'sendsDirectly', 'failing', 'failing', [1]],
    ['an essential rule without an answer', [unread, warn], 'receives', 'unknown', 'unknown', [0]],
    ['a failure outranks what was not read', [unread, fail], 'receives', 'failing', 'failing', [1]],
    ['another rule without an answer', [finding('a/other', 'notChecked')], 'receives', 'ready', 'ready', []],
    ['a warning', [warn], 'receives', 'atRisk', 'atRisk', [0]],
    ['an unknown part is never green', [], 'unknown', 'unknown', 'partUnknown', []],
    ['no part is green by itself', [unread, warn], 'none', 'ready', 'noPart', []],
    ['hygiene never counts', [finding('a/hygiene', 'fail')], 'receives', 'ready', 'ready', []],
  ];
  test.each(rows)('%s', (_, findings, part, state, key, indexes) => {
    expect(hostState(findings, rulesById, { parts: [part], because: [] }, false)).toEqual({
      state,
      reason: { key, findings: indexes },
    });
  });
});

test('without an essential rule nobody can be called ready, but a failure stays one', () => {
  const part = { parts: ['receives'], because: [] } as const;
  expect(hostState([warn], rulesById, part, true).reason.key).toBe('rulesLeftOut');
  expect(hostState([fail], rulesById, part, true).state).toBe('failing');
});
