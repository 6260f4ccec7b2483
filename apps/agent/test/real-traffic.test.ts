// Real servers refuse, reset and strip; what real clients print about it goes through the same diagnosis.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TLSSocket } from 'node:tls';
import { diagnose, readEvidence } from '@mailflow-tls/core/evidence';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noteNotRun } from '../../../packages/core/test/not-run.ts';

/** No limit of a test ends a program that is waited for in one piece, so each has its own. */
const longestProgram = 15_000;

function has(program: string, args: readonly string[]): boolean {
  const { error } = spawnSync(program, args, {
    stdio: 'ignore',
    timeout: longestProgram,
    killSignal: 'SIGKILL',
  });
  return error === undefined;
}

const hasOpenSsl = has('openssl', ['version']);
const hasPostfix = has('posttls-finger', ['-h']);
if (!hasOpenSsl) noteNotRun('mail with servers that refuse TLS', 'OpenSSL is not installed');
if (!hasPostfix) noteNotRun('mail from a client of Postfix', 'Postfix is not installed');

type Behaviour =
  | {
      readonly name: 'noStartTls' | 'resets' | 'closes' | 'silent' | 'talksOn' | 'unavailable' | 'demandsTls';
    }
  | { readonly name: 'tls'; readonly options: Record<string, string | undefined> };

let folder: string;
let key: Buffer;
let certificate: Buffer;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mailflow-tls-traffic-'));
  if (!hasOpenSsl) return;
  const [keyFile, certificateFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=wrong.example', '-days', '2', '-nodes', '-newkey', 'rsa:2048'];
  execFileSync('openssl', ['req', '-x509', ...subject, '-keyout', keyFile, '-out', certificateFile], {
    stdio: 'ignore',
    timeout: longestProgram,
    killSignal: 'SIGKILL',
  });
  key = readFileSync(keyFile);
  certificate = readFileSync(certificateFile);
}, 30_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A mail server that goes wrong in one way. */
async function serve(behaviour: Behaviour): Promise<{ port: number; stop: () => void }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.write('220 mail.contoso.com ESMTP ready\r\n');
    socket.on('data', (data) => {
      const command = data.toString().trim().toUpperCase();
      if (/^(EHLO|HELO|LHLO)/.test(command)) socket.write(greeting(behaviour));
      else if (command === 'STARTTLS') startTls(socket, behaviour);
      else if (command === 'QUIT') socket.end('221 2.0.0 bye\r\n');
      else if (behaviour.name === 'demandsTls')
        socket.write('530 5.7.0 Must issue a STARTTLS command first\r\n');
      else socket.write('250 2.0.0 OK\r\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const stop = (): void => {
    server.close();
    // A connection that nobody ends would keep the process.
    for (const socket of sockets) socket.destroy();
  };
  return { port: address.port, stop };
}

function greeting({ name }: Behaviour): string {
  const offers = name === 'noStartTls' || name === 'demandsTls' ? '' : '250-STARTTLS\r\n';
  return `250-mail.contoso.com\r\n${offers}250 SIZE 1000000\r\n`;
}

function startTls(socket: Socket, behaviour: Behaviour): void {
  switch (behaviour.name) {
    case 'unavailable':
      socket.write('454 4.7.0 TLS not available due to local problem\r\n');
      return;
    case 'resets':
      socket.write('220 2.0.0 Ready to start TLS\r\n', () => setTimeout(() => socket.resetAndDestroy(), 50));
      return;
    case 'closes':
      socket.write('220 2.0.0 Ready to start TLS\r\n', () => setTimeout(() => socket.end(), 50));
      return;
    case 'talksOn':
      socket.removeAllListeners('data');
      socket.write('220 2.0.0 Ready to start TLS\r\n');
      socket.on('data', () => socket.write('500 5.5.1 Command unrecognized\r\n'));
      return;
    case 'tls': {
      socket.removeAllListeners('data');
      socket.write('220 2.0.0 Ready to start TLS\r\n');
      const secure = new TLSSocket(socket, { isServer: true, key, cert: certificate, ...behaviour.options });
      secure.on('error', () => {});
      secure.on('data', () => secure.write('250 mail.contoso.com\r\n'));
      return;
    }
    default:
      socket.write('502 5.5.1 not implemented\r\n');
  }
}

function transcript(program: string, args: readonly string[], stdin = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { timeout: longestProgram, killSignal: 'SIGKILL' });
    let text = '';
    child.stdout.on('data', (data: Buffer) => {
      text += data.toString();
    });
    child.stderr.on('data', (data: Buffer) => {
      text += data.toString();
    });
    child.on('error', reject);
    child.on('close', () => resolve(text));
    // Whatever it has started may hold its output open when it is gone.
    child.on('exit', () => setTimeout(() => resolve(text), 2000).unref());
    child.stdin.on('error', () => {});
    // A client at a terminal stays until it is told to go.
    setTimeout(() => child.stdin.end(stdin), 1500);
  });
}

