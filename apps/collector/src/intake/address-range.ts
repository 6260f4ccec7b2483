// Whether an address lies in a range such as `10.0.0.0/8` or `2001:db8::/32`.
import { BlockList, isIP } from 'node:net';

/** False for ranges and addresses that are none. */
export function isInRange(address: string, range: string): boolean {
  const [network = '', bits] = range.split('/');
  const kind = isIP(network);
  if (kind === 0) return false;
  const longest = kind === 4 ? 32 : 128;
  const prefix = bits === undefined ? longest : /^\d{1,3}$/.test(bits) ? Number(bits) : -1;
  if (prefix < 0 || prefix > longest) return false;
  const plain = address.startsWith('::ffff:') ? address.slice(7) : address;
  // An IPv4 address would count as lying in `::/0`, which nobody means.
  if (isIP(plain) !== kind) return false;
  const list = new BlockList();
  list.addSubnet(network, prefix, kind === 4 ? 'ipv4' : 'ipv6');
  return list.check(plain, kind === 4 ? 'ipv4' : 'ipv6');
}
