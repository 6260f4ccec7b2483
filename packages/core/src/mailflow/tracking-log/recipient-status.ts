// Takes the `recipient-status` of a tracking log apart: one status a recipient, each perhaps in a wrapper.

export type RecipientStatus = {
  /** The error itself, without the times that would make each one different. */
  readonly text: string;
  /** The server that gave it, as far as the wrapper says. */
  readonly host: string | null;
};

/**
 * Statuses are separated by `;`, which also stands inside wrappers (`[{LED=…};{FQDN=…}]`) and inside plain texts
 * (`550 4.4.7 QUEUE.Expired; message expired`): what does not begin like a status belongs to the one before.
 */
export function recipientStatuses(text: string, recipients: number): RecipientStatus[] {
  if (text === '') return [];
  if (recipients <= 1) return [recipientStatus(text)];
  const parts: string[] = [];
  for (const part of splitOutsideWrappers(text)) {
    const last = parts.length - 1;
    if (last < 0 || /^\s*(?:\[\{|\{|[2-5]\d\d[ -])/.test(part)) parts.push(part);
    else if (part.trim() !== '') parts[last] += `;${part}`;
  }
  return parts.map(recipientStatus);
}

/** The value of `LED` where there is a wrapper, in any order of its keys and also when it was cut. */
function recipientStatus(status: string): RecipientStatus {
  const text = status.trim();
  const led = fieldOf(text, 'LED');
  if (led === null) return { text, host: null };
  const host = fieldOf(text, 'FQDN') ?? fieldOf(text, 'IP');
  return { text: led, host: host === '' ? null : host };
}

/** A key's value ends where the next key or the wrapper's end begins; it may hold braces itself. */
function fieldOf(text: string, key: string): string | null {
  const mark = `{${key}=`;
  const at = text.indexOf(mark);
  if (at < 0) return null;
  const from = at + mark.length;
  const next = [text.indexOf('};{', from), text.indexOf('}]', from)].filter((end) => end >= 0);
  const end = next.length === 0 ? text.length : Math.min(...next);
  return text.slice(from, end);
}

function splitOutsideWrappers(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let at = 0;
  let open = text.indexOf('[{');
  while (at < text.length) {
    if (open >= 0 && open < at) open = text.indexOf('[{', at);
    const separator = text.indexOf(';', at);
    if (separator < 0) break;
    if (open >= 0 && open < separator) {
      const close = text.indexOf('}]', open);
      if (close < 0) break;
      at = close + 2;
      continue;
    }
    parts.push(text.slice(start, separator));
    start = separator + 1;
    at = start;
  }
  parts.push(text.slice(start));
  return parts;
}
