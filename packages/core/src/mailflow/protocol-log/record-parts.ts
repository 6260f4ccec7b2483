// The small parts that a record of a protocol log is made of: its event, its number, whether it is on one line.

const newline = 0x0a;
export const events = {
  connect: 0x2b,
  disconnect: 0x2d,
  sent: 0x3e,
  received: 0x3c,
  information: 0x2a,
} as const;

/** Whether a line end is in `[from, to)`: within quotes a record's fields may hold some. */
export function hasLineEnd(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at] === newline) return true;
  return false;
}

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
