// connectors/starttls-offered: which connectors offer it to Office 365.
import { expect, test } from 'vitest';
import { withReceive } from '../../../test/connector-facts.ts';
import { findingsOf, judged } from '../../../test/judged.ts';

const rule = 'connectors/starttls-offered';

const without = { authMechanism: ['Integrated', 'ExchangeServer'] };

test.each([
  ['offered', {}, 'pass fine'],
  ['offered, X-ANONYMOUSTLS suppressed', { suppressXAnonymousTls: true }, 'pass fine'],
  ['not offered to Office 365', without, 'fail missing'],
  ['not offered to anybody', { ...without, tlsDomainCapabilities: [] }, 'warn missingOnOpen'],
  [
    'not offered to machines in the house',
    { ...without, tlsDomainCapabilities: [], remoteIpRanges: ['10.0.0.0/8'] },
    'notApplicable none',
  ],
  ['not offered by a disabled connector', { ...without, enabled: false }, 'notApplicable none'],
])('%s', (_, change, expected) => {
  expect(judged(rule, withReceive(change))).toEqual([expected]);
});

test('basic authentication over TLS alone does not offer STARTTLS by name', () => {
  expect(judged(rule, withReceive({ authMechanism: ['BasicAuthRequireTLS'] }))).toEqual(['fail missing']);
});

test('the command keeps the other mechanisms', () => {
  const step = findingsOf(rule, withReceive(without))[0]?.remedy?.steps[0];
  expect(step).toMatchObject({
    command:
      "Set-ReceiveConnector -Identity 'EX01\\Default Frontend EX01' -AuthMechanism 'Tls, Integrated, ExchangeServer'",
  });
});

test('an incomplete list is not checked', () => {
  const gaps = [{ what: 'receive', reason: 'timedOut' as const, code: 'timedOut' }];
  expect(judged(rule, withReceive({}, {}, gaps))).toEqual(['notChecked unread']);
});
