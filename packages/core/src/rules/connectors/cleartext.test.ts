// connectors/cleartext: mail that leaves unencrypted now.
import { expect, test } from 'vitest';
import { withSend } from '../../../test/connector-facts.ts';
import { afterBoot, withProtocols, withSection } from '../../../test/example-facts.ts';
import { findingsOf, judged } from '../../../test/judged.ts';
import { protocolsPath } from '../../facts/schannel.ts';

const rule = 'connectors/cleartext';

const loose = { requireTls: false, tlsAuthLevel: null, tlsDomain: null };
const off = { 'TLS 1.2\\Client': { Enabled: 0, DisabledByDefault: 1 } };
const toInternet = { ...loose, addressSpaces: ['smtp:*;1'] };

test('TLS 1.2 works', () => {
  expect(judged(rule, withSend(loose))).toEqual(['pass fine']);
});

test('TLS 1.2 is off, but the connector insists on TLS: mail waits, it does not leak', () => {
  expect(judged(rule, withProtocols(off))).toEqual(['pass fine']);
});

test.each([
  ['to Office 365', loose, 'connectors/cleartext#require'],
  ['to all domains', toInternet, 'connectors/cleartext#offer'],
])('TLS 1.2 is off and the connector %s does not insist', (_, change, remedy) => {
  const [finding] = findingsOf(rule, withProtocols(off, undefined, withSend(change)));
  expect(finding).toMatchObject({
    verdict: 'fail',
    message: { key: 'inTheClear' },
    remedy: { id: remedy },
  });
});

test('TLS 1.2 could not be read', () => {
  const gap = { what: `${protocolsPath}\\TLS 1.2\\Client`, reason: 'denied' as const, code: '0x80070005' };
  const facts = withSection('schannel', {}, [gap], withSend(loose));
  const [finding] = findingsOf(rule, facts);
  expect(finding).toMatchObject({ verdict: 'notChecked', because: { reason: 'denied' } });
});

test('TLS 1.2 waits for a restart: the mail may still leave in clear text', () => {
  const on = { 'TLS 1.2\\Client': { Enabled: 1, DisabledByDefault: 0 } };
  const [finding] = findingsOf(rule, withProtocols(on, afterBoot, withSend(loose)));
  expect(finding).toMatchObject({ verdict: 'notChecked', because: { code: 'restartPending' } });
});

test('the registry holds nothing and Windows is not known', () => {
  const facts = withSection('os', { build: 100 }, [], withProtocols({}, undefined, withSend(loose)));
  expect(judged(rule, facts)).toEqual(['notChecked tlsUnknown']);
});
