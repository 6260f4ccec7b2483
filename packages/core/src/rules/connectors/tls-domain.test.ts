// connectors/tls-domain: the domain that is expected of each cloud.
import { expect, test } from 'vitest';
import { withSend } from '../../../test/connector-facts.ts';
import { exampleFacts } from '../../../test/example-facts.ts';
import { findingsOf, judged } from '../../../test/judged.ts';

const rule = 'connectors/tls-domain';

const by = (smartHost: string, tlsDomain: string | null) => withSend({ smartHosts: [smartHost], tlsDomain });
const worldwide = 'contoso-com.mail.protection.outlook.com';

test.each([
  ['the tenant by DNS', exampleFacts()],
  ['worldwide', by(worldwide, 'mail.protection.outlook.com')],
  ['worldwide, all names below', by(worldwide, '*.mail.protection.outlook.com')],
  ['mx.microsoft', by('contoso-com.j-v1.mx.microsoft', 'mail.protection.outlook.com')],
  ['US government', by('contoso-us.mail.protection.office365.us', 'mail.protection.office365.us')],
  ['21Vianet', by('contoso-cn.mail.protection.partner.outlook.cn', 'mail.protection.partner.outlook.cn')],
  ['the tenant by DNS, in GCC High', withSend({ tlsDomain: 'mail.protection.office365.us' })],
])('fits: %s', (_, facts) => {
  expect(judged(rule, facts)).toEqual(['pass fine']);
});

test.each([
  ['nothing', null, 'warn notSet'],
  ['a name of the certificate that nobody documents', 'outlook.com', 'warn unexpected'],
  ['a typing mistake', 'mail.protection.outlok.com', 'warn unexpected'],
  ['another cloud', 'mail.protection.partner.outlook.cn', 'fail otherCloud'],
])('does not fit: %s', (_, tlsDomain, expected) => {
  expect(judged(rule, by(worldwide, tlsDomain))).toEqual([expected]);
});

test.each([
  ['at another level Exchange does not look at it', { tlsAuthLevel: 'CertificateValidation' }],
  ['without required TLS neither', { requireTls: false }],
  ['a client that submits mail has another name to check', { smartHosts: ['smtp.office365.com'] }],
])('does not apply: %s', (_, change) => {
  expect(judged(rule, withSend({ tlsDomain: 'x.example', ...change }))).toEqual(['notApplicable none']);
});

test('where two clouds fit, the remedy leaves the choice', () => {
  const [finding] = findingsOf(rule, withSend({ tlsDomain: null }));
  expect(finding?.remedy?.id).toBe('connectors/tls-domain#choose');
});
