// Sorts the evidence into groups that one cause can explain: what happened on one hop, and for others with one peer.
import { errorEntry, isErrorId } from '../errors/index.ts';
import { type Hop, hopOf } from './hop.ts';
import type { DiagnosisInput, DiagnosisSignal } from './input.ts';
import { type OwnNames, ownNames } from './own-names.ts';
import { signalsFromText } from './signals.ts';
import { type Traffic, type TrafficRow, trafficOf } from './traffic.ts';

export interface Group {
  readonly hop: Hop;
  /** Set where groups of the same hop are kept apart by peer. */
  readonly peer: string | null;
  readonly signals: DiagnosisSignal[];
  /** Windows' own events, which concern the host and not only its mail. */
  readonly events: DiagnosisSignal[];
  readonly rows: TrafficRow[];
  readonly silentClear: Traffic['silentClear'][number][];
}

export interface CaseFile {
  readonly groups: readonly Group[];
  readonly traffic: Traffic;
  readonly own: OwnNames;
}

/** Hops whose peers have nothing to do with each other. */
const keptApart: ReadonlySet<Hop> = new Set<Hop>(['toOther', 'fromOther', 'onlineToOther', 'internal']);

export function openCase(input: DiagnosisInput): CaseFile {
  const own = ownNames(input.facts);
  const traffic = trafficOf(input, own);
  const groups = new Map<string, Group>();
  const group = (hop: Hop, peer: string | null): Group => {
    const apart = keptApart.has(hop) ? peer : null;
    const key = `${hop}\n${apart ?? ''}`;
    const known = groups.get(key);
    if (known) return known;
    const made: Group = { hop, peer: apart, signals: [], events: [], rows: [], silentClear: [] };
    groups.set(key, made);
    return made;
  };
  const events: DiagnosisSignal[] = [];
  for (const signal of input.signals) {
    if (!isSymptom(signal)) continue;
    if (isHostEvent(signal)) events.push(signal);
    else group(hopOf(signal, own), signal.peer ?? null).signals.push(signal);
  }
  for (const row of traffic.rows) {
    const known = groups.get(`${row.hop}\n${keptApart.has(row.hop) ? (row.peer ?? '') : ''}`);
    if (known) known.rows.push(row);
    else if (isConspicuous(row)) group(row.hop, row.peer).rows.push(row);
  }
  for (const one of traffic.silentClear) {
    const found = group(one.hop, one.peer);
    found.silentClear.push(one);
    addFailure(found, one);
  }
  if (groups.size === 0 && traffic.total > 0 && traffic.unfinished === traffic.total) {
    for (const row of traffic.rows) group(row.hop, row.peer).rows.push(row);
  }
  const joined = joinUnknown([...groups.values()]);
  return { groups: withEvents(joined, events), traffic, own };
}

/** The failure before the mail in clear text, when it is not among the signals anyway. */
function addFailure(group: Group, one: Traffic['silentClear'][number]): void {
  const { direction, connector, peer } = one;
  const kind = direction === 'send' ? 'smtpSendLog' : 'smtpReceiveLog';
  const known = { kind, direction, connector, peer, count: one.sessions } as const;
  for (const signal of signalsFromText(one.failure, { source: '' }, known).signals) {
    if (!group.signals.some(({ id }) => id === signal.id)) group.signals.push(signal);
  }
}

/** What only tells of a success is none. */
function isSymptom({ id }: DiagnosisSignal): boolean {
  return isErrorId(id) && errorEntry(id).role !== 'evidence';
}

const eventWords = /fatal (?:alert|error code)/i;

export function isHostEvent({ id, kind, text }: DiagnosisSignal): boolean {
  if (kind === 'schannelEvent') return true;
  if (!isErrorId(id)) return false;
  const entry = errorEntry(id);
  return (
    entry.event?.provider === 'Schannel' ||
    id === 'transport-no-starttls-certificate' ||
    eventWords.test(text)
  );
}

/** Worth a group of its own although no error was logged: with Office 365 clear text, an old version, no offer of TLS. */
export function isConspicuous(row: TrafficRow): boolean {
  return row.office365 && (row.clearMessages > 0 || row.startTlsMissing > 0 || row.agreedOld > 0);
}

/**
 * A text without a peer belongs to what else was found in its direction, when that is clear: the line of a queue and
 * the session behind it are one story.
 */
function joinUnknown(groups: readonly Group[]): Group[] {
  const known = groups.filter(({ hop }) => hop !== 'send' && hop !== 'receive' && hop !== 'unknown');
  const result = [...known];
  for (const group of groups) {
    if (known.includes(group)) continue;
    const target = targetFor(group.hop, known);
    if (target) {
      target.signals.push(...group.signals);
      target.rows.push(...group.rows);
    } else result.push(group);
  }
  return result;
}

function targetFor(hop: Hop, known: readonly Group[]): Group | undefined {
  const online = known.filter(
    (one) => (one.hop === 'toOnline' && hop !== 'receive') || (one.hop === 'fromOnline' && hop !== 'send'),
  );
  if (online.length === 1) return online[0];
  if (online.length > 1) return undefined;
  const others = known.filter(
    (one) => (one.hop === 'toOther' && hop !== 'receive') || (one.hop === 'fromOther' && hop !== 'send'),
  );
  return others.length === 1 ? others[0] : undefined;
}

/** Events go beside every group whose trouble they may explain; alone they are a group of their own. */
function withEvents(groups: readonly Group[], events: readonly DiagnosisSignal[]): Group[] {
  const left: DiagnosisSignal[] = [];
  for (const event of events) {
    const fitting = groups.filter((group) => fits(event, group));
    for (const group of fitting) group.events.push(event);
    if (fitting.length === 0) left.push(event);
  }
  if (left.length === 0) return [...groups];
  const own: Group = { hop: 'unknown', peer: null, signals: [], events: left, rows: [], silentClear: [] };
  return [...groups, own];
}

const sending: ReadonlySet<Hop> = new Set<Hop>(['toOnline', 'toOther', 'send']);
const receiving: ReadonlySet<Hop> = new Set<Hop>(['fromOnline', 'fromOther', 'receive']);

export function isSending({ hop }: Group): boolean {
  return sending.has(hop);
}

export function isReceiving({ hop }: Group): boolean {
  return receiving.has(hop);
}

function fits(event: DiagnosisSignal, group: Group): boolean {
  if (!isErrorId(event.id)) return false;
  if (!isSending(group) && !isReceiving(group) && group.hop !== 'unknown') return false;
  const { direction, causes } = errorEntry(event.id);
  if (direction === 'receive' && isSending(group)) return false;
  if (direction === 'send' && isReceiving(group)) return false;
  const { rows, silentClear, signals } = group;
  if (silentClear.length > 0 || rows.some(({ failed, startTlsMissing }) => failed + startTlsMissing > 0))
    return true;
  return signals.some(({ id }) => {
    if (!isErrorId(id)) return false;
    const open = errorEntry(id).causes;
    return Object.keys(causes).some((cause) => cause !== 'undetermined' && cause in open);
  });
}
