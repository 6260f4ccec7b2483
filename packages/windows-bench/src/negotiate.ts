// Lets the host's own Schannel negotiate with a server that takes every version, and reports what came of it.
import { createServer, type TLSSocket } from 'node:tls';
import { makeCertificate } from './certificates/certificate.ts';
import type { WindowsHost } from './host.ts';

/** What the client asks for: what the system allows by default, or exactly one version. */
export type Ask = 'default' | 'TLS 1.0' | 'TLS 1.1' | 'TLS 1.2';
export type NegotiatedVersion = 'TLS 1.0' | 'TLS 1.1' | 'TLS 1.2' | 'TLS 1.3';

/** What Schannel made of it; a refusal carries Schannel's code, such as `0x80090311`. */
export type Negotiation = { readonly negotiated: NegotiatedVersion } | { readonly refused: string };

/** Answers by what was asked. */
export type Negotiations = Readonly<Record<Ask, Negotiation>>;

const ASKS: readonly Ask[] = ['default', 'TLS 1.2', 'TLS 1.1', 'TLS 1.0'];
/** Numbers of .NET's SslProtocols. */
const PROTOCOLS: Readonly<Record<Ask, number>> = {
  default: 0,
  'TLS 1.0': 192,
  'TLS 1.1': 768,
  'TLS 1.2': 3072,
};

let server: Promise<number> | undefined;

/** One server for the whole process: it takes many connections at a time and keeps no process alive. */
function serverPort(): Promise<number> {
  server ??= new Promise((resolve, reject) => {
    const { certificatePem, privateKeyPem } = makeCertificate({
      subject: 'CN=localhost',
      dnsNames: ['localhost'],
    });
    const listening = createServer({
      cert: certificatePem,
      key: privateKeyPem,
      minVersion: 'TLSv1',
      // OpenSSL 3 offers the old versions on its lowest security level only.
      ciphers: 'ALL:@SECLEVEL=0',
    });
    listening.on('secureConnection', (socket: TLSSocket) => socket.on('error', () => {}).end());
    listening.on('tlsClientError', () => {});
    listening.on('error', reject);
    listening.listen(0, '127.0.0.1', () => {
      const address = listening.address();
      if (address === null || typeof address === 'string')
        return reject(new Error('The server has no port.'));
      resolve(address.port);
    });
    listening.unref();
  });
  return server;
}

/** Where a host keeps the start-up hook that asks. */
export const NEGOTIATOR = 'C:\\windows\\temp\\negotiator.dll';

/**
 * Asks in one fresh process, since Schannel reads its settings when a process first uses it. Throws when that said
 * nothing that can be read.
 */
export async function negotiate(host: WindowsHost): Promise<Negotiations> {
  const order = [await serverPort(), ...ASKS.map((ask) => PROTOCOLS[ask])].join(' ');
  const result = await host.run(host.powershell, [], {
    env: { DOTNET_STARTUP_HOOKS: NEGOTIATOR, MAILFLOW_TLS_BENCH_NEGOTIATE: order },
  });
  const lines = result.stdout.trim().split(/\r?\n/);
  // With every version off, the library beneath Wine's Schannel complains on standard error: that is no failure here.
  if (lines.length !== ASKS.length) {
    throw new Error(
      `The negotiation did not run (exit code ${result.exitCode}): ${result.stdout}${result.stderr}`,
    );
  }
  const of = (ask: Ask): Negotiation => outcome(lines[ASKS.indexOf(ask)] ?? '');
  return {
    default: of('default'),
    'TLS 1.2': of('TLS 1.2'),
    'TLS 1.1': of('TLS 1.1'),
    'TLS 1.0': of('TLS 1.0'),
  };
}

const VERSIONS: Readonly<Record<string, NegotiatedVersion>> = {
  Tls: 'TLS 1.0',
  Tls11: 'TLS 1.1',
  Tls12: 'TLS 1.2',
  Tls13: 'TLS 1.3',
};

function outcome(line: string): Negotiation {
  const negotiated = VERSIONS[line];
  if (negotiated !== undefined) return { negotiated };
  if (/^0x[0-9a-f]{8}$/.test(line)) return { refused: line };
  throw new Error(`Unexpected answer of the client: ${line}`);
}
