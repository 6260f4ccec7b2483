// The small parts that a record of a protocol log is made of: its event and its number.

export const events = {
  connect: 0x2b,
  disconnect: 0x2d,
  sent: 0x3e,
  received: 0x3c,
  information: 0x2a,
} as const;

export function isEvent(byte: number): boolean {
  return (
    byte === events.connect ||
    byte === events.disconnect ||
    byte === events.sent ||
    byte === events.received ||
    byte === events.information
  );
}

export function numberAt(bytes: Uint8Array, from: number, to: number): number | null {
  if (to <= from || to - from > 9) return null;
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return null;
    value = value * 10 + digit;
  }
  return value;
}
