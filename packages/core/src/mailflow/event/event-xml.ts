// Reads events as XML: one, many in a list, or many in a row, with or without the rendered sentence.
import type { Where } from '../evidence.ts';
import { type BrokenPiece, LineCounter } from '../input/property-bag.ts';
import { utcOf } from '../input/time.ts';
import { attribute, nextTag, type XmlTag, xmlText } from '../input/xml.ts';
import type { EventRecord } from './event.ts';

export type EventSink = {
  event(event: EventRecord): void;
  broken(piece: BrokenPiece): void;
  aside(text: string, where: Where): void;
};

/** Deeper is no event of Windows. */
const deepest = 64;

type Draft = {
  provider: string;
  id: number;
  at: string | null;
  computer: string | null;
  text: string | null;
  names: Record<string, string>;
  list: string[];
  isNamed: boolean;
};

/** How far the text was read; what is behind is an event whose end is missing. */
export function readEventXml(text: string, line: number, isLast: boolean, sink: EventSink): number {
  const lines = new LineCounter(text, line);
  let done = 0;
  for (let tag = eventStart(text, 0); tag !== null; tag = eventStart(text, done)) {
    const end = readEvent(text, tag, lines, sink, isLast);
    if (end < 0) return tag.start;
    done = end;
  }
  if (!isLast) return done;
  const rest = text.slice(done);
  const where = { source: '', line: lines.lineAt(done) };
  // A tag that was cut is none: what it would have begun is.
  if (/<(?:\w+:)?Event[\s>]/.test(rest)) sink.broken({ text: rest, reason: 'cut', where });
  else sink.aside(rest, where);
  return text.length;
}

function eventStart(text: string, from: number): XmlTag | null {
  let tag = nextTag(text, from);
  while (tag !== null && !(tag.name === 'Event' && tag.kind === 'open')) tag = nextTag(text, tag.end);
  return tag;
}

/** Where the event ends; -1 when more text is needed. */
function readEvent(
  text: string,
  start: XmlTag,
  lines: LineCounter,
  sink: EventSink,
  isLast: boolean,
): number {
  const draft: Draft = {
    provider: '',
    id: 0,
    at: null,
    computer: null,
    text: null,
    names: {},
    list: [],
    isNamed: false,
  };
  const path: string[] = ['Event'];
  let valueStart = start.end;
  let dataName: string | null = null;
  const where = { source: '', line: lines.lineAt(start.start) };
  let tag = nextTag(text, start.end);
  for (; tag !== null; tag = nextTag(text, tag.end)) {
    if (tag.name === 'Event' && tag.kind === 'open') {
      // The one before has no end: it is broken, and this one is whole.
      sink.broken({ text: text.slice(start.start, tag.start), reason: 'cut', where });
      return tag.start;
    }
    if (tag.kind !== 'close') {
      const parent = path.at(-1);
      if (parent === 'System') system(draft, tag);
      if (tag.kind === 'empty') {
        if (parent === 'EventData') value(draft, attribute(tag, 'Name'), '');
        continue;
      }
      if (path.length < deepest) path.push(tag.name);
      dataName = attribute(tag, 'Name');
      valueStart = tag.end;
      continue;
    }
    const open = path.lastIndexOf(tag.name);
    if (open < 0) continue;
    if (open === path.length - 1) leaf(draft, path, dataName, text.slice(valueStart, tag.start));
    path.length = open;
    if (path.length > 0) continue;
    if (draft.provider === '' || draft.id === 0)
      sink.broken({ text: text.slice(start.start, tag.end), reason: 'notARecord', where });
    else {
      const { provider, id, at, computer } = draft;
      const data = draft.isNamed ? draft.names : draft.list;
      sink.event({ where, provider, id, at, computer, data, text: draft.text });
    }
    return tag.end;
  }
  if (!isLast) return -1;
  sink.broken({ text: text.slice(start.start), reason: 'cut', where });
  return text.length;
}

function system(draft: Draft, tag: XmlTag): void {
  if (tag.name === 'Provider')
    draft.provider = attribute(tag, 'Name') ?? attribute(tag, 'EventSourceName') ?? '';
  if (tag.name === 'TimeCreated') draft.at = utcOf(attribute(tag, 'SystemTime') ?? '', 'utc');
}

/** A tag inside the one that closes moves where its text began, so only leaves come here with their text. */
function leaf(draft: Draft, path: readonly string[], dataName: string | null, raw: string): void {
  if (raw.includes('<') && !raw.includes('<![CDATA[')) return;
  const text = xmlText(raw).trim();
  const name = path.at(-1) ?? '';
  const parent = path.at(-2) ?? '';
  if (parent === 'System') {
    if (name === 'EventID') draft.id = Number.parseInt(text, 10) || 0;
    if (name === 'Computer') draft.computer = text;
  } else if (parent === 'RenderingInfo' && name === 'Message') draft.text = text;
  else if (parent === 'EventData' && name === 'Data') value(draft, dataName, text);
  else if (path[1] === 'UserData') value(draft, name, text);
}

function value(draft: Draft, name: string | null, text: string): void {
  draft.list.push(text);
  if (name === null || name === '') return;
  draft.isNamed = true;
  draft.names[name] = text;
}
