// One simulated host: its key, its facts, and what happens to it until a time.
import { createPrivateKey, type KeyObject } from 'node:crypto';
import {
  type EnrolmentRequest,
  exportPublicKey,
  keyIdOf,
  type Loss,
  packReport,
  type SignedEnrolment,
  signEnrolment,
} from '@mailflow-tls/contract';
import { evaluate, type HostFacts, type Report } from '@mailflow-tls/core';
import { type EventName, events, meanDays } from './drift.ts';
import { makeFacts, type Names } from './kinds.ts';
import { withMoreMail, withPeers, withStuckQueue } from './mail.ts';
import { createRandom, type Random } from './random.ts';

const day = 24 * 3_600_000;
/** PKCS #8 of an Ed25519 key up to the key itself (RFC 8410, section 7). */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex');
const nothingLost: Loss = { dropped: { count: 0, bytes: 0, age: 0 }, unreadable: 0, notWritten: 0 };

export interface SimulatedHost {
  readonly names: Names;
  /** Id of its key. */
  readonly key: string;
  /** What its clock is ahead of the true time, milliseconds. */
  readonly clockSkewMs: number;
  enrolment(token: string, now: number): SignedEnrolment;
  /** Lets pass what happens until then; times never go back. */
  advance(now: number): void;
  /** The facts as of now, under a new id. Nothing but the run's own facts differs when nothing happened. */
  facts(now: number): HostFacts;
  judge(now: number): Report;
  /** The signed report, as a host delivers it. */
  report(now: number): { id: string; bytes: Buffer };
}

export interface HostOptions {
  /** Whether mail goes on, so that every report differs from the one before. */
  mail: boolean;
  /** Times as many events as usual. */
  pace: number;
  /** What the facts say of themselves, so that nobody takes the host for a real one; null: nothing. */
  label: string | null;
}

export function createSimulatedHost(
  names: Names,
  seed: number,
  start: number,
  { mail, pace, label }: HostOptions,
): SimulatedHost {
  const random = createRandom(seed);
  const privateKey = keyFrom(random);
  const key = keyIdOf(exportPublicKey(privateKey));
  const clockSkewMs = random.chance(0.05) ? random.between(-600_000, 600_000) : random.between(-500, 500);
  let current = withPeers(makeFacts(names, new Date(start), random), new Date(start), random);
  if (label !== null) current = { ...current, label };
  let lastMail = start;
  const due = new Map<EventName, number>();
  for (const name of eventNames) due.set(name, start + random.waiting(meanDays[name] / pace) * day);

  return {
    names,
    key,
    clockSkewMs,
    enrolment: (token, now) => {
      const request: Omit<EnrolmentRequest, 'format' | 'publicKey'> = {
        token,
        host: names,
        agent: current.gatherer.version,
        requestedAt: new Date(now + clockSkewMs).toISOString(),
      };
      return signEnrolment(request, privateKey);
    },
    advance,
    facts,
    judge: (now) => evaluate(facts(now), { now: new Date(now + clockSkewMs) }),
    report(now) {
      const gathered = facts(now);
      const { core, state } = evaluate(gathered, { now: new Date(now + clockSkewMs) });
      return { id: gathered.id, bytes: packReport(gathered, { core, state }, nothingLost, privateKey) };
    },
  };

  function advance(now: number): void {
    for (;;) {
      const [name, at] = [...due].reduce((first, next) => (next[1] < first[1] ? next : first));
      if (at > now) break;
      current = events[name](current, new Date(at), random);
      due.set(name, at + random.waiting(meanDays[name] / pace) * day);
    }
    if (mail && now > lastMail) {
      current = withMoreMail(current, new Date(now), random);
      const { state } = evaluate(current, { now: new Date(now) });
      const { queues } = current.sections;
      const before = queues.status === 'read' ? queues.data.messages : 0;
      const waiting = state === 'failing' ? Math.min(before + random.between(0, 40), 5000) : 0;
      if (waiting !== before) current = withStuckQueue(current, waiting, new Date(now));
      lastMail = now;
    }
  }

  function facts(now: number): HostFacts {
    const clock = new Date(now + clockSkewMs).toISOString();
    const { os } = current.sections;
    const told =
      os.status === 'unread'
        ? os
        : {
            ...os,
            data: { ...os.data, clock: { ...os.data.clock, utc: clock } },
            tookMs: random.between(5, 50),
          };
    return {
      ...current,
      id: reportId(now + clockSkewMs, random),
      gatheredAt: clock,
      sections: { ...current.sections, os: told },
    };
  }
}

const eventNames = Object.keys(meanDays) as EventName[]; // Object.keys forgets the key type

function keyFrom(random: Random): KeyObject {
  return createPrivateKey({
    key: Buffer.concat([pkcs8Head, random.bytes(32)]),
    format: 'der',
    type: 'pkcs8',
  });
}

/** UUID version 7 (RFC 9562). */
function reportId(now: number, random: Random): string {
  const bytes = Buffer.concat([Buffer.alloc(6), random.bytes(10)]);
  bytes.writeUIntBE(now, 0, 6);
  bytes[6] = 0x70 | (bytes.readUInt8(6) & 0x0f);
  bytes[8] = 0x80 | (bytes.readUInt8(8) & 0x3f);
  const hex = bytes.toString('hex');
  return [8, 12, 16, 20, 32].map((end, index, ends) => hex.slice(ends[index - 1] ?? 0, end)).join('-');
}
