// Tests reading certificates against the reader that Node has, on the certificates that Node carries.
import { X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { describe, expect, test } from 'vitest';
import { readCertificate } from './certificate.ts';

/** Self-signed, P-384, serial number 0x00f1a2, common name in Hebrew, valid beyond 2050, for server authentication. */
const hebrew = `MIICCDCCAY6gAwIBAgIDAPGiMAoGCCqGSM49BAMCMDgxCzAJBgNVBAYTAlVTMRAw
DgYDVQQKDAdDb250b3NvMRcwFQYDVQQDDA7Xqdeo16ouZXhhbXBsZTAgFw0yNjEx
MjQyMjUzMDNaGA8yMDgxMDgyNzIyNTMwM1owODELMAkGA1UEBhMCVVMxEDAOBgNV
BAoMB0NvbnRvc28xFzAVBgNVBAMMDtep16jXqi5leGFtcGxlMHYwEAYHKoZIzj0C
AQYFK4EEACIDYgAEWtoqm76D9BMZOREdNv7iBltq2YCBE0uA669ceJwMz6oDFC9n
rtup09Ndgay6xVfoPOBjse5DT13B4kB0spFXrZSic00+uedgPCQHTkRX5gLPrutc
57qlAMVlQR2HNOs+o2gwZjAdBgNVHQ4EFgQU2iBajx41aEH+F5XRaYiImm1+pdIw
HwYDVR0jBBgwFoAU2iBajx41aEH+F5XRaYiImm1+pdIwDwYDVR0TAQH/BAUwAwEB
/zATBgNVHSUEDDAKBggrBgEFBQcDATAKBggqhkjOPQQDAgNoADBlAjB6SmZWozET
hbYsVT5ObXelFv/VZJl5WRguW/jJIxkPDf4vNfabqDij0dTjYHR7QL8CMQDI/P++
F0VWaBRrKn52kFTX6C0fBI5L51XHeEOTlhcqhfW0EgoJsCBxroE46r0LTgk=`;

describe('readCertificate', () => {
  test('reads what the names of Windows PowerShell would translate or leave out', () => {
    expect(readCertificate(Buffer.from(hebrew, 'base64'))).toEqual({
      thumbprint: new X509Certificate(Buffer.from(hebrew, 'base64')).fingerprint.replaceAll(':', ''),
      serialNumber: '00F1A2',
      notBefore: '2026-11-24T22:53:03.000Z',
      notAfter: '2081-08-27T22:53:03.000Z',
      names: ['שרת.example'],
      signatureAlgorithm: '1.2.840.10045.4.3.2',
      keyAlgorithm: 'ECC',
      keySize: 384,
      extendedKeyUsage: ['1.3.6.1.5.5.7.3.1'],
    });
  });

  test('agrees with Node about every root that Node carries', () => {
    expect(rootCertificates.length).toBeGreaterThan(100);
    for (const pem of rootCertificates) {
      const theirs = new X509Certificate(pem);
      const ours = readCertificate(theirs.raw);
      const { modulusLength, namedCurve } = theirs.publicKey.asymmetricKeyDetails ?? {};
      expect(ours).toMatchObject({
        thumbprint: theirs.fingerprint.replaceAll(':', ''),
        notBefore: new Date(theirs.validFrom).toISOString(),
        notAfter: new Date(theirs.validTo).toISOString(),
        keyAlgorithm: theirs.publicKey.asymmetricKeyType === 'rsa' ? 'RSA' : 'ECC',
        keySize:
          modulusLength ?? { prime256v1: 256, secp384r1: 384, secp521r1: 521 }[namedCurve ?? ''] ?? null,
        extendedKeyUsage: theirs.keyUsage ?? [],
      });
      expect(ours.serialNumber.replace(/^0+/, '')).toBe(theirs.serialNumber.replace(/^0+/, ''));
      expect(ours.signatureAlgorithm).toMatch(/^1\.2\.840\.(113549\.1\.1\.(5|11|12|13)|10045\.4\.3\.[234])$/);
      if (/CN=/.test(theirs.subject)) expect(theirs.subject).toContain(`CN=${ours.names[0]}`);
    }
  });

  test('refuses what is none, or only a part of one', () => {
    const bytes = Buffer.from(hebrew, 'base64');
    for (let length = 0; length < bytes.length; length += 7)
      expect(() => readCertificate(bytes.subarray(0, length)), String(length)).toThrow(RangeError);
    expect(() => readCertificate(Buffer.from('MZ'))).toThrow(RangeError);
  });
});
