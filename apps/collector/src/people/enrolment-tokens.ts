// Enrolment tokens: leave for hosts to ask. The secret is shown once; only its digest is stored.
import { isIP } from 'node:net';
import * as v from 'valibot';
import { Problem } from '../api/problems.ts';
import type { Collector } from '../collector.ts';
import { type Actor, actorName, audit, changing } from './audit.ts';
import { makeSecret } from './secrets.ts';

const enrolmentTokenPrefix = 'mftls_enrol_';

export interface NewEnrolmentToken {
  name: string;
  /** `accept`: hosts are taken in at once. `approve`: a person decides on each. */
  mode: 'accept' | 'approve';
  /** Null: any number of hosts. */
  maxUses: number | null;
  /** Only hosts of this domain and those below it. */
  domain: string | null;
  /** Only from these addresses, e.g. `10.0.0.0/8`. */
  addressRange: string | null;
  /** Put on each host that enrols with it. */
  tags: readonly string[];
  /** Milliseconds since 1970; null: until it is revoked. */
  expiresAt: number | null;
}

export async function createEnrolmentToken(
  collector: Collector,
  actor: Actor,
  token: NewEnrolmentToken,
): Promise<{ id: number; secret: string }> {
  const { secret, hash } = makeSecret(enrolmentTokenPrefix);
  return changing(collector, async (ground) => {
    const { id } = await ground.db
      .insertInto('enrolment_tokens')
      .values({
        hash,
        name: token.name,
        mode: token.mode,
        max_uses: token.maxUses,
        uses: 0,
        domain: token.domain,
        address_range: token.addressRange,
        tags: JSON.stringify([...new Set(token.tags)]),
        expires_at: token.expiresAt,
        created_at: ground.now(),
        created_by: actorName(actor),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await audit(ground, actor, 'enrolmentToken.create', `enrolmentToken:${id} ${token.name}`, { ...token });
    return { id, secret };
  });
}

export async function revokeEnrolmentToken(collector: Collector, actor: Actor, id: number): Promise<void> {
  await changing(collector, async (ground) => {
    const token = await ground.db
      .selectFrom('enrolment_tokens')
      .select(['name', 'revoked_at'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (token === undefined) throw new Problem('not-found', 'There is no such enrolment token.');
    if (token.revoked_at !== null) return;
    await ground.db
      .updateTable('enrolment_tokens')
      .set({ revoked_at: ground.now() })
      .where('id', '=', id)
      .execute();
    await audit(ground, actor, 'enrolmentToken.revoke', `enrolmentToken:${id} ${token.name}`);
  });
}

/** `10.0.0.0/8`, `2001:db8::/32`, or one address. */
export const addressRangeSchema: v.GenericSchema<string> = v.pipe(
  v.string(),
  v.maxLength(50),
  v.check(isRange, 'Expected an address range such as 10.0.0.0/8.'),
);

function isRange(range: string): boolean {
  const [network = '', bits, ...more] = range.split('/');
  const kind = isIP(network);
  if (kind === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (kind === 4 ? 32 : 128));
}
