// Mail arrives at a real SMTP server: under TLS, with its id, whatever a host is called.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostileStrings } from '../../../../packages/core/test/hostile-strings.ts';
import { ownCertificate } from '../tls/own-certificate.ts';
import { send } from './send.ts';

const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'mailflow-tls-mail-'));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('mail', () => {
  const mails: { raw: string; secure: boolean; user: string | undefined; to: string[] }[] = [];
  let server: SMTPServer;
  let port = 0;
  const before = getCACertificates('default');
  beforeAll(async () => {
    const { certificate, key } = await ownCertificate(newFolder(), ['localhost'], Date.now());
    setDefaultCACertificates([...before, certificate]);
    server = new SMTPServer({
      cert: certificate,
      key,
      authMethods: ['PLAIN'],
      onAuth: ({ username, password }, _session, done) =>
        password === 'right' ? done(null, { user: username }) : done(new Error('no')),
      onData(stream, session, done) {
        let raw = '';
        stream.on('data', (part) => (raw += part));
        stream.on('end', () => {
          const to = session.envelope.rcptTo.map(({ address }) => address);
          mails.push({ raw, secure: session.secure, user: session.user, to });
          done();
        });
      },
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    // An address, since it listens on a port.
    port = (server.server.address() as AddressInfo).port;
  });
  afterAll(async () => {
    setDefaultCACertificates(before);
    await new Promise<void>((done) => server.close(done));
  });

  const message = (name: string) => ({
    id: '019a3c5e-7b00-7000-8000-000000000001',
    createdAt: '2026-11-24T08:00:00.000Z',
    group: 'stateChanged:failing',
    count: 1,
    alerts: [
      {
        id: 1,
        at: '2026-11-24T08:00:00.000Z',
        kind: 'stateChanged',
        hostId: 1,
        detail: { name, domain: null, after: 'failing' },
      },
    ],
  });
  const sendTo = async (overrides: object, name = 'EX01'): Promise<void> => {
    const folder = newFolder();
    writeFileSync(join(folder, 'password'), 'right\n');
    const mail = {
      host: 'localhost',
      port,
      from: 'mailflow@contoso.example',
      user: 'mailflow',
      passwordFile: join(folder, 'password'),
      tls: 'starttls' as const,
      ...overrides,
    };
    const settings = { mail, publicUrl: 'https://collector.corp.example', dataFolder: folder };
    await send(
      { settings: settings as never, now: () => 0 }, // only these settings matter here
      {
        id: 1,
        name: 'mail',
        kind: 'mail',
        config: { to: ['admin@contoso.example', 'team@contoso.example'] },
      },
      message(name),
    );
  };

  test('goes out under TLS, with its id', async () => {
    await sendTo({});
    expect(mails[0]).toMatchObject({
      secure: true,
      user: 'mailflow',
      to: ['admin@contoso.example', 'team@contoso.example'],
    });
    expect(mails[0]?.raw).toContain('Subject: Mailflow TLS: EX01 would lose mail with Office 365');
    expect(mails[0]?.raw).toMatch(/^x-mailflow-tls-id: 019a3c5e-7b00-7000-8000-000000000001\r$/im);
    expect(mails[0]?.raw).toContain(
      'Message-ID: <019a3c5e-7b00-7000-8000-000000000001@mailflow-tls.invalid>',
    );
  });

  test('never lets a host write into its header', async () => {
    mails.length = 0;
    for (const name of ['EX\r\nBcc: victim@example.org\r\n\r\nhello', ...hostileStrings])
      await sendTo({}, name);
    for (const { raw, to } of mails) {
      expect(to).toHaveLength(2);
      const head = raw.slice(0, raw.indexOf('\r\n\r\n'));
      expect(head).not.toMatch(/^bcc:/im);
      expect(head.match(/^subject:/gim)).toHaveLength(1);
    }
    expect(mails).toHaveLength(hostileStrings.length + 1);
  });

  test('says why it does not go out', async () => {
    const folder = newFolder();
    await expect(sendTo({ passwordFile: join(folder, 'nothing') })).rejects.toMatchObject({
      code: 'password-not-readable',
    });
    await expect(sendTo({ host: '127.0.0.1' })).rejects.toMatchObject({
      code: 'certificate-not-trusted',
    });
    await expect(
      sendTo({ user: 'mailflow', passwordFile: join(process.cwd(), 'package.json') }),
    ).rejects.toMatchObject({ code: 'eauth' });
    await expect(sendTo({ port: 1 })).rejects.toMatchObject({ code: 'econnrefused' });
  });
});
