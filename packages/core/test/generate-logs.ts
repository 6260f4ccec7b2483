// Makes SMTP protocol logs of both layouts in any quantity, with interleaved sessions, and the truth about them.
import type { Direction } from '../src/mailflow/evidence.ts';
import { random } from './logs/random.ts';
import {
  anyAgreements,
  type Layout,
  type Scenario,
  scenarios,
  sessionScript,
  usualAgreements,
} from './logs/session-script.ts';

export type LogPlan = {
  readonly seed: number;
  readonly sessions: number;
  readonly direction: Direction;
  readonly layout: Layout;
  /** Sessions at a time; 12 unless told. */
  readonly concurrency?: number;
  readonly lineEnd?: '\r\n' | '\n';
  readonly scenarios?: readonly Scenario[];
  /** Distinct peers; 40 unless told. */
  readonly peers?: number;
  /** Each peer keeps to one version and suite; otherwise each session has its own. */
  readonly steadyPeers?: boolean;
  /**
   * Steady peers as hosts have them: the n-th talks an n-th as often as the first, each on one connector, and nearly all
   * with what Exchange and Exchange Online agree on.
   */
  readonly isLifelike?: boolean;
};

/** Counts by key; the keys are built by `usageKey` and the like. */
export type Tally = Map<string, number>;

export type LogTruth = {
  records: number;
  sessions: number;
  unfinished: number;
  /** `direction, connector, peer, kind, outcome` to sessions. */
  readonly outcomes: Tally;
  /** The same with the suite. */
  readonly suites: Tally;
  /** `encrypted|clear|refused, direction, connector, peer, kind` to messages. */
  readonly messages: Tally;
  /** `direction, connector, text` to records. */
  readonly errors: Tally;
};

export function emptyTruth(): LogTruth {
  return {
    records: 0,
    sessions: 0,
    unfinished: 0,
    outcomes: new Map(),
    suites: new Map(),
    messages: new Map(),
    errors: new Map(),
  };
}

export function count(tally: Tally, key: string, by = 1): void {
  if (by > 0) tally.set(key, (tally.get(key) ?? 0) + by);
}

type Running = {
  readonly prefix: string;
  readonly endpoints: string;
  readonly early: string;
  readonly lines: readonly { readonly event: string; readonly data: string; readonly context: string }[];
  next: number;
};

function logHeader(direction: Direction, layout: Layout, lineEnd: string): string {
  const type = direction === 'send' ? 'Send' : 'Receive';
  return [
    '#Software: Microsoft Exchange Server',
    layout === 'old' ? '#Version: 14.0.0.0' : '#Version: 15.0.0.0',
    layout === 'old' ? `#Log-Type: SMTP ${type} Protocol Log` : `#Log-type: SMTP ${type} Protocol Log`,
    '#Date: 2026-01-11T00:00:00.000Z',
    '#Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context',
    '',
  ].join(lineEnd);
}

/** Yields the log record by record and fills `truth` on the way; one header comes first. */
export function* generateProtocolLog(plan: LogPlan, truth: LogTruth): Generator<string> {
  const rnd = random(plan.seed);
  const lineEnd = plan.lineEnd ?? '\r\n';
  const running: Running[] = [];
  let started = 0;
  let time = Date.UTC(2026, 0, 11);
  yield logHeader(plan.direction, plan.layout, lineEnd);
  while (started < plan.sessions || running.length > 0) {
    while (started < plan.sessions && running.length < (plan.concurrency ?? 12)) {
      running.push(startSession(plan, started++, rnd, truth));
    }
    const session = rnd.pick(running);
    for (let burst = 1 + rnd.below(5); burst > 0; burst--) {
      const line = session.lines[session.next];
      if (line === undefined) break;
      time += rnd.below(20);
      const endpoints = line.context === 'attempting to connect' ? session.early : session.endpoints;
      const fields = [line.event, field(line.data), field(line.context)].join(',');
      truth.records++;
      yield `${new Date(time).toISOString()},${session.prefix},${session.next},${endpoints},${fields}${lineEnd}`;
      session.next++;
    }
    if (session.next >= session.lines.length) running.splice(running.indexOf(session), 1);
  }
}

function startSession(
  plan: LogPlan,
  index: number,
  rnd: ReturnType<typeof random>,
  truth: LogTruth,
): Running {
  const { direction, layout } = plan;
  const peers = plan.peers ?? 40;
  const peer = plan.isLifelike ? longTailed(peers, rnd) : rnd.below(peers);
  const peerAddress =
    peer % 5 === 0 ? `[2001:db8::${peer.toString(16)}]` : `198.51.${peer >> 8}.${peer & 255}`;
  const agreed = plan.steadyPeers || plan.isLifelike ? random(peer) : rnd;
  const connector = (plan.isLifelike ? agreed : rnd).pick(
    direction === 'send'
      ? ['Outbound to Office 365', 'Интернет', 'To partner, "old"']
      : ['EX1\\Default Frontend EX1', 'EX1\\Relay, internal'],
  );
  const scenario = rnd.pick(plan.scenarios ?? scenarios);
  const names = { host: 'ex1.contoso.com', peer: `mx${peer}.fabrikam.com`, peerAddress };
  const choice = plan.isLifelike ? usualAgreements : anyAgreements;
  const { lines, expected } = sessionScript(scenario, direction, layout, names, rnd, agreed, choice);
  truth.sessions++;
  if (lines[lines.length - 1]?.event !== '-') truth.unfinished++;
  const address = expected.originalPeer ?? peerAddress.replace(/^\[|\]$/g, '');
  const key = [direction, connector, address, expected.kind].join('\t');
  count(truth.outcomes, `${key}\t${expected.outcome}`);
  if (expected.suite !== '') count(truth.suites, `${key}\t${expected.outcome}\t${expected.suite}`);
  for (const what of ['encrypted', 'clear', 'refused'] as const) {
    count(truth.messages, `${what}\t${key}`, expected[what]);
  }
  for (const text of expected.errors) count(truth.errors, [direction, connector, text].join('\t'));
  const id = (0x08dd34fa30862700n + BigInt(index) * 3n).toString(16).toUpperCase().padStart(16, '0');
  const port = 1025 + rnd.below(60_000);
  const [local, remote] =
    direction === 'send'
      ? [`10.0.0.1:${port}`, `${peerAddress}:25`]
      : ['10.0.0.1:25', `${peerAddress}:${port}`];
  return {
    prefix: `${field(connector)},${id}`,
    endpoints: `${local},${remote}`,
    early: `,${remote}`,
    lines,
    next: 0,
  };
}

/** 0 the most often; each further one in proportion to its rank. */
function longTailed(count: number, rnd: ReturnType<typeof random>): number {
  return Math.min(count - 1, Math.floor((count + 1) ** (rnd.below(1 << 24) / (1 << 24))) - 1);
}

function field(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
