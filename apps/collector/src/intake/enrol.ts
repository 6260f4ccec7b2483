// Takes a host in: its key, the token that lets it ask, and whether a person must decide.
import {
  type EnrolmentAnswer,
  type EnrolmentRequest,
  keyIdOf,
  openEnrolment,
  type RefusalCode,
  type SignedEnrolment,
} from '@mailflow-tls/contract';
import { type Selectable, sql } from 'kysely';
import type { Collector } from '../collector.ts';
import { hashOf } from '../people/secrets.ts';
import { hostAlert } from '../store/alert-rows.ts';
import { searchText } from '../store/host-search.ts';
import type { EnrolmentTokensTable, HostStatus } from '../store/schema.ts';
import type { Db } from '../store/store.ts';
import { inTransaction } from '../store/transaction.ts';
import { isInRange } from './address-range.ts';

export type Enrolled =
  | { ok: true; answer: EnrolmentAnswer }
  | { ok: false; code: RefusalCode; detail: string; key: string | null };

type Token = Pick<
  Selectable<EnrolmentTokensTable>,
  'id' | 'name' | 'mode' | 'domain' | 'address_range' | 'tags'
>;

/**
 * The same key again gets the same answer and uses nothing up. Who has no valid token learns nothing, neither of hosts
 * nor of tokens. `address` is null when the request lay on a share, which no address range covers.
 */
export async function enrol(
  collector: Collector,
  signed: SignedEnrolment,
  address: string | null,
): Promise<Enrolled> {
  const opened = openEnrolment(signed);
  if (opened === null) return refuse('enrolment-malformed', 'The request is not whole or not signed.');
  const { request, spki } = opened;
  const key = keyIdOf(spki);
  // The signature proved that the sender holds this key, so it may know what became of it.
  const known = await statusOf(collector.db, key);
  if (known !== null) return answerKnown(key, known);
  const now = collector.now();
  const token = await findToken(collector.db, request.token, now);
  if (token === null) return tokenInvalid;
  if (!mayUse(token, request, address)) {
    return refuse('enrolment-not-allowed', 'The token does not allow a host of this domain and address.');
  }
  return inTransaction(collector.store, async ({ db }) => {
    if (!(await useToken(db, token.id, now))) return tokenInvalid;
    await lockName(collector, db, request);
    const meanwhile = await statusOf(db, key);
    if (meanwhile !== null) {
      await giveBack(db, token.id);
      return answerKnown(key, meanwhile);
    }
    return { ok: true, answer: { key, status: await addHost(db, { request, spki, key, token, now }) } };
  });
}

const tokenInvalid = refuse(
  'enrolment-token-invalid',
  'The token is not known, or it is used up or expired.',
);

function answerKnown(key: string, status: HostStatus): Enrolled {
  if (status === 'revoked') {
    return { ok: false, code: 'host-revoked', detail: 'The host was revoked.', key };
  }
  return { ok: true, answer: { key, status } };
}

async function statusOf(db: Db, key: string): Promise<HostStatus | null> {
  const row = await db.selectFrom('hosts').select('status').where('key_id', '=', key).executeTakeFirst();
  return row?.status ?? null;
}

async function findToken(db: Db, token: string, now: number): Promise<Token | null> {
  const row = await db
    .selectFrom('enrolment_tokens')
    .select(['id', 'name', 'mode', 'domain', 'address_range', 'tags'])
    .where('hash', '=', hashOf(token))
    .where('revoked_at', 'is', null)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
    .where((eb) => eb.or([eb('max_uses', 'is', null), eb('uses', '<', eb.ref('max_uses'))]))
    .executeTakeFirst();
  return row ?? null;
}

function mayUse(token: Token, { host }: EnrolmentRequest, address: string | null): boolean {
  if (token.domain !== null) {
    const wanted = token.domain.toLowerCase();
    const domain = host.domain?.toLowerCase();
    if (domain === undefined || (domain !== wanted && !domain.endsWith(`.${wanted}`))) return false;
  }
  return token.address_range === null || (address !== null && isInRange(address, token.address_range));
}

/** Counts a use, if one is left: many hosts may ask at the same moment. */
async function useToken(db: Db, id: number, now: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('enrolment_tokens')
    .set((eb) => ({ uses: eb('uses', '+', 1) }))
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
    .where((eb) => eb.or([eb('max_uses', 'is', null), eb('uses', '<', eb.ref('max_uses'))]))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

async function giveBack(db: Db, id: number): Promise<void> {
  await db
    .updateTable('enrolment_tokens')
    .set((eb) => ({ uses: eb('uses', '-', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Two hosts that claim one new name at the same moment must not both be the first. SQLite has one writer anyway. */
async function lockName(collector: Collector, db: Db, { host }: EnrolmentRequest): Promise<void> {
  if (collector.store.kind !== 'postgres') return;
  const name = `${host.name} ${host.domain ?? ''}`.toLowerCase();
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(db);
}

interface NewHost {
  request: EnrolmentRequest;
  spki: Buffer;
  key: string;
  token: Token;
  now: number;
}

async function addHost(db: Db, { request, spki, key, token, now }: NewHost): Promise<'active' | 'waiting'> {
  const { name, domain } = request.host;
  const others = await hostsOfName(db, name, domain);
  const status = others.length > 0 || token.mode === 'approve' ? 'waiting' : 'active';
  const tags = tagsOf(token.tags);
  const { id } = await db
    .insertInto('hosts')
    .values({
      key_id: key,
      public_key: spki,
      name,
      domain,
      search: searchText({ name, domain, label: null, windows: null, exchange: null }, tags),
      status,
      token_id: token.id,
      enrolled_at: now,
      decided_at: status === 'active' ? now : null,
      decided_by: status === 'active' ? `token:${token.name}` : null,
      rank: 99,
      open_problems: 0,
      waived_problems: 0,
      agent_version: request.agent,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (tags.length > 0) {
    await db
      .insertInto('host_tags')
      .values(tags.map((tag) => ({ host_id: id, tag })))
      .execute();
  }
  await db
    .insertInto('host_changes')
    .values({ host_id: id, at: now, kind: 'enrolled', subject: null, before: null, after: status })
    .execute();
  if (others.length > 0) {
    const alert = hostAlert('newKeyForName', { id, name, domain }, now, { key, knownKeys: others });
    await db.insertInto('alerts').values(alert).execute();
  }
  return status;
}

/** Revoked ones count too: their name is one that somebody trusted. Names of Windows hosts know no case. */
async function hostsOfName(db: Db, name: string, domain: string | null): Promise<string[]> {
  const rows = await db
    .selectFrom('hosts')
    .select('key_id')
    .where(sql<boolean>`lower(name) = lower(${name})`)
    .where(domain === null ? sql<boolean>`domain is null` : sql<boolean>`lower(domain) = lower(${domain})`)
    .limit(20)
    .execute();
  return rows.map(({ key_id }) => key_id);
}

/** A JSON list of texts. */
function tagsOf(tags: string): string[] {
  const parsed: unknown = tags === '' ? [] : JSON.parse(tags);
  return Array.isArray(parsed) ? [...new Set(parsed.filter((tag) => typeof tag === 'string'))] : [];
}

function refuse(code: RefusalCode, detail: string): Extract<Enrolled, { ok: false }> {
  return { ok: false, code, detail, key: null };
}
