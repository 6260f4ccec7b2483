// `run`: gathers, judges, spools and delivers; made for a scheduler.
import { randomInt } from 'node:crypto';
import { packReport } from '@mailflow-tls/contract';
import type { HostFacts, Report } from '@mailflow-tls/core';
import { type Delivered, deliver, type Ways } from '../delivery/deliver.ts';
import { hostKey, obstacleLines, openWays, signedEnrolment, spoolLimits } from '../delivery/delivering.ts';
import { type DeliveryState, readDeliveryState, writeDeliveryState } from '../delivery/delivery-state.ts';
import { closeFolder, type HostKey } from '../delivery/host-key-file.ts';
import { type Release, takeRunLock } from '../delivery/run-lock.ts';
import { openSpool, type Spool } from '../delivery/spool.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import type { Gathering } from '../gathering.ts';
import type { Io } from '../output/io.ts';
import { errorCode, UsageError } from '../usage-error.ts';
import { sentence } from '../words/words.ts';
import { readHost } from './check.ts';
import { judgeHost } from './judging.ts';
import { type GlobalOptions, logged, openSession, type Session } from './session.ts';

export interface RunOptions extends GlobalOptions {
  /** Without the random delay. */
  now?: boolean;
}

export async function run(options: RunOptions, io: Io, gathering: Gathering): Promise<ExitCode> {
  if (!gathering.readsThisHost) throw new UsageError('runNotWindows');
  const session = await openSession(io, options, { logs: true });
  return logged(session, async () => {
    const folder = io.places.deliveryFolder;
    const release = await lock(session, folder);
    if (release === null) {
      session.progress(session.language.words.delivery.alreadyRunning);
      session.log.info('another run is under way');
      return exitCodes.clean;
    }
    try {
      return await runAlone(session, options, gathering);
    } finally {
      release();
    }
  });
}

async function lock({ io }: Session, folder: string): Promise<Release | null> {
  try {
    await closeFolder(folder, io.env);
    return takeRunLock(folder);
  } catch (error) {
    throw new UsageError('deliveryFolder', { folder, code: errorCode(error) });
  }
}

async function runAlone(session: Session, options: RunOptions, gathering: Gathering): Promise<ExitCode> {
  const { io, settings, language } = session;
  const key = await hostKey(session);
  const ways = openWays(session, key);
  try {
    if (!options.now) await waitAtRandom(session);
    // Real time, since it bounds real work.
    const started = Date.now();
    const spool = await openSpool(`${io.places.deliveryFolder}/spool`, spoolLimits(session));
    const facts = await readHost(session, [], gathering.gather);
    const report = judgeHost(facts, { only: [], skip: settings.skipRules }, session);
    session.progress(
      sentence(language, language.words.delivery.judged, {
        state: sentence(language, language.locale.states[report.state]),
      }),
    );
    const unwritten = await keep(session, spool, key, facts, report);
    const state = await readDeliveryState(io.places.deliveryFolder);
    const delivered = await tryDelivery(session, {
      spool,
      ways,
      key,
      facts,
      state,
      unwritten,
      until: started + settings.runSeconds * 1000,
    });
    await remember(session, report, state, delivered);
    return await tell(session, spool, key, delivered);
  } finally {
    ways.https?.close();
  }
}

async function waitAtRandom({ io, settings, language, progress }: Session): Promise<void> {
  if (settings.randomDelaySeconds === 0) return;
  const seconds = randomInt(settings.randomDelaySeconds + 1);
  progress(sentence(language, language.words.delivery.delaying, { seconds }));
  await io.sleep(seconds * 1000);
}

/** Null when the report is in the spool; its bytes when it could not be written. */
async function keep(
  session: Session,
  spool: Spool,
  { privateKey }: HostKey,
  facts: HostFacts,
  { core, state }: Report,
): Promise<Buffer | null> {
  try {
    await spool.put(
      facts.id,
      (lost) => packReport(facts, { core, state }, lost, privateKey),
      session.io.now().getTime(),
    );
    return null;
  } catch (error) {
    const { language } = session;
    session.log.error('report not spooled', { code: errorCode(error) });
    session.warn(sentence(language, language.words.delivery.notSpooled, { code: errorCode(error) }));
    return error instanceof Error && 'bytes' in error && Buffer.isBuffer(error.bytes) ? error.bytes : null;
  }
}

