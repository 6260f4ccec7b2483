// Fills an empty collector with a sample fleet: hosts with history, troubles, waivers and old facts, made up from a seed.
import { createFleet, type SimulatedHost } from '@mailflow-tls/fleet-simulator';
import type { Collector } from '../src/collector.ts';
import { rollUpErrors, rollUpPeers } from '../src/fleet/rollups.ts';
import { enrol } from '../src/intake/enrol.ts';
import type { Intake } from '../src/intake/intake.ts';
import { rollUpDay } from '../src/jobs/rollup.ts';
import { markSilentHosts } from '../src/jobs/silent-hosts.ts';
import { createEnrolmentToken } from '../src/people/enrolment-tokens.ts';
import { createWaivers } from '../src/waivers/waivers.ts';

const hour = 3_600_000;
const day = 24 * hour;

export interface DemoOptions {
  hosts: number;
  days: number;
  seed: number;
  /** The clock that the collector and its intake go by. */
  clock: { now: number };
  /** Told after each day. */
  onDay(done: number, days: number): void;
}

/** Lets the days up to now pass. Every report goes through the same door as a real one. */
export async function fillDemo(
  collector: Collector,
  intake: Intake,
  { hosts, days, seed, clock, onDay }: DemoOptions,
): Promise<void> {
  const end = clock.now;
  const start = end - days * day;
  clock.now = start;
  const label = 'Sample host, made up';
  const fleet = createFleet({ hosts, seed, start, mail: false, pace: 1.5, label });
  const token = await createEnrolmentToken(collector, 'system', {
    ...{ name: 'Sample fleet', mode: 'accept', maxUses: null, domain: null, addressRange: null },
    ...{ tags: ['sample'], expiresAt: null },
  });
  const waiting = await createEnrolmentToken(collector, 'system', {
    ...{ name: 'With approval', mode: 'approve', maxUses: 10, domain: null, addressRange: null },
    ...{ tags: ['sample', 'edge'], expiresAt: end + 90 * day },
  });
  // Two of a hundred ask to be taken in and still wait; three of a hundred fell silent at some time.
  const asking = fleet.filter((_, index) => index % 50 === 49);
  const reporting = fleet.filter((_, index) => index % 50 !== 49);
  const silentFrom = new Map(
    reporting
      .filter((_, index) => index % 33 === 5)
      .map((host, index) => [host, end - (3 + index * 2) * day]),
  );
  await enrolAll(collector, reporting, token.secret, start);
  for (let passed = 1; passed <= days; passed++) {
    const now = passed === days ? end : start + passed * day;
    await reportAll(
      intake,
      clock,
      reporting.filter((host) => now <= (silentFrom.get(host) ?? end)),
      now,
    );
    await rollUpDay(collector);
    if (passed === days - 20) await waiveSome(collector);
    onDay(passed, days);
  }
  clock.now = end;
  await enrolAll(collector, asking, waiting.secret, end);
  const signal = new AbortController().signal;
  await markSilentHosts(collector, signal);
  await rollUpPeers(collector, signal);
  await rollUpErrors(collector, signal);
  await rollUpDay(collector);
}

async function enrolAll(
  collector: Collector,
  hosts: readonly SimulatedHost[],
  secret: string,
  now: number,
): Promise<void> {
  for (const host of hosts) {
    const enrolled = await enrol(collector, host.enrolment(secret, now), '127.0.0.1');
    if (!enrolled.ok) throw new Error(`${host.names.name}: ${enrolled.code}`);
  }
}

/** Many at once, as a fleet does, so that they share their transactions. */
async function reportAll(
  intake: Intake,
  clock: { now: number },
  hosts: readonly SimulatedHost[],
  now: number,
): Promise<void> {
  clock.now = now;
  for (let first = 0; first < hosts.length; first += 100) {
    const some = hosts.slice(first, first + 100);
    const received = await Promise.all(
      some.map((host) => {
        host.advance(now);
        return intake.receive(host.report(now).bytes, { via: 'https', address: '127.0.0.1' });
      }),
    );
    const refused = received.find((each) => !each.ok);
    if (refused && !refused.ok)
      throw new Error(`a sample report was refused: ${refused.code} ${refused.detail}`);
  }
}

async function waiveSome(collector: Collector): Promise<void> {
  const now = collector.now();
  const found = await collector.db
    .selectFrom('hosts')
    .select('id')
    .where('state', '=', 'failing')
    .orderBy('id')
    .limit(3)
    .execute();
  if (found.length === 0) return;
  await createWaivers(collector, 'system', {
    rule: 'schannel/tls12-client-enabled',
    for: { hosts: found.map(({ id }) => id) },
    reason: 'Replaced in January; its mail goes through another host meanwhile.',
    owner: 'Messaging team',
    expiresAt: now + 60 * day,
  });
  await createWaivers(collector, 'system', {
    rule: 'schannel/legacy-tls-enabled',
    for: { tag: 'sample' },
    reason: 'Scanners on two floors still need TLS 1.0.',
    owner: 'Facilities',
    expiresAt: now + 30 * day,
  });
}
