// certificates/connector-certificate: which certificate a connector gets, and what can be wrong with it.
import { describe, expect, test } from 'vitest';
import {
  personalCertificate,
  receiveConnector,
  sectionData,
  sendConnector,
} from '../../../test/connector-facts.ts';
import { exampleFacts, withSection } from '../../../test/example-facts.ts';
import { findingsOf, judged } from '../../../test/judged.ts';
import type { PersonalCertificate } from '../../facts/certificates.ts';

const rule = 'certificates/connector-certificate';

const [good] = sectionData('certificates').personal;
const certificates = (...changes: Partial<PersonalCertificate>[]) =>
  withSection('certificates', { personal: changes.map((change) => personalCertificate(change)) });
const verdicts = (...changes: Partial<PersonalCertificate>[]) => judged(rule, certificates(...changes));
const otherSubject = { subject: 'CN=old.contoso.com', names: ['old.contoso.com'] };

test('the certificate that both connectors name is sound', () => {
  const [finding, ...more] = findingsOf(rule, exampleFacts());
  expect(finding).toMatchObject({ verdict: 'pass', message: { key: 'fine' } });
  expect(finding?.evidence).toHaveLength(1);
  expect(more).toEqual([]);
});

describe('one certificate', () => {
  test.each<[string, Partial<PersonalCertificate>, string]>([
    ['expired', { notAfter: '2026-10-31T23:59:59Z' }, 'fail expired'],
    ['expires in 30 days', { notAfter: '2026-11-30T12:00:00.000Z' }, 'warn expiresSoon'],
    ['is not valid yet', { notBefore: '2026-12-01T00:00:00.000Z' }, 'fail notYetValid'],
    ['has no private key', { hasPrivateKey: false, privateKeyUsable: null }, 'fail noPrivateKey'],
    ['has a private key that nobody can open', { privateKeyUsable: false }, 'warn keyUnusable'],
    ['is signed with SHA-1', { signatureAlgorithm: '1.2.840.113549.1.1.5' }, 'fail weakSignature'],
    ['has a short key', { keySize: 1024 }, 'warn weakKey'],
    ['has a broken chain', { chain: { valid: false, problems: ['PartialChain'] } }, 'warn chainBroken'],
    ['has strange names', { names: ['mail.fabrikam.com'] }, 'warn foreignNames'],
  ])('%s', (_, change, expected) => {
    expect(verdicts(change)).toEqual([expected]);
  });

  test.each<[string, Partial<PersonalCertificate>]>([
    ['expires in 31 days', { notAfter: '2026-12-02T12:00:00.000Z' }],
    ['was not asked for revocation', { chain: { valid: false, problems: ['RevocationStatusUnknown'] } }],
    ['has a wildcard', { names: ['*.contoso.com'] }],
    ['has the bare domain', { names: ['contoso.com'] }],
    ['has a curve instead of a long key', { keyAlgorithm: 'ECC', keySize: 256 }],
    ['was not told whether its key works', { privateKeyUsable: null, chain: null }],
  ])('%s and is fine', (_, change) => {
    expect(verdicts(change)).toEqual(['pass fine']);
  });

  test('tells every fault once, with all connectors that present it', () => {
    const findings = findingsOf(rule, certificates({ notAfter: '2026-11-02T11:00:00.000Z', keySize: 1024 }));
    expect(findings.map((finding) => finding.message)).toMatchObject([
      {
        key: 'expiresSoon',
        params: { count: 0, connectors: 'Outbound to Office 365 - 0f3d5f0e, EX01\\Default Frontend EX01' },
      },
      { key: 'weakKey' },
    ]);
  });

  test('without administrator rights an unopened key proves nothing', () => {
    const facts = certificates({ privateKeyUsable: false });
    const { powershell } = facts.gatherer;
    if (!powershell) throw new Error('the example ran PowerShell');
    const plain = {
      ...facts,
      gatherer: { ...facts.gatherer, powershell: { ...powershell, elevated: false } },
    };
    expect(judged(rule, plain)).toEqual(['notChecked keyNotOpened']);
  });

  test('not bound to SMTP is worth a note, for Exchange does not ask', () => {
    const exchangeServices = { source: 'Get-ExchangeCertificate', certificates: [] };
    expect(judged(rule, withSection('certificates', { exchangeServices }))).toEqual(['info notBound']);
  });

  test('self-signed', () => {
    const own = { subject: 'CN=EX01', issuer: 'CN=EX01', names: ['EX01.contoso.com'] };
    const facts = certificates(own);
    expect(judged(rule, withSection('connectors', named('<I>CN=EX01<S>CN=EX01'), [], facts))).toEqual([
      'warn selfSigned',
    ]);
  });
});

function named(tlsCertificateName: string | null) {
  return { send: [sendConnector({ tlsCertificateName })], receive: [] };
}

