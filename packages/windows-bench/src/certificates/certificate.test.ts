// That certificates made to order are what other software takes them for.
import { X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { makeCertificate } from './certificate.ts';

test('says what was ordered', () => {
  const { certificatePem, thumbprint } = makeCertificate({
    subject: 'CN=mail.contoso.com, O=Ünion, C=US',
    dnsNames: ['mail.contoso.com', '*.contoso.com'],
    notBefore: new Date('2020-01-31T10:00:00Z'),
    notAfter: new Date('2051-01-31T10:00:00Z'),
    keySize: 1024,
  });
  const certificate = new X509Certificate(certificatePem);
  expect(certificate.subject).toBe('C=US\nO=Ünion\nCN=mail.contoso.com');
  expect(certificate.subjectAltName).toBe('DNS:mail.contoso.com, DNS:*.contoso.com');
  expect(certificate.validFromDate).toEqual(new Date('2020-01-31T10:00:00Z'));
  expect(certificate.validToDate).toEqual(new Date('2051-01-31T10:00:00Z'));
  expect(certificate.publicKey.asymmetricKeyDetails?.modulusLength).toBe(1024);
  expect(certificate.fingerprint.replaceAll(':', '')).toBe(thumbprint);
});

test('is signed by its issuer, with the hash that was ordered', () => {
  const authority = makeCertificate({ subject: 'CN=Contoso CA', authority: true });
  const issuer = new X509Certificate(authority.certificatePem);
  const certificate = new X509Certificate(
    makeCertificate({ subject: 'CN=a', issuer: authority, hash: 'sha1' }).certificatePem,
  );
  expect(issuer.ca).toBe(true);
  expect(certificate.ca).toBe(false);
  expect(certificate.checkIssued(issuer)).toBe(true);
  expect(certificate.verify(issuer.publicKey)).toBe(true);
  expect(certificate.signatureAlgorithm).toBe('sha1WithRSAEncryption');
});

test('refuses a name that it cannot encode', () => {
  expect(() => makeCertificate({ subject: 'E=me@contoso.com' })).toThrow('Unknown attribute E');
});
