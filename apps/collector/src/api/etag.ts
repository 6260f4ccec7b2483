// Entity tags: answers that need not be sent again, and changes that must not overwrite another's (RFC 9110, section 13).
import { createHash } from 'node:crypto';
import { Problem } from './problems.ts';

/** A strong tag of an answer’s text. */
export function etagOf(text: string): string {
  return `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
}

/** Whether a list of tags in `If-None-Match` names this one; weak comparison. */
export function isNamedBy(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  return header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag.replace(/^W\//, ''));
}

/** For changes: when the caller sent `If-Match`, what stands now must be what it read. */
export function requireMatch(
  headers: Readonly<Record<string, string | string[] | undefined>>,
  etag: string,
): void {
  const header = headers['if-match'];
  if (typeof header !== 'string' || header.trim() === '*') return;
  const named = header.split(',').some((tag) => tag.trim() === etag);
  if (!named)
    throw new Problem('changed-meanwhile', 'Read it again and repeat the change on what stands now.');
}
