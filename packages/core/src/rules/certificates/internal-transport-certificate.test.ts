// certificates/internal-transport-certificate: how Exchange servers know one another.
import { expect, test } from 'vitest';
import { sectionData, withCertificate } from '../../../test/connector-facts.ts';
import { exampleFacts, withSection } from '../../../test/example-facts.ts';
import { judged } from '../../../test/judged.ts';
import type { HostFacts } from '../../facts/host-facts.ts';

const rule = 'certificates/internal-transport-certificate';

const [service] = sectionData('connectors').transport;
const thumbprint = service?.internalTransportCertificate ?? '';
const gaps = [{ what: 'personal', reason: 'denied' as const, code: '0x80070005' }];

test.each<[string, HostFacts, string]>([
  ['valid', exampleFacts(), 'pass valid'],
  ['expired', withCertificate({ thumbprint, notAfter: '2026-10-01T00:00:00.000Z' }), 'warn expired'],
  ['gone', withCertificate({}), 'warn missing'],
  ['perhaps gone', withSection('certificates', { personal: [] }, gaps), 'notChecked unread'],
  ['not told', withSection('connectors', { transport: [] }), 'notChecked unread'],
  [
    'no transport',
    withSection('exchange', { installation: 'managementTools', roles: [] }),
    'notApplicable noTransport',
  ],
])('%s', (_, facts, expected) => {
  expect(judged(rule, facts)).toEqual([expected]);
});
