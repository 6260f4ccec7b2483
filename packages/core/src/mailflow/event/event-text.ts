// Reads events as the Event Viewer copies them: a head of labelled lines in the system's language, and a sentence.
import type { EventRecord } from './event.ts';
import { isLikelyId, isProvider, knownProvider } from './event.ts';
import { type EventSink, readEventXml } from './event-xml.ts';

type Labelled = { readonly label: string; readonly value: string };

/** A head has no more lines than this. */
const longestHead = 14;
const longestText = 4000;

/** True when a line names a known provider as the value of a label, and a likely id stands near it. */
export function hasEventHead(text: string): boolean {
  const lines = text.split('\n', 400).map((line) => line.trimEnd());
  return lines.some((_, index) => headAt(lines, index) !== null);
}

type Head = { readonly from: number; readonly to: number; readonly provider: string; readonly id: number };

export function readEventText(text: string, firstLine: number, isLast: boolean, sink: EventSink): number {
  if (!isLast) return 0;
  const lines = text.split('\n').map((line) => line.trimEnd());
  const heads: Head[] = [];
  for (let index = 0; index < lines.length; index++) {
    const head = headAt(lines, index);
    if (head === null) continue;
    heads.push(head);
    index = head.to;
  }
  let previousEnd = 0;
  for (const [index, head] of heads.entries()) {
    const before = lines.slice(previousEnd, head.from).join('\n');
    if (index === 0 && before.trim() !== '') sink.aside(before, { source: '', line: firstLine });
    const end = heads[index + 1]?.from ?? lines.length;
    readOne(lines, head, end, firstLine, sink);
    previousEnd = end;
  }
  return text.length;
}

function readOne(
  lines: readonly string[],
  head: Head,
  end: number,
  firstLine: number,
  sink: EventSink,
): void {
  const body = lines.slice(head.to + 1, end);
  const where = { source: '', line: firstLine + head.from };
  const xmlAt = body.findIndex((line) => line.trimStart().startsWith('<Event'));
  const sentence = (xmlAt < 0 ? body : body.slice(0, xmlAt)).join('\n').trim().slice(0, longestText);
  if (xmlAt >= 0) {
    // The XML says all that the head says, and more.
    let found: EventRecord | null = null;
    readEventXml(body.slice(xmlAt).join('\n'), 1, true, {
      event: (event) => {
        found ??= event;
      },
      broken: () => {},
      aside: () => {},
    });
    const event: EventRecord | null = found;
    if (event !== null) {
      sink.event({ ...(event as EventRecord), where, text: sentence || null });
      return;
    }
  }
  sink.event({
    where,
    provider: head.provider,
    id: head.id,
    at: null,
    computer: null,
    data: [],
    text: sentence || null,
  });
}

/** The head whose provider stands in this line. */
function headAt(lines: readonly string[], index: number): Head | null {
  const line = labelled(lines[index]);
  if (line === null || !isProvider(line.value)) return null;
  const provider = knownProvider(line.value) ?? line.value;
  const from = edge(lines, index, -1);
  const to = edge(lines, index, 1);
  for (let distance = 1; distance < longestHead; distance++) {
    for (const at of [index + distance, index - distance]) {
      if (at < from || at > to) continue;
      const value = labelled(lines[at])?.value ?? '';
      if (isLikelyId(provider, value))
        return { from, to: lastOfHead(lines, to, at), provider, id: Number(value) };
    }
  }
  return null;
}

/** The first or last of the labelled lines around one; empty lines between them do not end a head. */
function edge(lines: readonly string[], from: number, step: 1 | -1): number {
  let last = from;
  for (let at = from + step; Math.abs(at - from) <= longestHead && at >= 0 && at < lines.length; at += step) {
    const content = lines[at] ?? '';
    if (content.trim() === '') continue;
    if (labelled(content) === null) break;
    last = at;
  }
  return last;
}

/** `Description:` has no value and ends the head; a sentence with a colon below the head is none of it. */
function lastOfHead(lines: readonly string[], to: number, id: number): number {
  for (let at = id + 1; at <= to; at++) if (labelled(lines[at])?.value === '' && at > id + 2) return at;
  return to;
}

function labelled(line: string | undefined): Labelled | null {
  const match = /^\s*([^\s:：][^:：]{0,39})[:：](?:\s+(.*))?$/.exec(line?.slice(0, 300) ?? '');
  if (!match) return null;
  const value = (match[2] ?? '').trim();
  // A label is a word or three, a sentence is more.
  return (match[1] ?? '').trim().split(/\s+/).length > 4 || value.length > 120
    ? null
    : { label: match[1] ?? '', value };
}
