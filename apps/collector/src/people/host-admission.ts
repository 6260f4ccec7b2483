// What people decide about hosts: who is let in, who is shut out, and how they are tagged.
import * as v from 'valibot';
import { Problem } from '../api/problems.ts';
import type { Collector } from '../collector.ts';
import type { HostStatus } from '../store/schema.ts';
import { applyWaivers } from '../waivers/apply-waivers.ts';
import { type Actor, actorName, audit, changing, type Ground } from './audit.ts';

/** A tag is one word of letters, digits and `. _ : -`, so that filters and exports need not quote it. */
export const tagSchema: v.GenericSchema<string> = v.pipe(
  v.string(),
  v.maxLength(60),
  v.regex(/^[\p{L}\p{N}][\p{L}\p{N}._:-]*$/u, 'A tag is one word of letters, digits and . _ : -'),
);
export const tagsSchema: v.GenericSchema<string[]> = v.pipe(v.array(tagSchema), v.maxLength(50));

interface Decision {
  /** For `action` in the audit log and `kind` in the host’s history. */
  action: 'host.approve' | 'host.reject' | 'host.revoke' | 'host.restore';
  kind: 'approved' | 'revoked';
  from: HostStatus;
  to: HostStatus;
}

const decisions = {
  approve: { action: 'host.approve', kind: 'approved', from: 'waiting', to: 'active' },
  reject: { action: 'host.reject', kind: 'revoked', from: 'waiting', to: 'revoked' },
  revoke: { action: 'host.revoke', kind: 'revoked', from: 'active', to: 'revoked' },
  restore: { action: 'host.restore', kind: 'approved', from: 'revoked', to: 'active' },
} as const satisfies Record<string, Decision>;

interface DecidedHost {
  id: number;
  name: string;
  domain: string | null;
}

/**
 * Lets a host in or shuts it out, at once. With `replace`, the other hosts of its name are revoked: the host was
 * installed anew and its old key is gone.
 */
export async function decideOnHost(
  collector: Collector,
  actor: Actor,
  id: number,
  decision: keyof typeof decisions,
  { replace = false }: { replace?: boolean } = {},
): Promise<void> {
  await changing(collector, async (ground) => {
    const host = await decide(ground, actor, id, decisions[decision]);
    if (!replace) return;
    const others = await ground.db
      .selectFrom('hosts')
      .select('id')
      .where((eb) => eb(eb.fn<string>('lower', ['name']), '=', host.name.toLowerCase()))
      .where((eb) =>
        host.domain === null
          ? eb('domain', 'is', null)
          : eb(eb.fn<string>('lower', ['domain']), '=', host.domain.toLowerCase()),
      )
      .where('status', '=', 'active')
      .where('id', '!=', id)
      .execute();
    for (const other of others) await decide(ground, actor, other.id, decisions.revoke);
  });
}

async function decide(ground: Ground, actor: Actor, id: number, decision: Decision): Promise<DecidedHost> {
  const { action, kind, from, to } = decision;
  const now = ground.now();
  const host = await ground.db
    .updateTable('hosts')
    .set({ status: to, decided_at: now, decided_by: actorName(actor) })
    .where('id', '=', id)
    .where('status', '=', from)
    .returning(['id', 'name', 'domain', 'key_id'])
    .executeTakeFirst();
  if (host === undefined) {
    const known = await ground.db
      .selectFrom('hosts')
      .select('status')
      .where('id', '=', id)
      .executeTakeFirst();
    if (known === undefined) throw new Problem('not-found', 'There is no such host.');
    throw new Problem('conflict', `The host is ${known.status}; this is for hosts that are ${from}.`);
  }
  await ground.db
    .insertInto('host_changes')
    .values({ host_id: id, at: now, kind, subject: null, before: from, after: to })
    .execute();
  await audit(ground, actor, action, hostTarget(host), { key: host.key_id });
  return host;
}

/** Puts exactly these tags on a host. */
export async function setHostTags(
  collector: Collector,
  actor: Actor,
  id: number,
  tags: readonly string[],
): Promise<string[]> {
  const wanted = [...new Set(tags)].sort();
  return changing(collector, async (ground) => {
    const host = await ground.db
      .selectFrom('hosts')
      .select(['id', 'name', 'domain', 'windows', 'exchange'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (host === undefined) throw new Problem('not-found', 'There is no such host.');
    const before = await hostTags(ground.db, id);
    await ground.db.deleteFrom('host_tags').where('host_id', '=', id).execute();
    if (wanted.length > 0) {
      const rows = wanted.map((tag) => ({ host_id: id, tag }));
      await ground.db.insertInto('host_tags').values(rows).execute();
    }
    const search = searchText({ ...host, tags: wanted });
    await ground.db.updateTable('hosts').set({ search }).where('id', '=', id).execute();
    // Waivers may hold for a tag.
    await applyWaivers(ground.db, ground.now(), [id]);
    await audit(ground, actor, 'host.tag', hostTarget(host), { before, after: wanted });
    return wanted;
  });
}

async function hostTags(db: Ground['db'], id: number): Promise<string[]> {
  const rows = await db
    .selectFrom('host_tags')
    .select('tag')
    .where('host_id', '=', id)
    .orderBy('tag')
    .execute();
  return rows.map(({ tag }) => tag);
}

function searchText(host: {
  name: string;
  domain: string | null;
  tags: readonly string[];
  windows: string | null;
  exchange: string | null;
}): string {
  const { name, domain, tags, windows, exchange } = host;
  return [name, domain, ...tags, windows, exchange]
    .filter((part) => part !== null)
    .join(' ')
    .toLowerCase();
}

function hostTarget({ id, name }: { id: number; name: string }): string {
  return `host:${id} ${name}`;
}
