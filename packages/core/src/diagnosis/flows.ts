// Which mail a group of evidence touches, what became of it, since when, and whether it still goes on.
import { errorEntry, isErrorId } from '../errors/index.ts';
import type { Flow, FlowDirection, FlowOutcome } from './diagnosis.ts';
import { type Group, isHostEvent } from './group.ts';
import { type Hop, isOnlinePeer } from './hop.ts';
import type { DiagnosisSignal } from './input.ts';
import { earliest, latest } from './traffic.ts';

const directions: Readonly<Record<Hop, FlowDirection>> = {
  toOnline: 'send',
  toOther: 'send',
  send: 'send',
  fromOnline: 'receive',
  fromOther: 'receive',
  receive: 'receive',
  onlineToOther: 'elsewhere',
  submission: 'submission',
  internal: 'internal',
  unknown: 'unknown',
};

const day = 86_400_000;

type Found = Omit<Flow, 'ongoing' | 'direction' | 'office365' | 'likelihood'> & { readonly waiting: boolean };

/** Flows of a group, the most mail first. */
export function flowsOf(group: Group, now: Date): Omit<Flow, 'likelihood'>[] {
  const found = new Map<string, Found>();
  const add = (one: Found): void => {
    const peer = nameOf(group, one.peer);
    const key = `${one.connector ?? ''}\n${peer ?? ''}\n${one.outcome}`;
    const known = found.get(key);
    found.set(key, known ? joined(known, one) : { ...one, peer });
  };
  for (const one of group.silentClear) add(clearFlow(one.connector, one.peer, one.sessions, one));
  for (const row of group.rows) {
    const rest = row.clearMessages - silentMessages(group, row.connector, row.peer);
    if (row.office365 && rest > 0) {
      add(
        clearFlow(row.connector, row.peer, row.clear, {
          messages: rest,
          firstSeen: row.firstSeen,
          lastSeen: row.lastClear,
        }),
      );
    }
  }
  for (const row of group.rows) {
    if (!row.office365 || row.startTlsMissing === 0 || row.clearMessages > 0) continue;
    const { connector, peer, firstSeen, lastSeen } = row;
    const seen = { connector, peer, firstSeen, lastSeen };
    add({ ...seen, outcome: 'failing', count: row.startTlsMissing, messages: null, waiting: false });
  }
  for (const signal of group.signals) {
    const outcome = outcomeOf(signal);
    // The mail of failed handshakes that went in clear text later is counted there.
    if (outcome === 'failing' && group.silentClear.some(({ connector }) => connector === signal.connector))
      continue;
    add(signalFlow(signal, outcome));
  }
  return [...found.values()]
    .sort((a, b) => (b.messages ?? 0) - (a.messages ?? 0) || b.count - a.count)
    .map(({ waiting, ...flow }) => ({
      direction: directions[group.hop],
      ...flow,
      office365: isWithOnline(group),
      ongoing: waiting ? 'yes' : ongoing(flow.lastSeen, group, now),
    }));
}

/** Exchange Online answers from many addresses, which are one peer; a tenant's own name is kept. */
function nameOf(group: Group, peer: string | null): string | null {
  if (peer === null || peer === '') return null;
  return isWithOnline(group) &&
    group.hop !== 'submission' &&
    isOnlinePeer(peer) &&
    !/[a-z]/i.test(peer[0] ?? '')
    ? null
    : peer;
}

function isWithOnline({ hop }: Group): boolean {
  return hop === 'toOnline' || hop === 'fromOnline' || hop === 'submission' || hop === 'onlineToOther';
}

function silentMessages(group: Group, connector: string, peer: string | null): number {
  return group.silentClear
    .filter((one) => one.connector === connector && one.peer === peer)
    .reduce((sum, { messages }) => sum + messages, 0);
}

function clearFlow(
  connector: string,
  peer: string | null,
  count: number,
  seen: { messages: number; firstSeen: string | null; lastSeen: string | null },
): Found {
  return {
    connector,
    peer,
    outcome: 'clearText',
    count,
    messages: seen.messages,
    firstSeen: seen.firstSeen,
    lastSeen: seen.lastSeen,
    waiting: false,
  };
}

function signalFlow(signal: DiagnosisSignal, outcome: FlowOutcome): Found {
  return {
    connector: signal.connector ?? null,
    peer: signal.peer ?? null,
    outcome,
    count: signal.count ?? 1,
    messages: signal.messages ?? null,
    firstSeen: signal.firstSeen ?? signal.at ?? null,
    lastSeen: signal.lastSeen ?? signal.at ?? null,
    waiting: signal.waiting === true,
  };
}

function joined(a: Found, b: Found): Found {
  return {
    ...a,
    count: a.count + b.count,
    messages: a.messages === null && b.messages === null ? null : (a.messages ?? 0) + (b.messages ?? 0),
    firstSeen: earliest([a.firstSeen, b.firstSeen]),
    lastSeen: latest([a.lastSeen, b.lastSeen]),
    waiting: a.waiting || b.waiting,
  };
}

const expired: ReadonlySet<string> = new Set(['wrapped-expired', 'wrapped-expired-cannot-connect']);

/** What became of the mail, as far as the text tells. */
function outcomeOf(signal: DiagnosisSignal): FlowOutcome {
  const { id, layers = [], smtp, enhanced, kind } = signal;
  if (isHostEvent(signal)) return 'failing';
  if (signal.waiting) return 'delayed';
  const role = isErrorId(id) ? errorEntry(id).role : undefined;
  if (role === 'expiry' || expired.has(id) || layers.some((layer) => expired.has(layer.id))) return 'broken';
  if (role === 'delay' || kind === 'queue' || kind === 'queueMessage') return 'delayed';
  // Exchange treats this permanent refusal as temporary.
  if (id === 'starttls-must-issue-530') return 'delayed';
  if (id.startsWith('smtp-auth-')) return 'broken';
  const code = smtp ?? enhanced ?? '';
  if (code.startsWith('5')) return 'broken';
  if (code.startsWith('4') || kind === 'messageTrace' || layers.length > 0) return 'delayed';
  return 'failing';
}

function ongoing(lastSeen: string | null, { rows }: Group, now: Date): Flow['ongoing'] {
  if (lastSeen === null) return 'unknown';
  const worked = rows.some(
    (row) =>
      row.agreedNew > 0 && (row.lastSeen ?? '') > lastSeen && (row.lastClear ?? '') < (row.lastSeen ?? ''),
  );
  if (worked) return 'no';
  const age = now.getTime() - Date.parse(lastSeen);
  return age <= day ? 'yes' : 'unknown';
}
