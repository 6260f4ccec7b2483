// Tells whether the other side of a session is Exchange Online, by address, by certificate or by what it calls itself.
import { exchangeOnlineHost } from '../reference/exchange-online.ts';

/**
 * What says that a peer is Exchange Online. `name` alone is weak for mail that arrives: anybody can announce any name,
 * but behind a load balancer that hides addresses it is all there is.
 */
export type Office365By = 'address' | 'certificate' | 'name';

/** Names that its servers announce and have in their certificates, beyond those that mail is sent to. */
const serverSuffixes: readonly string[] = [
  '.protection.outlook.com',
  '.prod.outlook.com',
  '.protection.office365.us',
  '.protection.partner.outlook.cn',
  '.prod.partner.outlook.cn',
];

export function isOffice365Name(name: string): boolean {
  const lower = name.toLowerCase();
  return serverSuffixes.some((suffix) => lower.endsWith(suffix)) || exchangeOnlineHost(lower) !== null;
}

/**
 * Addresses that Exchange Online sends from and receives on (Microsoft, Office 365 URLs and IP address ranges,
 * worldwide: 40.92.0.0/15, 40.107.0.0/16, 52.100.0.0/14, 104.47.0.0/17, 2a01:111:f400::/48, 2a01:111:f403::/48).
 */
export function isOffice365Address(address: string): boolean {
  if (address.includes(':')) {
    if (address.startsWith('::ffff:') && address.includes('.')) return isOffice365Address(address.slice(7));
    return address.startsWith('2a01:111:f400:') || address.startsWith('2a01:111:f403:');
  }
  const parts = address.split('.');
  const [first, second, third] = [Number(parts[0]), Number(parts[1]), Number(parts[2])];
  switch (first) {
    case 40:
      return second === 92 || second === 93 || second === 107;
    case 52:
      return second >= 100 && second <= 103;
    case 104:
      return second === 47 && third < 128;
    default:
      return false;
  }
}

/** Subject of a certificate: `CN=mail.protection.outlook.com, O=Microsoft Corporation, …`. */
export function isOffice365Certificate(subject: string): boolean {
  const found = /(?:^|[\s,])CN=\*?\.?([^\s,;]+)/i.exec(subject);
  return found !== null && isOffice365Name(found[1] ?? '');
}
