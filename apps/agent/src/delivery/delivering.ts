// What run, enroll and status share: the key, the ways to the collector, and errors that the user can mend.
import { type EnrolmentRequest, type SignedEnrolment, signEnrolment } from '@mailflow-tls/contract';
import type { Session } from '../commands/session.ts';
import { errorCode, UsageError } from '../usage-error.ts';
import { agentVersion } from '../version.ts';
import type { Obstacle, Ways } from './deliver.ts';
import { type HostKey, readHostKey, readOrMakeHostKey } from './host-key-file.ts';
import { openHttpsCollector } from './https.ts';
import { openShare } from './share.ts';
import type { SpoolLimits } from './spool.ts';
import type { Trust } from './trust.ts';

const day = 24 * 3_600_000;
const megabyte = 1024 * 1024;

export function spoolLimits({ settings }: Session): SpoolLimits {
  return {
    reports: settings.spoolReports,
    bytes: settings.spoolMegabytes * megabyte,
    age: settings.spoolDays * day,
  };
}

/** The key of this host, made when it has none. */
export async function hostKey({ io }: Session): Promise<HostKey> {
  const folder = io.places.deliveryFolder;
  let existing: HostKey | null;
  try {
    existing = await readHostKey(folder);
  } catch (error) {
    throw new UsageError('badKey', { folder, code: errorCode(error) });
  }
  try {
    return existing ?? (await readOrMakeHostKey(folder, io.env));
  } catch (error) {
    throw new UsageError('deliveryFolder', { folder, code: errorCode(error) });
  }
}

/** @throws UsageError when nothing is set. */
export function openWays({ settings, io }: Session, key: HostKey): Ways {
  const { collectorUrl, shareFolder } = settings;
  if (collectorUrl === null && shareFolder === null) throw new UsageError('noWay');
  return {
    https:
      collectorUrl === null
        ? null
        : openHttpsCollector({
            url: collectorUrl,
            trust: trustOf(settings),
            proxy: settings.proxyUrl,
            now: () => io.now().getTime(),
            signal: io.signal,
          }),
    share: shareFolder === null ? null : openShare(shareFolder, key.id),
  };
}

function trustOf({ collectorPin, collectorCaFile }: Session['settings']): Trust {
  if (collectorPin !== null) return { kind: 'pin', sha256: collectorPin };
  return collectorCaFile === null ? { kind: 'system' } : { kind: 'file', path: collectorCaFile };
}

export function signedEnrolment(
  session: Session,
  key: HostKey,
  host: EnrolmentRequest['host'],
  token: string,
): SignedEnrolment {
  const requestedAt = session.io.now().toISOString();
  return signEnrolment({ token, host, agent: agentVersion, requestedAt }, key.privateKey);
}

/** What is in the way, and what a person can do about it, a line each. */
export function obstacleLines(
  { language }: Session,
  obstacle: Pick<Obstacle, 'kind' | 'code'>,
  key: string,
): Line[] {
  const { obstacles, remedies } = language.words.delivery;
  const known: Readonly<Record<string, string>> = remedies;
  const remedy = Object.hasOwn(known, obstacle.code) ? known[obstacle.code] : undefined;
  return [
    { text: obstacles[obstacle.kind], values: { code: obstacle.code, key } },
    ...(remedy === undefined ? [] : [{ text: remedy, values: {} }]),
  ];
}

export interface Line {
  text: string;
  values: Readonly<Record<string, string | number>>;
}
