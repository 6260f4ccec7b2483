// Empties the spool: over HTTPS, by way of a share, or both; a report leaves the spool only when the collector has it.
import type { EnrolmentAnswer, SignedEnrolment } from '@mailflow-tls/contract';
import type { Log } from '../log/log.ts';
import { errorCode } from '../usage-error.ts';
import { backoffMs } from './backoff.ts';
import type { HttpsCollector } from './https.ts';
import type { Share } from './share.ts';
import type { Spool } from './spool.ts';

export interface Ways {
  https: HttpsCollector | null;
  share: Share | null;
}

export interface DeliverOptions extends Ways {
  spool: Spool;
  /** A signed request to be taken in; null without a token. */
  enrolment: (() => SignedEnrolment) | null;
  /** Milliseconds since 1970 until which to go on. */
  until: number;
  now: () => number;
  random: () => number;
  /** Rejects when the run is to end. */
  sleep: (ms: number) => Promise<void>;
  log: Log;
}

export interface Delivered {
  acknowledged: number;
  /** Left on the share in this run. */
  handedOver: number;
  /** Will never be taken; set aside. */
  setAside: number;
  /** What keeps the rest in the spool; null when nothing does. */
  obstacle: Obstacle | null;
  /** What the collector said about this host, when it was asked. */
  enrolment: EnrolmentAnswer['status'] | null;
}

export interface Obstacle {
  /** `waiting`: a person must approve this host. `refused`: see the code. `unreachable`: no collector answered. */
  kind: 'waiting' | 'refused' | 'unreachable';
  code: string;
  /** The collector asked not to be bothered until then (milliseconds since 1970). */
  notBefore: number | null;
}

/** Failures in a row after which this run gives up; the next run goes on. */
const mostFailures = 6;

export async function deliver(options: DeliverOptions): Promise<Delivered> {
  const result: Delivered = {
    acknowledged: 0,
    handedOver: 0,
    setAside: 0,
    obstacle: null,
    enrolment: null,
  };
  if (options.share) await takeAnswers(options.share, options, result);
  if (options.https) await deliverByHttps(options.https, options, result);
  if (options.share) await deliverByShare(options.share, options, result);
  return result;
}

async function deliverByHttps(
  https: HttpsCollector,
  options: DeliverOptions,
  result: Delivered,
): Promise<void> {
  const { spool, log, now } = options;
  let failures = 0;
  let asked = false;
  const waiting = await spool.list();
  for (let index = 0; index < waiting.length; ) {
    const id = waiting[index]?.id ?? '';
    const bytes = await spool.read(id);
    if (bytes === null) {
      log.warn('report unreadable, set aside', { report: id });
      index += 1;
      continue;
    }
    const outcome = await https.sendReport(id, bytes);
    if (outcome.kind === 'acknowledged') {
      await spool.remove(id);
      result.acknowledged += 1;
      result.obstacle = null;
      failures = 0;
      index += 1;
      continue;
    }
    log.warn('report not taken', { report: id, ...outcome });
    if (outcome.kind === 'refused' && outcome.again === 'never') {
      await spool.setAside(id);
      result.setAside += 1;
      index += 1;
      continue;
    }
    if (outcome.kind === 'refused' && outcome.again === 'notNow') {
      result.obstacle = {
        kind: outcome.code === 'host-waiting' ? 'waiting' : 'refused',
        code: outcome.code,
        notBefore: null,
      };
      if (outcome.code !== 'host-unknown' || asked || options.enrolment === null) return;
      asked = true;
      if (await enrolByHttps(https, options.enrolment(), options, result)) continue;
      return;
    }
    // Handing over is the share's; what is left may go better later.
    const retryAfterMs = outcome.kind === 'handedOver' ? null : outcome.retryAfterMs;
    failures += 1;
    const pause = Math.max(retryAfterMs ?? 0, backoffMs(failures, options.random));
    result.obstacle = {
      kind: outcome.kind === 'refused' ? 'refused' : 'unreachable',
      code: outcome.kind === 'handedOver' ? outcome.kind : outcome.code,
      notBefore: retryAfterMs === null ? null : now() + retryAfterMs,
    };
    if (failures >= mostFailures || now() + pause > options.until) return;
    await options.sleep(pause);
  }
}

/** Whether reports are taken now. */
export async function enrolByHttps(
  https: HttpsCollector,
  signed: SignedEnrolment,
  { log, now }: Pick<DeliverOptions, 'log' | 'now'>,
  result: Pick<Delivered, 'obstacle' | 'enrolment'>,
): Promise<boolean> {
  const outcome = await https.enrol(signed);
  if (outcome.kind === 'answered') {
    log.info('enrolled', { ...outcome.answer });
    result.enrolment = outcome.answer.status;
    if (outcome.answer.status === 'active') return true;
    result.obstacle = { kind: 'waiting', code: 'host-waiting', notBefore: null };
    return false;
  }
  log.warn('enrolment not taken', { ...outcome });
  result.obstacle = {
    kind: outcome.kind,
    code: outcome.code,
    notBefore: outcome.retryAfterMs === null ? null : now() + outcome.retryAfterMs,
  };
  return false;
}

async function takeAnswers(share: Share, { spool, log }: DeliverOptions, result: Delivered): Promise<void> {
  try {
    const { received, refused } = await share.look();
    for (const id of received) {
      await spool.remove(id);
      await share.clearAnswer(id);
      result.acknowledged += 1;
    }
    for (const id of refused) {
      log.warn('report refused on the share', { report: id });
      await spool.setAside(id);
      await share.clearAnswer(id);
      result.setAside += 1;
    }
  } catch (error) {
    log.warn('share not read', { code: errorCode(error) });
    result.obstacle = { kind: 'unreachable', code: errorCode(error), notBefore: null };
  }
}

async function deliverByShare(share: Share, options: DeliverOptions, result: Delivered): Promise<void> {
  const { spool, log } = options;
  const waiting = await spool.list();
  if (waiting.length === 0) return;
  let there: Awaited<ReturnType<Share['look']>>;
  try {
    there = await share.look();
  } catch (error) {
    result.obstacle ??= { kind: 'unreachable', code: errorCode(error), notBefore: null };
    return;
  }
  if (options.enrolment && !there.enrolment) await share.leaveEnrolment(options.enrolment());
  for (const { id } of waiting) {
    if (there.waiting.has(id)) continue;
    const bytes = await spool.read(id);
    if (bytes === null) continue;
    const outcome = await share.leaveReport(id, bytes);
    if (outcome.kind === 'unreachable') {
      log.warn('report not left on the share', { report: id, code: outcome.code });
      result.obstacle = { kind: 'unreachable', code: outcome.code, notBefore: null };
      return;
    }
    result.handedOver += 1;
  }
  // On the share the spool need not be empty for all to be well.
  if (options.https === null) result.obstacle = null;
}
