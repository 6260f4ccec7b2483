// mail/tls-events: what the event logs tell.
import { expect, test } from 'vitest';
import { exampleFacts, exampleNow, withSection, withUnread } from '../../../test/example-facts.ts';
import { judged } from '../../../test/judged.ts';
import { evaluate } from '../../engine/evaluate.ts';

const rule = 'mail/tls-events';
const group = {
  log: 'System',
  provider: 'Schannel',
  id: 36874,
  data: ['TLS 1.2', ''],
  count: 6,
  firstSeen: '2026-10-30T08:00:00.000Z',
  lastSeen: '2026-11-01T08:00:00.000Z',
};

test('each provider once, and never more than a note', () => {
  const facts = withSection('events', {
    groups: [
      group,
      { ...group, id: 36887, count: 2 },
      { ...group, provider: 'MSExchangeTransport', id: 2015 },
    ],
  });
  const findings = evaluate(facts, { now: exampleNow, only: [rule] }).findings;
  expect(findings.map(({ verdict, subject, message }) => [verdict, subject, message.params?.count])).toEqual([
    ['info', 'Schannel', 8],
    ['info', 'MSExchangeTransport', 6],
  ]);
  expect(findings[0]?.evidence[0]).toMatchObject({
    source: 'System, Schannel 36874',
    name: 'TLS 1.2',
    value: 6,
  });
});

test('nothing, and not read', () => {
  expect(judged(rule, exampleFacts())).toEqual(['pass none']);
  expect(judged(rule, withUnread('events'))).toEqual(['notChecked notRead']);
});
