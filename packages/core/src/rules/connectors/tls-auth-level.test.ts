// connectors/tls-auth-level: how far the other side is checked.
import { expect, test } from 'vitest';
import { withSend } from '../../../test/connector-facts.ts';
import { findingsOf, judged } from '../../../test/judged.ts';
import type { SendConnector } from '../../facts/connectors.ts';

const rule = 'connectors/tls-auth-level';

test.each([
  ['DomainValidation', 'pass fine'],
  ['CertificateValidation', 'pass fine'],
  ['EncryptionOnly', 'warn encryptionOnly'],
  [null, 'warn notSet'],
])('%s', (tlsAuthLevel, expected) => {
  expect(judged(rule, withSend({ tlsAuthLevel }))).toEqual([expected]);
});

test.each([
  ['TLS is not required', { requireTls: false }],
  ['STARTTLS is ignored', { ignoreStartTls: true }],
])('no level can be set while %s', (_, change) => {
  expect(judged(rule, withSend({ tlsAuthLevel: null, ...change }))).toEqual(['notApplicable none']);
});

const command = (change: Partial<SendConnector>) => {
  const step = findingsOf(rule, withSend({ tlsAuthLevel: null, ...change }))[0]?.remedy?.steps[0];
  return step?.do === 'command' ? step.command.replace(/^.*'\s/, '') : undefined;
};

test('the remedy validates by domain only where the name tells the cloud', () => {
  expect(command({ smartHosts: ['contoso-us.mail.protection.office365.us'] })).toBe(
    '-TlsAuthLevel DomainValidation -TlsDomain mail.protection.office365.us',
  );
  expect(command({})).toBe('-TlsAuthLevel CertificateValidation');
  expect(command({ smartHosts: ['smtp.office365.com'] })).toBe('-TlsAuthLevel CertificateValidation');
});