describe('several certificates', () => {
  test('a renewed one wins over its expired predecessor, which is not reported', () => {
    const old = {
      thumbprint: '00',
      notBefore: '2025-06-01T00:00:00.000Z',
      notAfter: '2026-06-01T00:00:00.000Z',
    };
    expect(verdicts(old, {})).toEqual(['pass fine']);
    expect(verdicts({}, old)).toEqual(['pass fine']);
  });

  test('of two valid ones the newest is named, and that it is not bound yet', () => {
    const newer = { thumbprint: 'NEWER', notBefore: '2026-09-01T00:00:00.000Z' };
    const messages = findingsOf(rule, certificates({}, newer)).map(({ message }) => message);
    expect(messages).toMatchObject([
      { key: 'notBound', params: { thumbprint: 'NEWER' } },
      { key: 'several', params: { thumbprint: 'NEWER', count: 2 } },
    ]);
  });

  test('a newer one without a private key does not win', () => {
    expect(
      verdicts({}, { thumbprint: '01', notBefore: '2026-09-01T00:00:00.000Z', hasPrivateKey: false }),
    ).toEqual(['pass fine']);
  });
});

describe('the setting of the connector', () => {
  test.each([
    ['names a certificate that is not there', '<I>CN=Nobody<S>CN=mail.contoso.com', 'fail notFound'],
    ['has no form that can be read', 'CN=mail.contoso.com', 'warn badSyntax'],
    ['is empty, and the FQDN finds one', null, 'pass fine'],
    ['has other letters', `<i>${good?.issuer.toLowerCase()}<s>${good?.subject}`, 'pass fine'],
  ])('%s', (_, name, expected) => {
    expect(judged(rule, withSection('connectors', named(name)))).toEqual([expected]);
  });

  test('is empty, and no certificate covers the FQDN', () => {
    const facts = certificates(otherSubject);
    expect(judged(rule, withSection('connectors', named(null), [], facts))).toEqual(['warn notFoundByFqdn']);
  });

  test('names a missing certificate on a host that may not use it', () => {
    const send = [sendConnector({ tlsCertificateName: '<I>CN=A<S>CN=B', usedByThisHost: null })];
    expect(judged(rule, withSection('connectors', { send, receive: [] }))).toEqual(['warn notFound']);
  });

  test.each([
    ['other hosts send', { usedByThisHost: false }],
    ['the connector is disabled', { enabled: false }],
    ['a connector for everybody names none', { addressSpaces: ['smtp:*;1'], tlsCertificateName: null }],
  ])('does not matter when %s', (_, change) => {
    const send = [sendConnector({ tlsCertificateName: '<I>CN=A<S>CN=B', ...change })];
    expect(judged(rule, withSection('connectors', { send, receive: [] }))).toEqual(['notApplicable none']);
  });

  test('matters less on a Receive connector for everybody', () => {
    const receive = [receiveConnector({ tlsDomainCapabilities: [] })];
    const facts = certificates({ notAfter: '2026-10-01T00:00:00.000Z' });
    expect(judged(rule, withSection('connectors', { send: [], receive }, [], facts))).toEqual([
      'warn expired',
    ]);
  });
});

test('a key that the account may not open proves nothing', () => {
  const gap = {
    what: `personal.${good?.thumbprint}.privateKeyUsable`,
    reason: 'denied' as const,
    code: '0x80070005',
  };
  const facts = withSection('certificates', { personal: [personalCertificate({ privateKeyUsable: null })] }, [
    gap,
  ]);
  const [finding] = findingsOf(rule, facts);
  expect(finding).toMatchObject({ verdict: 'notChecked', because: { reason: 'denied', code: '0x80070005' } });
});

test('a certificate that could not be read may be the one that is missed', () => {
  const gaps = [{ what: 'personal.00AA', reason: 'failed' as const, code: 'x' }];
  expect(judged(rule, withSection('certificates', { personal: [] }, gaps))).toEqual(['notChecked unread']);
});

test('a list of certificates that is not complete proves no absence', () => {
  const gaps = [{ what: 'personal', reason: 'denied' as const, code: '0x80070005' }];
  expect(judged(rule, withSection('certificates', { personal: [] }, gaps))).toEqual(['notChecked unread']);
});

describe('the remedy', () => {
  test('takes a sound certificate that is on the host, with names quoted', () => {
    const send = [sendConnector({ name: "a'b", tlsCertificateName: '<I>CN=A<S>CN=B' })];
    const [finding] = findingsOf(rule, withSection('connectors', { send, receive: [] }));
    expect(finding?.remedy?.id).toBe('certificates/connector-certificate#use');
    expect(finding?.remedy?.steps[1]).toMatchObject({
      command: `Set-SendConnector -Identity 'a''b' -TlsCertificateName "<I>$($certificate.Issuer)<S>$($certificate.Subject)"`,
    });
  });

  test('asks for a new one when there is none', () => {
    const [finding] = findingsOf(rule, certificates({ notAfter: '2026-10-01T00:00:00.000Z' }));
    expect(finding?.remedy?.id).toBe('certificates/connector-certificate#renew');
  });
});
