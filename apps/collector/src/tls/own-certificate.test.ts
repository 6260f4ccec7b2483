// The own certificate serves real clients, is renewed in time and keeps its key.
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type PeerCertificate } from 'node:tls';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLogger, transports } from 'winston';
import { fingerprintsOf, ownCertificate } from './own-certificate.ts';
import {
  keepIdentityFresh,
  problemOfIdentity,
  readIdentity,
  type ServerIdentity,
} from './server-identity.ts';

const names = ['collector.corp.example', 'localhost', '127.0.0.1'];
const day = 86_400_000;
const now = Date.now();
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailflow-tls-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What a client that trusts exactly this certificate sees. */
function handshake(port: number, ca: string, options: object = {}): Promise<PeerCertificate> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port, servername: 'collector.corp.example', ca, ...options });
    socket.once('secureConnect', () => {
      resolve(socket.getPeerCertificate());
      socket.destroy();
    });
    socket.once('error', reject);
  });
}

async function serve(identity: ServerIdentity) {
  const server = createServer({ cert: identity.certificate, key: identity.key, minVersion: 'TLSv1.2' });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, port: (server.address() as AddressInfo).port }; // listens on TCP
}

test('clients that were given the certificate trust it, by name and by address', async () => {
  const identity = await ownCertificate(join(folder, 'own'), names, now);
  const { server, port } = await serve(identity);
  const seen = await handshake(port, identity.certificate);
  expect(seen.fingerprint256).toBe(fingerprintsOf(identity.certificate).certificate);
  await handshake(port, identity.certificate, { servername: '' });
  await expect(
    handshake(port, identity.certificate, { servername: 'other.corp.example' }),
  ).rejects.toMatchObject({
    code: 'ERR_TLS_CERT_ALTNAME_INVALID',
  });
  await expect(
    handshake(port, identity.certificate, { maxVersion: 'TLSv1.1', minVersion: 'TLSv1' }),
  ).rejects.toThrow();
  server.close();
});

test('it stays the same until it is due, and then keeps its key', async () => {
  const first = await ownCertificate(join(folder, 'renew'), names, now);
  expect(await ownCertificate(join(folder, 'renew'), names, now + 600 * day)).toEqual(first);
  const renewed = await ownCertificate(join(folder, 'renew'), names, now + 700 * day);
  expect(renewed.certificate).not.toBe(first.certificate);
  expect(fingerprintsOf(renewed.certificate).publicKey).toBe(fingerprintsOf(first.certificate).publicKey);
  const renamed = await ownCertificate(join(folder, 'renew'), [...names, 'new.example'], now + 700 * day);
  expect(renamed.certificate).not.toBe(renewed.certificate);
  expect(renamed.key).toBe(first.key);
});

test.runIf(process.platform !== 'win32')('only its owner reads the key', async () => {
  await ownCertificate(join(folder, 'mode'), names, now);
  expect((await stat(join(folder, 'mode', 'key.pem'))).mode & 0o777).toBe(0o600);
});

test('a damaged certificate is made again', async () => {
  const own = join(folder, 'damaged');
  const first = await ownCertificate(own, names, now);
  await writeFile(join(own, 'certificate.pem'), first.certificate.slice(0, 200));
  const again = await ownCertificate(own, names, now);
  expect(problemOfIdentity(again)).toBeNull();
  expect(again.key).toBe(first.key);
});

test('a running server takes over new files, and keeps the old ones when the new are bad', async () => {
  const one = await ownCertificate(join(folder, 'one'), names, now);
  const two = await ownCertificate(join(folder, 'two'), names, now);
  const files = { certificate: join(folder, 'given.pem'), key: join(folder, 'given.key') };
  const give = async ({ certificate, key }: ServerIdentity) => {
    await writeFile(files.certificate, certificate);
    await writeFile(files.key, key);
  };
  await give(one);
  const { server, port } = await serve(one);
  const lines: string[] = [];
  const log = createLogger({ transports: [new transports.Console({ silent: true })] });
  log.on('data', (line: { message: string }) => lines.push(line.message));
  const stop = keepIdentityFresh(server, one, () => readIdentity(files), { everyMs: 20, log });
  await give({ certificate: two.certificate, key: one.key });
  await new Promise((resolve) => setTimeout(resolve, 150));
  await handshake(port, one.certificate);
  expect(lines).toEqual(['The new certificate is not used; the old one stays.']);
  await give(two);
  await expect.poll(() => handshake(port, two.certificate).then(() => 'new', String)).toBe('new');
  stop();
  server.close();
});
