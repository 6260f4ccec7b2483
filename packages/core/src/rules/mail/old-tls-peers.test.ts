// mail/old-tls-peers: who knows nothing newer than TLS 1.1.
import { expect, test } from 'vitest';
import { exampleFacts, exampleNow, withSection } from '../../../test/example-facts.ts';
import { judged } from '../../../test/judged.ts';
import { mailLogPeer } from '../../../test/rule-examples/mail.ts';
import { evaluate } from '../../engine/evaluate.ts';
import type { HostFacts } from '../../facts/host-facts.ts';

const rule = 'mail/old-tls-peers';
const old = withSection('mailLogs', { peers: [mailLogPeer(), mailLogPeer({ cutOff: null })] });

test.each<[string, HostFacts, string]>([
  ['nobody', exampleFacts(), 'pass none'],
  ['somebody', old, 'info found'],
  ['no sessions', withSection('mailLogs', { sessions: 0, peers: [] }), 'notApplicable noSessions'],
])('%s', (_, facts, expected) => {
  expect(judged(rule, facts)).toEqual([expected]);
});

test('names them and what they use', () => {
  const [finding] = evaluate(old, { now: exampleNow, only: [rule] }).findings;
  expect(finding?.evidence).toEqual([
    {
      source: 'EX01\\Default Frontend EX01',
      name: '192.0.2.50 scanner.contoso.com',
      value: 'TLS 1.0: 40',
      writtenAt: '2026-11-01T07:00:00.000Z',
    },
  ]);
});