interface Attempt {
  spool: Spool;
  ways: Ways;
  key: HostKey;
  facts: HostFacts;
  state: DeliveryState;
  unwritten: Buffer | null;
  until: number;
}

async function tryDelivery(session: Session, attempt: Attempt): Promise<Delivered> {
  const { io, settings, log } = session;
  const { ways, spool, state, key, facts } = attempt;
  const notBefore = Date.parse(state.obstacle?.notBefore ?? '');
  // Far ahead only when the clock was wrong: the longest that a collector is granted is a day.
  const leftAlone = notBefore > Date.now() && notBefore < Date.now() + 24 * 3_600_000;
  const token = settings.enrolmentToken;
  const delivered = await deliver({
    spool,
    https: leftAlone ? null : ways.https,
    share: ways.share,
    enrolment: token === null ? null : () => signedEnrolment(session, key, facts.host, token),
    until: attempt.until,
    now: Date.now,
    random: Math.random,
    sleep: io.sleep,
    log,
  });
  if (leftAlone && state.obstacle)
    delivered.obstacle ??= { kind: state.obstacle.kind, code: state.obstacle.code, notBefore };
  if (attempt.unwritten !== null && ways.https && !leftAlone && delivered.obstacle === null) {
    const outcome = await ways.https.sendReport(facts.id, attempt.unwritten);
    if (outcome.kind === 'acknowledged') delivered.acknowledged += 1;
  }
  return delivered;
}

async function remember(
  { io, log }: Session,
  report: Report,
  before: DeliveryState,
  { acknowledged, obstacle, enrolment }: Delivered,
): Promise<void> {
  const now = io.now().toISOString();
  const status = enrolment ?? (acknowledged > 0 ? 'active' : obstacle?.kind === 'waiting' ? 'waiting' : null);
  try {
    await writeDeliveryState(io.places.deliveryFolder, {
      enrolment: status === null ? before.enrolment : { status, at: now },
      lastRun: now,
      lastReport: { id: report.id, state: report.state },
      lastAcknowledged: acknowledged > 0 ? now : before.lastAcknowledged,
      obstacle: obstacle && {
        kind: obstacle.kind,
        code: obstacle.code,
        since: before.obstacle?.kind === obstacle.kind ? before.obstacle.since : now,
        notBefore: obstacle.notBefore === null ? null : new Date(obstacle.notBefore).toISOString(),
      },
    });
  } catch (error) {
    log.warn('state of delivery not written', { code: errorCode(error) });
  }
}

async function tell(session: Session, spool: Spool, key: HostKey, delivered: Delivered): Promise<ExitCode> {
  const { language, log, warn, progress } = session;
  const { words } = language;
  const waiting = (await spool.list()).length;
  const { acknowledged, handedOver, setAside, obstacle } = delivered;
  log.info('run ended', { acknowledged, handedOver, setAside, waiting, obstacle: obstacle?.code ?? null });
  for (const [text, count] of [
    [words.delivery.delivered, acknowledged],
    [words.delivery.handedOver, handedOver],
    [words.delivery.setAside, setAside],
    [words.delivery.stillWaiting, handedOver > 0 ? 0 : waiting],
  ] as const)
    if (count > 0) progress(sentence(language, text, { count }));
  if (obstacle === null) return exitCodes.clean;
  for (const { text, values } of obstacleLines(session, obstacle, key.id))
    warn(sentence(language, text, values));
  if (obstacle.notBefore !== null)
    progress(
      sentence(language, words.delivery.notBefore, { time: new Date(obstacle.notBefore).toISOString() }),
    );
  return exitCodes.incomplete;
}
