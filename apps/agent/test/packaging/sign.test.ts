// Signing, with a certificate made for the test.
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reportNotRun } from '@mailflow-tls/windows-bench';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { moduleManifest } from '../../packaging/module/manifest.ts';
import { buildMsi } from '../../packaging/msi/build-msi.ts';
import { isSignable, type Signer, sign } from '../../packaging/sign.ts';
import { canBuild, flavour } from './packages.ts';

const canSign = spawnSync('osslsigncode', ['--version']).error === undefined;
if (!canSign)
  reportNotRun('signing', 'osslsigncode is not installed (Debian, Ubuntu: apt-get install osslsigncode)');

describe.runIf(canSign && canBuild('signing of packages'))('signing', () => {
  let folder: string;
  let signer: Signer;
  const at = (name: string): string => join(folder, name);
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'mailflow-tls-sign-'));
    const openssl = (...args: string[]): unknown => execFileSync('openssl', args, { stdio: 'ignore' });
    openssl(
      ...[
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-days',
        '2',
        '-keyout',
        at('key.pem'),
        '-out',
        at('cert.pem'),
      ],
      ...[
        '-subj',
        '/CN=Test',
        '-addext',
        'extendedKeyUsage=codeSigning',
        '-addext',
        'keyUsage=digitalSignature',
      ],
    );
    writeFileSync(at('password'), 'geheim');
    openssl(
      'pkcs12',
      '-export',
      '-inkey',
      at('key.pem'),
      '-in',
      at('cert.pem'),
      '-out',
      at('signer.pfx'),
      '-passout',
      'pass:geheim',
    );
    signer = { certificate: at('signer.pfx'), passwordFile: at('password'), timestamp: null };
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const holds = (file: string): boolean =>
    spawnSync('osslsigncode', ['verify', '-CAfile', at('cert.pem'), '-in', file]).status === 0;

  test('signs a package so that any change shows', () => {
    writeFileSync(at('node.bin'), 'x'.repeat(5000));
    const file = at('x.msi');
    buildMsi(
      '1.2.3',
      flavour('current'),
      [{ id: 'NodeExe', name: 'node.exe', component: 'Program', source: at('node.bin') }],
      file,
    );
    expect(holds(file)).toBe(false);
    sign(file, signer);
    expect(holds(file)).toBe(true);
    const bytes = readFileSync(file);
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 3000) ^ 1, bytes.length - 3000);
    writeFileSync(at('changed.msi'), bytes);
    expect(holds(at('changed.msi'))).toBe(false);
  });

  test('signs scripts, and node.exe not', () => {
    writeFileSync(at('m.psd1'), moduleManifest('1.2.3'));
    const module = join(import.meta.dirname, '..', '..', 'packaging', 'module');
    for (const name of ['MailflowTls.psm1', 'MailflowTls.Format.ps1xml'])
      copyFileSync(join(module, name), at(name));
    for (const name of ['m.psd1', 'MailflowTls.psm1', 'MailflowTls.Format.ps1xml']) {
      sign(at(name), signer);
      expect(holds(at(name)), name).toBe(true);
    }
    const text = readFileSync(at('m.psd1'));
    writeFileSync(at('changed.psd1'), Buffer.concat([Buffer.from('# evil\r\n'), text]));
    expect(holds(at('changed.psd1'))).toBe(false);
    expect(isSignable({ id: '', name: 'node.exe', component: '', source: '' })).toBe(false);
  });

  test('says why it failed', () => {
    writeFileSync(at('a.psd1'), '@{}\r\n');
    appendFileSync(at('wrong'), 'wrong');
    expect(() => sign(at('a.psd1'), { ...signer, passwordFile: at('wrong') })).toThrow('could not be signed');
  });
});
