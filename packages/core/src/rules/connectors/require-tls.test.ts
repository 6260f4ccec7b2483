// connectors/require-tls: which connectors may fall back to clear text.
import { expect, test } from 'vitest';
import { withSend } from '../../../test/connector-facts.ts';
import { exampleFacts, withSection } from '../../../test/example-facts.ts';
import { findingsOf, judged } from '../../../test/judged.ts';
import type { HostFacts } from '../../facts/host-facts.ts';

const rule = 'connectors/require-tls';

test('a connector to Office 365 that requires TLS', () => {
  expect(judged(rule, exampleFacts())).toEqual(['pass fine']);
});

const loose = { requireTls: false, tlsAuthLevel: null, tlsDomain: null };

test('one that does not, with a command that quotes its name', () => {
  const [finding] = findingsOf(rule, withSend({ ...loose, name: "O'Brien \u2019s $(calc)" }));
  expect(finding).toMatchObject({ verdict: 'warn', message: { key: 'notRequired' } });
  expect(finding?.remedy?.steps[1]).toEqual({
    do: 'command',
    shell: 'exchange',
    command: "Set-SendConnector -Identity 'O''Brien \u2019\u2019s $(calc)' -RequireTLS $true",
  });
});

test.each([
  ['leads to all domains', { ...loose, addressSpaces: ['smtp:*;1'] }],
  ['is disabled', { ...loose, enabled: false }],
  ['belongs to other hosts', { ...loose, usedByThisHost: false }],
  ['leads to another smart host', { ...loose, smartHosts: ['relay.contoso.com'] }],
])('does not apply to one that %s', (_, change) => {
  expect(judged(rule, withSend(change))).toEqual(['notApplicable none']);
});

test('an incomplete list is not checked, even when what was read is fine', () => {
  const gaps = [{ what: 'send', reason: 'timedOut' as const, code: 'timedOut' }];
  expect(judged(rule, withSend({}, {}, gaps))).toEqual(['notChecked unread']);
});

test('management tools see the organisation’s connectors and use none', () => {
  const tools = withSection('exchange', { installation: 'managementTools', roles: [] }, [], withSend(loose));
  expect(judged(rule, tools)).toEqual(['notApplicable none']);
});

test('on an Edge server the remedy says where a subscribed one is changed', () => {
  const loose = withSend({ requireTls: false, tlsAuthLevel: null, tlsDomain: null });
  const steps = (facts: HostFacts) =>
    findingsOf(rule, facts)[0]?.remedy?.steps.map((step) => (step.do === 'manual' ? step.step : step.do));
  expect(steps(loose)).toEqual(['tlsFirst', 'command']);
  const edge = withSection('exchange', { roles: ['edge'] }, [], loose);
  expect(steps(edge)).toEqual(['tlsFirst', 'onEdge', 'command']);
});
