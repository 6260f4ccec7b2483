// certificates/smtp-certificate: whether STARTTLS can be offered at all.
import { expect, test } from 'vitest';
import { personalCertificate } from '../../../test/connector-facts.ts';
import { exampleFacts, withSection } from '../../../test/example-facts.ts';
import { findingsOf, judged } from '../../../test/judged.ts';
import type { HostFacts } from '../../facts/host-facts.ts';

const rule = 'certificates/smtp-certificate';

const expired = personalCertificate({ notAfter: '2026-10-01T00:00:00.000Z' });
const noKey = personalCertificate({ hasPrivateKey: false });

test.each<[string, HostFacts, string]>([
  ['there', exampleFacts(), 'pass present'],
  [
    'one of two expired',
    withSection('certificates', { personal: [expired, personalCertificate({})] }),
    'pass present',
  ],
  ['expired', withSection('certificates', { personal: [expired] }), 'fail noneValid'],
  ['without key', withSection('certificates', { personal: [noKey] }), 'fail noneValid'],
  [
    'bound to nothing',
    withSection('certificates', {
      exchangeServices: { source: 'Get-ExchangeCertificate', certificates: [] },
    }),
    'fail none',
  ],
  [
    'Exchange could not be asked',
    withSection('certificates', { exchangeServices: null }, [
      { what: 'exchangeServices', reason: 'denied', code: 'x' },
    ]),
    'notChecked unread',
  ],
  ['no Exchange', withSection('exchange', { installation: 'none', roles: [] }), 'notApplicable noTransport'],
])('%s', (_, facts, expected) => {
  expect(judged(rule, facts)).toEqual([expected]);
});

test('the self-signed certificate is a stopgap, no command on the way', () => {
  const [finding] = findingsOf(rule, withSection('certificates', { personal: [expired] }));
  expect(finding?.remedy?.steps.map((step) => (step.do === 'manual' ? step.step : step.do))).toEqual([
    'getCertificate',
    'stopgap',
    'restartService',
  ]);
});
