// `enroll`: makes the host's key when it has none and asks the collector to take the host in.
import { hostname } from 'node:os';
import { enrolByHttps } from '../delivery/deliver.ts';
import { hostKey, obstacleLines, openWays, signedEnrolment } from '../delivery/delivering.ts';
import { readDeliveryState, writeDeliveryState } from '../delivery/delivery-state.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import type { Io } from '../output/io.ts';
import { settings as definitions } from '../settings/settings.ts';
import { UsageError } from '../usage-error.ts';
import { sentence } from '../words/words.ts';
import { type GlobalOptions, logged, openSession, type Session } from './session.ts';

export interface EnrollOptions extends GlobalOptions {
  /** The token comes on standard input, where no list of processes shows it. */
  tokenStdin?: boolean;
}

export async function enroll(options: EnrollOptions, io: Io): Promise<ExitCode> {
  const session = await openSession(io, options, { logs: true });
  return logged(session, async () => {
    const token = options.tokenStdin ? await tokenOf(io) : session.settings.enrolmentToken;
    if (token === null) throw new UsageError('noToken');
    const key = await hostKey(session);
    const ways = openWays(session, key);
    const signed = signedEnrolment(session, key, hostOf(io), token);
    const said: Parameters<typeof enrolByHttps>[3] = { obstacle: null, enrolment: null };
    if (ways.https) {
      await enrolByHttps(ways.https, signed, { log: session.log, now: () => io.now().getTime() }, said);
      ways.https.close();
    } else if (ways.share) {
      const left = await ways.share.leaveEnrolment(signed);
      if (left.kind === 'unreachable') said.obstacle = { kind: left.kind, code: left.code, notBefore: null };
      else
        session.progress(
          sentence(session.language, session.language.words.delivery.handedOver, { count: 1 }),
        );
    }
    if (said.enrolment !== null) await remember(session, said.enrolment);
    return tell(session, said, key.id);
  });
}

/** The names by which the collector lists the host until its first report. */
function hostOf(io: Io): { name: string; domain: string | null } {
  return { name: io.env.COMPUTERNAME || hostname(), domain: io.env.USERDNSDOMAIN?.toLowerCase() || null };
}

async function tokenOf({ stdin }: Io): Promise<string | null> {
  let text = '';
  for await (const chunk of stdin) {
    text += String(chunk);
    if (text.length > 4096) break;
  }
  return definitions.enrolmentToken.parse(text.split('\n')[0]) ?? null;
}

async function remember({ io }: Session, status: 'active' | 'waiting'): Promise<void> {
  const folder = io.places.deliveryFolder;
  const before = await readDeliveryState(folder);
  await writeDeliveryState(folder, { ...before, enrolment: { status, at: io.now().toISOString() } });
}

function tell(
  session: Session,
  { obstacle, enrolment }: Parameters<typeof enrolByHttps>[3],
  key: string,
): ExitCode {
  const { language } = session;
  if (enrolment === 'active') session.progress(sentence(language, language.words.delivery.enrolled, { key }));
  if (obstacle === null) return exitCodes.clean;
  for (const { text, values } of obstacleLines(session, obstacle, key))
    session.warn(sentence(language, text, values));
  // To wait for approval is what was asked for.
  return obstacle.kind === 'waiting' ? exitCodes.clean : exitCodes.incomplete;
}
