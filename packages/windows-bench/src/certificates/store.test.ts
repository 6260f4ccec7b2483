// That a host's stores hold what was put there, and that its Windows can use it.
import { createPrivateKey } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { benchReady } from '../availability.ts';
import { DIGICERT_GLOBAL_ROOT_G2 } from '../first-start.ts';
import { createHost, type WindowsHost } from '../host.ts';
import { makeCertificate } from './certificate.ts';

const bench = await benchReady("certificates in a Windows host's stores");

async function read(host: WindowsHost, store: string, script: string): Promise<unknown> {
  const result = await host.runPowerShell(`
    $store = [Security.Cryptography.X509Certificates.X509Store]::new('${store}', 'LocalMachine'); $store.Open('ReadOnly')
    ConvertTo-Json -Compress @($store.Certificates | Sort-Object Subject | ForEach-Object { ${script} })`);
  expect(result.stderr).toBe('');
  return JSON.parse(result.stdout);
}

describe.runIf(bench)('the certificate stores of a host', () => {
  test('trust one root at first, whatever this machine trusts, and none when it is removed', async () => {
    await using host = await createHost();
    expect(await read(host, 'Root', '$_.Thumbprint')).toEqual([DIGICERT_GLOBAL_ROOT_G2.thumbprint]);
    await host.removeCertificate(DIGICERT_GLOBAL_ROOT_G2.thumbprint, 'Root');
    expect(await read(host, 'Root', '$_.Thumbprint')).toEqual([]);
    expect(await read(host, 'My', '$_.Thumbprint')).toEqual([]);
  });

  test('keep certificates with keys that sign, without keys, and with lost keys', async () => {
    await using host = await createHost();
    const authority = makeCertificate({ subject: 'CN=Contoso CA, O=Contoso', authority: true });
    const mail = makeCertificate({
      subject: 'CN=mail.contoso.com',
      issuer: authority,
      dnsNames: ['mail.contoso.com'],
    });
    const notAfter = new Date('2020-06-01T00:00:00Z');
    const expired = makeCertificate({
      subject: 'CN=expired',
      issuer: authority,
      notAfter,
      hash: 'sha1',
      keySize: 1024,
    });
    await host.addCertificate(authority, 'Root', { privateKey: 'none' });
    await host.addCertificate(authority, 'My', { privateKey: 'none' });
    await host.addCertificate(mail, 'My', { friendlyName: 'Mail für alle' });
    await host.addCertificate(expired, 'My', { privateKey: 'lost' });
    const script = `
      $key = try { [Security.Cryptography.X509Certificates.RSACertificateExtensions]::GetRSAPrivateKey($_).KeySize } catch { '{0:x8}' -f $_.Exception.GetBaseException().HResult }
      $chain = [Security.Cryptography.X509Certificates.X509Chain]::new(); $chain.ChainPolicy.RevocationMode = 'NoCheck'
      $trusted = $chain.Build($_)
      "$($_.Thumbprint) | $($_.Subject) | $($_.FriendlyName) | $($_.HasPrivateKey) | $($_.SignatureAlgorithm.FriendlyName) | $key | $trusted $($chain.ChainStatus.Status)"`;
    expect(await read(host, 'My', script)).toEqual([
      `${authority.thumbprint} | CN=Contoso CA, O=Contoso |  | False | sha256RSA |  | True `,
      `${expired.thumbprint} | CN=expired |  | True | sha1RSA | 80090016 | False NotTimeValid`,
      `${mail.thumbprint} | CN=mail.contoso.com | Mail für alle | True | sha256RSA | 2048 | True `,
    ]);
  });

  test('a key whose numbers begin with zeros comes in whole', async () => {
    await using host = await createHost();
    let certificate = makeCertificate({ subject: 'CN=short', keySize: 1024 });
    while (!hasShortNumber(certificate.privateKeyPem))
      certificate = makeCertificate({ subject: 'CN=short', keySize: 1024 });
    await host.addCertificate(certificate, 'My');
    const script = `[Security.Cryptography.X509Certificates.RSACertificateExtensions]::GetRSAPrivateKey($_).ExportParameters($true).D.Length`;
    expect(await read(host, 'My', script)).toEqual([128]);
  });
});

function hasShortNumber(privateKeyPem: string): boolean {
  const {
    d = '',
    p = '',
    q = '',
    dp = '',
    dq = '',
    qi = '',
  } = createPrivateKey(privateKeyPem).export({ format: 'jwk' });
  const bytes = (value: string): number => Buffer.from(value, 'base64url').length;
  return bytes(d) < 128 || [p, q, dp, dq, qi].some((value) => bytes(value) < 64);
}
