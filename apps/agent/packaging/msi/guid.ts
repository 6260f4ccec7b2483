// Identifiers that follow from names, so that the same content always gets the same ones.
import { createHash } from 'node:crypto';

/** Never changes: every identifier of every version follows from it. */
const namespace = 'a3c1d6b2-5f0e-4a67-9a58-0d7f3b61c2e4';

/** A name-based UUID of version 5 (RFC 9562, section 5.5), in the braces and capitals of Windows Installer. */
export function guidOf(name: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest();
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex', 0, 16).toUpperCase();
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return `{${parts.join('-')}}`;
}
