// connectors/tls-domain-capabilities: trust in the cloud side of a hybrid organisation.
import { expect, test } from 'vitest';
import { sectionData, sendConnector, withReceive } from '../../../test/connector-facts.ts';
import { withSection } from '../../../test/example-facts.ts';
import { findingsOf, judged } from '../../../test/judged.ts';
import type { HybridConfiguration } from '../../facts/connectors.ts';

const rule = 'connectors/tls-domain-capabilities';

const { hybrid } = sectionData('connectors');
const untrusting = { tlsDomainCapabilities: [] };
const named = (change: Partial<HybridConfiguration>) => {
  if (!hybrid) throw new Error('the example is hybrid');
  return { hybrid: { ...hybrid, ...change } };
};

test.each([
  ['trusted', withReceive({}), 'pass fine'],
  ['not trusted', withReceive(untrusting), 'warn missing'],
  [
    'only a partner trusted',
    withReceive({ tlsDomainCapabilities: ['fabrikam.com:AcceptCloudServicesMail'] }),
    'warn missing',
  ],
  [
    'trusted with something else',
    withReceive({ tlsDomainCapabilities: ['mail.protection.outlook.com:AcceptOorgHeader'] }),
    'warn missing',
  ],
  [
    'trusted in the way of Exchange 2010',
    withReceive({ tlsDomainCapabilities: ['mail.protection.outlook.com:AcceptOorgProtocol'] }),
    'pass fine',
  ],
  [
    'others receive',
    withReceive(untrusting, named({ receivingTransportServers: ['EX02'] })),
    'notApplicable none',
  ],
  ['not hybrid', withReceive(untrusting, { hybrid: null }), 'notApplicable none'],
  [
    'hybrid or not is not known',
    withReceive(untrusting, { hybrid: null }, [{ what: 'hybrid', reason: 'denied', code: 'cmdletMissing' }]),
    'notChecked hybridUnread',
  ],
])('%s', (_, facts, expected) => {
  expect(judged(rule, facts)).toEqual([expected]);
});

test('names the domain of the organisation’s cloud', () => {
  const [finding] = findingsOf(rule, withReceive(untrusting, named({ serviceInstance: 1 })));
  expect(finding?.message.params?.['capability']).toBe(
    'mail.protection.partner.outlook.cn:AcceptCloudServicesMail',
  );
});

test('a Send connector that tells the cloud outranks the instance', () => {
  const send = [sendConnector({ addressSpaces: ['smtp:contoso.mail.onmicrosoft.us;1'] })];
  const [finding] = findingsOf(rule, withReceive(untrusting, { send }));
  expect(finding?.message.params?.['capability']).toBe(
    'mail.protection.office365.us:AcceptCloudServicesMail',
  );
});

test('asks of Exchange 2010 what it has', () => {
  const facts = withSection('exchange', { build: '14.3.513.0' }, [], withReceive(untrusting));
  const [finding] = findingsOf(rule, facts);
  expect(finding?.message.params?.['capability']).toBe('mail.protection.outlook.com:AcceptOorgProtocol');
});

test('where the cloud is not certain, the remedy is the wizard', () => {
  const [finding] = findingsOf(rule, withReceive(untrusting, named({ serviceInstance: null })));
  expect(finding?.remedy?.steps).toEqual([{ do: 'manual', step: 'hybridWizard' }]);
});
