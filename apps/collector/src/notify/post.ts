// Sends one HTTP request to an address that an administrator gave: http and https only, no redirects, bounded in time and size.
import { type LookupAddress, lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { Agent, request } from 'undici';
import { DeliveryFailure } from './failure.ts';

/** Where nobody's receiver is, but where clouds answer their machines with credentials. */
const blocked = new BlockList();
blocked.addSubnet('0.0.0.0', 8, 'ipv4');
blocked.addSubnet('169.254.0.0', 16, 'ipv4');
blocked.addSubnet('224.0.0.0', 3, 'ipv4');
blocked.addAddress('::', 'ipv6');
blocked.addSubnet('fe80::', 10, 'ipv6');
blocked.addSubnet('ff00::', 8, 'ipv6');
blocked.addAddress('fd00:ec2::254', 'ipv6');

const timeoutMs = 10_000;
const mostAnswer = 64 * 1024;

/** Also for names: what they resolve to is checked at the very connection, so that it cannot change in between. */
export function isRefusedAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 0) return false;
  return blocked.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

const guardedLookup: LookupFunction = (name, options, done) => {
  lookup(name, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error) return done(error, []);
    const allowed = addresses.filter(({ address }) => !isRefusedAddress(address));
    const [first] = allowed;
    if (first === undefined) return done(new DeliveryFailure('refused-address'), []);
    return options.all ? done(null, allowed) : done(null, first.address, first.family);
  });
};

const agent = new Agent({
  connect: { lookup: guardedLookup, timeout: timeoutMs },
  maxResponseSize: mostAnswer,
  headersTimeout: timeoutMs,
  bodyTimeout: timeoutMs,
  // A receiver that was moved or mended is found at the next attempt.
  keepAliveTimeout: 1000,
});

/** Resolves when the receiver took it (2xx); throws `DeliveryFailure` otherwise. */
export async function post(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') throw new DeliveryFailure('refused-address');
  if (isRefusedAddress(hostname.replace(/^\[|\]$/g, ''))) throw new DeliveryFailure('refused-address');
  try {
    const answer = await request(url, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'mailflow-tls-collector',
        ...headers,
      },
      dispatcher: agent,
      signal: AbortSignal.timeout(timeoutMs * 2),
    });
    await answer.body.dump({ limit: mostAnswer });
    const { statusCode } = answer;
    if (statusCode >= 300 && statusCode < 400) throw new DeliveryFailure('redirected');
    if (statusCode < 200 || statusCode >= 300) throw new DeliveryFailure(`http-${statusCode}`);
  } catch (error) {
    throw failureOf(error);
  }
}

const timeouts = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ETIMEDOUT',
]);

export function failureOf(error: unknown): DeliveryFailure {
  if (error instanceof DeliveryFailure) return error;
  if (!(error instanceof Error)) return new DeliveryFailure('failed');
  if (error.cause instanceof DeliveryFailure) return error.cause;
  if (error.name === 'TimeoutError' || error.name === 'AbortError')
    return new DeliveryFailure('timed-out', { cause: error });
  // Of nodemailer, which has one code for all that goes wrong with a connection.
  if (/certificate|altname/i.test(error.message))
    return new DeliveryFailure('certificate-not-trusted', { cause: error });
  const own = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const code = own === 'ESOCKET' ? (/\bE[A-Z]{4,}\b/.exec(error.message)?.[0] ?? own) : own;
  if (timeouts.has(code)) return new DeliveryFailure('timed-out', { cause: error });
  return new DeliveryFailure(
    code === ''
      ? 'failed'
      : code
          .toLowerCase()
          .replace(/[^a-z\d]+/g, '-')
          .slice(0, 60),
    { cause: error },
  );
}