const openSsl = (port: number): Promise<string> =>
  transcript(
    'openssl',
    [
      's_client',
      '-starttls',
      'smtp',
      '-connect',
      `127.0.0.1:${port}`,
      '-min_protocol',
      'TLSv1.2',
      '-verify_return_error',
      '-verify',
      '2',
    ],
    'QUIT\r\n',
  );
const postfix = (port: number): Promise<string> =>
  transcript('posttls-finger', [
    '-t',
    '4',
    '-T',
    '4',
    '-l',
    'secure',
    '-p',
    '>=TLSv1.2',
    '-o',
    'tls_medium_cipherlist=ECDHE-RSA-AES256-GCM-SHA384',
    `[127.0.0.1]:${port}`,
  ]);

async function causes(behaviour: Behaviour, client: (port: number) => Promise<string>) {
  const { port, stop } = await serve(behaviour);
  try {
    return judge(await client(port));
  } finally {
    stop();
  }
}

function judge(text: string) {
  const { signals } = readEvidence(text, { source: 'transcript' });
  const diagnosis = diagnose({ signals, now: new Date('2026-11-01T12:00:00Z') });
  return { text, ids: signals.map(({ id }) => id), causes: diagnosis.causes };
}

const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' };
const cipher = { maxVersion: 'TLSv1.2', ciphers: 'AES128-SHA:@SECLEVEL=0' };

describe.runIf(hasOpenSsl && hasPostfix)('a client of Postfix', () => {
  test.each<[string, Behaviour, string]>([
    ['only TLS 1.0 and 1.1', { name: 'tls', options: old }, 'tls-version'],
    ['the connection is reset', { name: 'resets' }, 'network'],
    ['TLS is not available', { name: 'unavailable' }, 'certificate'],
  ])(
    '%s',
    async (_, behaviour, cause) => {
      const { text, causes: found } = await causes(behaviour, postfix);
      expect(
        found.map((one) => one.cause),
        text,
      ).toContain(cause);
    },
    30_000,
  );
});

describe.runIf(hasOpenSsl)('a client of OpenSSL', () => {
  test.each<[string, Behaviour, string]>([
    ['only TLS 1.0 and 1.1', { name: 'tls', options: old }, 'tls-version'],
    ['a certificate that nobody trusts', { name: 'tls', options: {} }, 'certificate'],
    ['STARTTLS is not offered', { name: 'noStartTls' }, 'starttls-not-offered'],
    ['the connection is closed', { name: 'closes' }, 'network'],
    ['the server talks on in clear text', { name: 'talksOn' }, 'starttls-not-offered'],
  ])(
    '%s',
    async (_, behaviour, cause) => {
      const { text, causes: found } = await causes(behaviour, openSsl);
      expect(
        found.map((one) => one.cause),
        text,
      ).toContain(cause);
    },
    30_000,
  );

  test('no common cipher suite', async () => {
    const client = (port: number) =>
      transcript(
        'openssl',
        [
          's_client',
          '-starttls',
          'smtp',
          '-connect',
          `127.0.0.1:${port}`,
          '-cipher',
          'ECDHE-RSA-AES256-GCM-SHA384',
          '-no_tls1_3',
        ],
        'QUIT\r\n',
      );
    const { text, causes: found } = await causes({ name: 'tls', options: cipher }, client);
    expect(
      found.map((one) => one.cause),
      text,
    ).toContain('cipher');
  }, 30_000);

  test('a server that works is blamed for nothing', async () => {
    const client = (port: number) =>
      transcript('openssl', ['s_client', '-starttls', 'smtp', '-connect', `127.0.0.1:${port}`], 'QUIT\r\n');
    const { causes: found } = await causes({ name: 'tls', options: {} }, client);
    expect(
      found
        .filter(({ likelihood }) => likelihood === 'certain' || likelihood === 'likely')
        .map(({ cause }) => cause),
    ).not.toContain('tls-version');
  }, 30_000);
});
