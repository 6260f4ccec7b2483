// Reads a report as people paste it and as the human part of a mail has it, in any language: by codes and host names.
import { writtenTime } from '../input/time.ts';
import { withoutPersonalData, withoutTranslatedSubjects } from '../personal-data.ts';
import { isFieldName, readFields } from './headers.ts';
import { type Hop, hopOf, hopOfRow } from './received.ts';
import type { Attempt } from './report.ts';

export type ReportText = {
  /** Without personal data and without the headers of the mail that came back. */
  readonly text: string;
  readonly reportingServer: string | null;
  readonly attempts: readonly Attempt[];
  readonly hops: readonly Hop[];
};

const mostAttempts = 500;
const mostHops = 200;

/** Of a mail that was forwarded or answered. */
const quoteMarks = /^(?:> ?){1,10}/gm;

export function readReportText(raw: string): ReportText {
  const { text: body, hops } = withoutReceived(raw.replace(quoteMarks, ''));
  const text = withoutPersonalData(withoutTranslatedSubjects(body));
  const way = hops.length > 0 ? hops : hopsOfTable(body);
  return { text, reportingServer: reportingServer(text), attempts: attempts(text), hops: way };
}

/** Received fields may stand anywhere in a text: their lines are taken out, for a hop is no error. */
function withoutReceived(raw: string): { text: string; hops: Hop[] } {
  const hops: Hop[] = [];
  let text = '';
  let copied = 0;
  for (const match of raw.matchAll(/^[ \t]{0,8}Received:[ \t]/gim)) {
    if (match.index < copied || hops.length >= mostHops) continue;
    const { value, end } = receivedAt(raw, match.index + match[0].length);
    text += raw.slice(copied, match.index);
    copied = end;
    hops.push(hopOf(value));
  }
  // The newest line stands first.
  return { text: text + raw.slice(copied), hops: hops.reverse() };
}

function hopsOfTable(text: string): Hop[] {
  const hops: Hop[] = [];
  for (const line of text.split('\n')) {
    const hop = line.includes('\t') && hops.length < mostHops ? hopOfRow(line) : null;
    if (hop !== null) hops.push(hop);
  }
  return hops;
}

/** Goes on over folded lines; where a mail program has unfolded or reflowed them, up to the time stamp. */
function receivedAt(raw: string, from: number): { value: string; end: number } {
  let end = lineEnd(raw, from);
  for (let lines = 0; lines < 12 && end < raw.length; lines++) {
    const next = raw.slice(end + 1, lineEnd(raw, end + 1));
    const isFolded = /^[ \t]+\S/.test(next);
    const isOpen = !/;[^;]{0,80}\d{1,2}:\d\d/.test(raw.slice(from, end));
    const name = next.slice(0, Math.max(0, next.indexOf(':'))).trim();
    if (!isFolded && (!isOpen || next.trim() === '' || (isFieldName(name) && /^[A-Z][\w-]+$/.test(name))))
      break;
    end = lineEnd(raw, end + 1);
  }
  return { value: raw.slice(from, end).replace(/\n[ \t]*/g, ' '), end };
}

function lineEnd(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline < 0 ? text.length : newline;
}

/**
 * Above the first error stands the server that made the report, behind a label in the report's language: the last line
 * of a label and nothing but a host name.
 */
function reportingServer(text: string): string | null {
  const first = text.search(/\b[45]\d\d[ -]#?[45]\.\d{1,3}\.\d{1,3}/);
  const above = text.slice(0, first < 0 ? Math.min(text.length, 20_000) : first);
  let found: string | null = null;
  for (const line of above.split('\n')) {
    const match =
      /^[^:：\d][^:：]{1,60}[:：]\s{0,10}([A-Za-z0-9](?:[\w-]{0,62}\.){1,8}[A-Za-z][\w-]{0,62})\s*$/.exec(
        line.trim().slice(0, 300),
      );
    if (match?.[1] !== undefined) found = match[1];
  }
  return found;
}

const attemptStart =
  /(?:^|\n)[ \t>]{0,8}([^\n]{6,45}?) - Server at\s{1,20}(\S{1,255})\s{1,20}(?:\(([^)\n]{1,60})\)\s{1,20})?returned\s{1,20}'/g;
const longestAttempt = 600;

function attempts(text: string): Attempt[] {
  const starts = [...text.matchAll(attemptStart)].slice(0, mostAttempts);
  return starts.map((match, index) => {
    const from = match.index + match[0].length;
    const next = starts[index + 1]?.index ?? text.length;
    const piece = text.slice(from, Math.min(next, from + longestAttempt));
    const end = piece.search(/'\s*(?:\n\s*\n|$)/);
    return {
      server: match[2] ?? null,
      address: match[3] ?? null,
      at: writtenTime(match[1], 'local'),
      text: (end < 0 ? piece : piece.slice(0, end)).replace(/\s+/g, ' ').trim(),
    };
  });
}

/** `Received` fields of a block of headers, first hop first. */
export function hopsOfHeaders(text: string): Hop[] {
  const { fields } = readFields(text, 0);
  return fields
    .filter(({ name }) => name === 'received')
    .slice(0, mostHops)
    .map(({ value }) => hopOf(value))
    .reverse();
}
