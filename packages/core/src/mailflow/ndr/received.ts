// What the Received lines of a mail say about each hop: who, when, and how it was encrypted.

import { utcOf } from '../input/time.ts';
import { withoutPersonalData } from '../personal-data.ts';

export type Hop = {
  readonly from: string | null;
  readonly by: string | null;
  /** UTC, ISO 8601. */
  readonly at: string | null;
  /** `internal`: no SMTP between servers (MAPI, HTTP, a local program). `unknown`: the line does not tell. */
  readonly transport: 'encrypted' | 'clear' | 'unknown' | 'internal';
  /** `TLS 1.2`; null where the line says no more than that it was encrypted. */
  readonly protocol: string | null;
  readonly cipher: string | null;
  /** The whole line without personal data. */
  readonly text: string;
};

/** `TLS1_2`, `TLSv1.2`, `TLS1.2`, `TLSv1/SSLv3`, `SSLv3`. */
const version = /\b(TLS|SSL)[ _]?v?(\d)(?:[._](\d))?(?![\w.-])/i;
const cipherName =
  /\bcipher[ =:]{1,3}([A-Za-z0-9_+-]{3,80})|\b(?:TLS|SSL)[ _]?v?[\d._]+:([A-Za-z0-9_+-]{3,80})(?::\d+)?[ )]|\((TLS_[A-Z0-9_]{3,80}|[A-Z0-9]+(?:-[A-Z0-9]+){2,8})[ /)]/;

/** One value of a Received field, unfolded. */
export function hopOf(value: string): Hop {
  const line = value.replace(/\s+/g, ' ').trim().slice(0, 4000);
  const stampAt = line.lastIndexOf(';');
  const stamp = stampAt < 0 ? '' : line.slice(stampAt + 1).trim();
  const head = stampAt < 0 ? line : line.slice(0, stampAt);
  const security = securityOf(head);
  return {
    from: word(head, 'from'),
    by: word(head, 'by'),
    at: utcOf(stamp, 'local'),
    ...security,
    text: withoutPersonalData(line),
  };
}

/**
 * A row of the table of hops in a bounce of Exchange Online: number, time in UTC, from, to, with, relay time. Null for
 * any other line.
 */
export function hopOfRow(line: string): Hop | null {
  const cells = line
    .slice(0, 2000)
    .split('\t')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '');
  const [number = '', time = '', from = '', by = '', means = ''] = cells;
  if (!/^\d{1,2}$/.test(number) || !/\d:\d\d/.test(time) || !/smtp|mapi|http/i.test(means)) return null;
  const text = withoutPersonalData(`from ${from} by ${by} with ${means}; ${time}`);
  return { from, by, at: utcOf(time, 'utc'), ...securityOf(`with ${means}`), text };
}

function securityOf(head: string): Pick<Hop, 'transport' | 'protocol' | 'cipher'> {
  const found = version.exec(withoutNames(head));
  const cipher = cipherName.exec(head);
  const cipherText = cipher?.[1] ?? cipher?.[2] ?? cipher?.[3] ?? null;
  const protocol = found ? protocolName(found) : null;
  if (protocol !== null) return { transport: 'encrypted', protocol, cipher: cipherText };
  const means = word(head, 'with')?.toUpperCase() ?? '';
  if (/\bwith (?:Microsoft SMTP Server|Microsoft Exchange)/i.test(head)) {
    if (/\bMicrosoft SMTP Server \(TLS\)/i.test(head))
      return { transport: 'encrypted', protocol: null, cipher: null };
    // What comes in from outside goes `via Frontend Transport`: without a version that was clear text.
    const isOwn = word(head, 'from')?.toLowerCase() === word(head, 'by')?.toLowerCase();
    const isLocal = isOwn || /\bvia Mailbox Transport|\bwith (?:mapi|Microsoft Exchange)/i.test(head);
    return { transport: isLocal ? 'internal' : 'clear', protocol: null, cipher: null };
  }
  if (/^(?:MAPI|HTTPS?|LMTPS?A?|LOCAL|STDIO|BSMTP|UTF8LMTPS?A?)$/.test(means))
    return { transport: 'internal', protocol: null, cipher: null };
  if (/^(?:UTF8|E)?SMTPS?A?S?$/.test(means)) {
    const isEncrypted = /SMTP(?:S|SA)$/.test(means);
    // Before 2010 servers wrote ESMTP for all; the S is only missing for certain where the line speaks of TLS elsewhere.
    return { transport: isEncrypted ? 'encrypted' : 'clear', protocol: null, cipher: null };
  }
  return { transport: 'unknown', protocol: null, cipher: null };
}

/** Version numbers in host names and ids are none of TLS: only what stands in brackets or behind `using` counts. */
function withoutNames(head: string): string {
  const parts = head.match(/\([^()]{0,400}\)|\b(?:using|version[ =:]|tls[ =:]|cipher[ =:])[^()]{0,120}/gi);
  return parts?.join(' ') ?? '';
}

function protocolName(match: RegExpExecArray): string {
  const [, family = '', major = '', minor = '0'] = match;
  return `${family.toUpperCase()} ${major}.${minor}`;
}

/** The word behind a keyword of the line's grammar. */
function word(head: string, keyword: string): string | null {
  const match = new RegExp(`(?:^|\\s)${keyword} ([^\\s;()]{1,255})`, 'i').exec(outsideBrackets(head));
  return match?.[1] ?? null;
}

function outsideBrackets(text: string): string {
  let depth = 0;
  let result = '';
  for (const character of text) {
    if (character === '(') depth++;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) result += character;
  }
  return result;
}
