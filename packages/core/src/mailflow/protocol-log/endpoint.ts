// Endpoints of the logs: `192.0.2.1:25`, `[2001:db8::1]:25`.

/** The address of an endpoint; the port, the brackets and a zone are dropped. */
export function peerOf(endpoint: string): string {
  const address = endpoint.startsWith('[') ? endpoint.slice(1, endpoint.indexOf(']')) : withoutPort(endpoint);
  const zone = address.indexOf('%');
  return (zone < 0 ? address : address.slice(0, zone)).toLowerCase();
}

/** Where the address of the endpoint in `[from, to)` ends. A bare IPv6 address has colons but no port. */
export function hostEnd(bytes: Uint8Array, from: number, to: number): number {
  let colon = -1;
  let colons = 0;
  for (let at = from; at < to; at++) {
    if (bytes[at] === 0x3a) {
      colon = at;
      colons++;
    }
  }
  if (colons === 0 || (colons > 1 && bytes[from] !== 0x5b)) return to;
  return bytes[to - 1] === 0x5d ? to : colon;
}

/** The port after the address that ends at `end`; -1 where there is none. */
export function portAfter(bytes: Uint8Array, end: number, to: number): number {
  if (end >= to - 1 || to - end > 6) return -1;
  let port = 0;
  for (let at = end + 1; at < to; at++) {
    const digit = (bytes[at] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    port = port * 10 + digit;
  }
  return port;
}

/** Whether two addresses are equal, or the second is the loopback. */
export function isSameHost(
  bytes: Uint8Array,
  from: number,
  to: number,
  other: number,
  otherTo: number,
): boolean {
  const isLoopback = bytes[other] === 0x31 && bytes[other + 1] === 0x32 && bytes[other + 2] === 0x37;
  if (isLoopback && bytes[other + 3] === 0x2e) return true;
  if (to - from !== otherTo - other || to === from) return false;
  for (let i = 0; i < to - from; i++) if (bytes[from + i] !== bytes[other + i]) return false;
  return true;
}

function withoutPort(endpoint: string): string {
  const colon = endpoint.lastIndexOf(':');
  // A bare IPv6 address has several colons and no port.
  return colon < 0 || endpoint.indexOf(':') !== colon ? endpoint : endpoint.slice(0, colon);
}
