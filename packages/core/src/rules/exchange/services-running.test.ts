// exchange/services-running: services that rest.
import { expect, test } from 'vitest';
import { exampleFacts, withSection } from '../../../test/example-facts.ts';
import { findingsOf, judged } from '../../../test/judged.ts';

const rule = 'exchange/services-running';

const services = (...list: [name: string, status: string][]) =>
  withSection('exchange', { services: list.map(([name, status]) => ({ name, status })) });

test('all run', () => {
  expect(judged(rule, exampleFacts())).toEqual(['pass running']);
});

test.each<[string, [string, string][], string[]]>([
  ['transport stopped', [['MSExchangeTransport', 'Stopped']], ['fail stopped']],
  ['transport starting', [['MSExchangeTransport', 'StartPending']], ['warn changing']],
  [
    'delivery stopped',
    [
      ['MSExchangeTransport', 'Running'],
      ['MSExchangeDelivery', 'Stopped'],
    ],
    ['warn inwardStopped'],
  ],
  [
    'EdgeSync stopped, which moves no mail',
    [
      ['MSExchangeTransport', 'Running'],
      ['MSExchangeEdgeSync', 'Stopped'],
    ],
    ['pass running'],
  ],
  ['nothing read', [], ['notChecked unread']],
])('%s', (_, list, expected) => {
  expect(judged(rule, services(...list))).toEqual(expected);
});

test('a paused service is resumed, not started', () => {
  const [finding] = findingsOf(rule, services(['MSExchangeTransport', 'Paused']));
  expect(finding?.remedy?.steps[1]).toMatchObject({ command: "Resume-Service -Name 'MSExchangeTransport'" });
});

test('a service that could not be read is not taken for running', () => {
  const gaps = [{ what: 'services.MSExchangeTransport', reason: 'denied' as const, code: 'x' }];
  const list = [{ name: 'MSExchangeFrontEndTransport', status: 'Running' }];
  expect(judged(rule, withSection('exchange', { services: list }, gaps))).toEqual(['notChecked unread']);
});

test('management tools need no transport', () => {
  const tools = withSection('exchange', { installation: 'managementTools', roles: [], services: [] });
  expect(judged(rule, tools)).toEqual(['notApplicable noTransport']);
});
