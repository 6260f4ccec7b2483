// Alerts arrive at a real receiver of webhooks, through outages, in virtual time, on both databases.
import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { visible } from '@mailflow-tls/core/formats';
import * as v from 'valibot';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hostileStrings } from '../../../../packages/core/test/hostile-strings.ts';
import { databaseKinds } from '../../test/databases.ts';
import { type TestCollector, testCollector } from '../../test/test-collector.ts';
import type { Caller } from '../api/route.ts';
import { type ChannelTarget, channelRulesSchema } from './channel.ts';
import { changeChannel, createChannel, listChannels, removeChannel } from './channels.ts';
import { gatherMessages } from './gather.ts';
import { isQuiet, nextClock } from './local-time.ts';
import { deliverOutbox, pauseAfter } from './outbox.ts';
import { isRefusedAddress, post } from './post.ts';
import { seal, unseal } from './seal.ts';
import { send } from './send.ts';

const admin: Caller = { kind: 'user', id: 1, name: 'alice', role: 'administrator', address: '192.0.2.1' };
const hour = 3_600_000;
const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'mailflow-tls-notify-'));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

interface Received {
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Answers as told. */
async function receiver(): Promise<{
  url: string;
  received: Received[];
  answer: { status: number; location?: string; hang?: boolean };
  server: Server;
}> {
  const received: Received[] = [];
  const answer: { status: number; location?: string; hang?: boolean } = { status: 204 };
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += part));
    request.on('end', () => {
      received.push({ url: request.url ?? '', headers: request.headers, body });
      response.writeHead(answer.status, answer.location === undefined ? {} : { location: answer.location });
      response.end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  // An address, since it listens on a port.
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/hook`, received, answer, server };
}

describe.each(databaseKinds('alerts'))('on %s', (kind) => {
  let collector: TestCollector;
  let hook: Awaited<ReturnType<typeof receiver>>;
  const { signal } = new AbortController();
  beforeEach(async () => {
    collector = await testCollector(kind, { dataFolder: newFolder() });
    hook = await receiver();
  });
  afterEach(async () => {
    hook.server.close();
    await collector.remove();
  });

  const rulesOf = (rules: object = {}) => v.parse(channelRulesSchema, { groupSeconds: 60, ...rules });
  const channel = (target: ChannelTarget, rules: object = {}, name = 'ours') =>
    createChannel(collector, admin, { name, target, rules: rulesOf(rules) });
  const alert = async (name: string, after = 'failing', alertKind = 'stateChanged'): Promise<void> => {
    const detail = JSON.stringify({ name, domain: 'contoso.example', before: 'ready', after });
    await collector.db
      .insertInto('alerts')
      .values({
        at: collector.now(),
        kind: alertKind,
        host_id: null,
        detail,
        group_key: alertKind === 'stateChanged' ? `stateChanged:${after}` : alertKind,
      })
      .execute();
  };
  const work = async (chance = () => 0.5): Promise<void> => {
    await gatherMessages(collector);
    await deliverOutbox(collector, signal, send, chance);
  };

  test('go out once, grouped, signed so that anybody with the secret can tell', async () => {
    await alert('before the channel was made');
    const { secret } = await channel({ kind: 'webhook', url: hook.url });
    for (const name of ['EX01', 'EX02', 'EX03']) await alert(name);
    await alert('EX04', 'restartNeeded');
    await work();
    expect(hook.received).toHaveLength(0);
    collector.pass(61_000);
    await work();
    await work();
    collector.pass(hour);
    await work();
    expect(
      hook.received.map(({ body }) => JSON.parse(body)).map(({ group, count }) => [group, count]),
    ).toEqual([
      ['stateChanged:failing', 3],
      ['stateChanged:restartNeeded', 1],
    ]);
    const [first] = hook.received;
    const id = String(first?.headers['webhook-id']);
    const time = String(first?.headers['webhook-timestamp']);
    const key = Buffer.from(String(secret).replace('whsec_', ''), 'base64');
    const expected = createHmac('sha256', key).update(`${id}.${time}.${first?.body}`).digest('base64');
    expect(first?.headers['webhook-signature']).toBe(`v1,${expected}`);
    expect(JSON.parse(first?.body ?? '')).toMatchObject({
      id,
      alerts: [{ detail: { name: 'EX01', after: 'failing' } }, {}, {}],
    });
    expect(Math.abs(Number(time) * 1000 - collector.now())).toBeLessThan(2 * hour);
  });

  test('are tried again through an outage under the same id, and arrive', async () => {
    await channel({ kind: 'webhook', url: hook.url });
    await alert('EX01');
    hook.answer.status = 503;
    collector.pass(61_000);
    await work();
    for (let tries = 0; tries < 20; tries++) {
      collector.pass(hour + 1001);
      await work();
    }
    expect(new Set(hook.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(hook.received).toHaveLength(21);
    expect((await listChannels(collector))[0]).toMatchObject({ waiting: 1, lastError: 'http-503' });
    hook.answer.status = 200;
    collector.pass(hour + 1001);
    await work();
    expect((await listChannels(collector))[0]).toMatchObject({ waiting: 0, givenUp: 0, lastError: null });
    await work();
    expect(hook.received).toHaveLength(22);
  });

  test('are given up after three days, which other channels are told', async () => {
    const other = await receiver();
    await channel({ kind: 'webhook', url: hook.url }, { kinds: ['silent', 'notDelivered'] }, 'broken');
    await channel({ kind: 'webhook', url: other.url }, { kinds: ['notDelivered'] }, 'working');
    await alert('EX01', 'failing', 'silent');
    hook.answer.status = 500;
    for (let tries = 0; tries < 80; tries++) {
      collector.pass(hour + 1001);
      await work();
    }
    expect((await listChannels(collector))[0]).toMatchObject({
      name: 'broken',
      waiting: 0,
      givenUp: 1,
      lastError: 'http-500',
    });
    expect(JSON.parse(other.received[0]?.body ?? '')).toMatchObject({
      group: 'notDelivered',
      alerts: [{ detail: { channel: 'broken', error: 'http-500' } }],
    });
    // About it itself the broken one is not told.
    expect(new Set(hook.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(collector.logged()).toContain('alert given up');
    other.server.close();
  });

  test('follow no redirect and wait for no hanging receiver', async () => {
    const elsewhere = await receiver();
    await channel({ kind: 'webhook', url: hook.url });
    hook.answer.status = 307;
    hook.answer.location = elsewhere.url;
    await alert('EX01');
    collector.pass(61_000);
    await work();
    expect(elsewhere.received).toHaveLength(0);
    expect((await listChannels(collector))[0]?.lastError).toBe('redirected');
    elsewhere.server.close();
  });

  test('hold back in quiet hours and come together afterwards', async () => {
    // The clock stands at 08:00 UTC: 09:00 in Berlin.
    await channel(
      { kind: 'webhook', url: hook.url },
      { quietHours: { from: '08:30', to: '12:00' }, timeZone: 'Europe/Berlin' },
    );
    for (const name of ['EX01', 'EX02']) {
      await alert(name);
      collector.pass(hour);
      await work();
    }
    expect(hook.received).toHaveLength(0);
    collector.pass(hour);
    await work();
    expect(hook.received.map(({ body }) => JSON.parse(body).count)).toEqual([2]);
  });

  test('come once a day as a digest', async () => {
    await channel({ kind: 'webhook', url: hook.url }, { digestAt: '07:00', timeZone: 'UTC' });
    await alert('EX01');
    await alert('EX02', 'ready');
    for (let passed = 0; passed < 22; passed++) {
      collector.pass(hour);
      await work();
    }
    expect(hook.received).toHaveLength(0);
    collector.pass(hour);
    await work();
    expect(
      hook.received.map(({ body }) => JSON.parse(body)).map(({ group, count }) => [group, count]),
    ).toEqual([['digest', 2]]);
  });

  test('only go where they are wanted', async () => {
    await channel(
      { kind: 'webhook', url: hook.url },
      { kinds: ['stateChanged', 'silent'], states: ['failing'] },
    );
    await alert('EX01', 'ready');
    await alert('EX02', 'failing');
    await alert('EX03', '', 'back');
    await alert('EX04', '', 'silent');
    collector.pass(61_000);
    await work();
    const names = hook.received.map(({ body }) => JSON.parse(body).alerts[0].detail.name);
    expect(names.sort()).toEqual(['EX02', 'EX04']);
    const { id } = (await listChannels(collector))[0] ?? { id: 0 };
    await changeChannel(collector, admin, id, { enabled: false });
    await alert('EX05');
    collector.pass(hour);
    await work();
    expect(hook.received).toHaveLength(2);
    await removeChannel(collector, admin, id);
    expect(await listChannels(collector)).toEqual([]);
  });

  test('do not overtake one whose transaction is still under way', async () => {
    await channel({ kind: 'webhook', url: hook.url }, { groupSeconds: 0 });
    const row = (id: number) => ({
      id,
      at: collector.now(),
      kind: 'back',
      host_id: null,
      detail: JSON.stringify({ name: `EX0${id}` }),
      group_key: 'back',
    });
    await collector.db.insertInto('alerts').values(row(3)).execute();
    await work();
    await collector.db
      .insertInto('alerts')
      .values([row(1), row(2)])
      .execute();
    await work();
    expect(
      hook.received.flatMap(({ body }) => JSON.parse(body).alerts.map((one: { id: number }) => one.id)),
    ).toEqual([1, 2, 3]);
  });

  test('keep secrets sealed, and never answer them', async () => {
    const made = await channel({ kind: 'slack', url: `${hook.url}/T000/secret-of-slack` });
    expect(made.secret).toBeNull();
    await channel({ kind: 'webhook', url: hook.url, secret: 'a secret that I chose' }, {}, 'own');
    const rows = await collector.db.selectFrom('alert_channels').select('config').execute();
    const log = await collector.db.selectFrom('audit_log').selectAll().execute();
    for (const text of [
      JSON.stringify(rows),
      JSON.stringify(await listChannels(collector)),
      JSON.stringify(log),
      collector.logged(),
    ]) {
      expect(text).not.toContain('secret-of-slack');
      expect(text).not.toContain('a secret that I chose');
    }
    expect(log.map((line) => line.action)).toEqual(['channel.create', 'channel.create']);
    const key = join(collector.settings.dataFolder, 'alert-secrets.key');
    expect(statSync(key).mode & 0o777).toBe(0o600);
    expect(readFileSync(key)).toHaveLength(32);
  });

  test('speak the forms of Teams and Slack, whatever hosts are called', async () => {
    await channel({ kind: 'teams', url: `${hook.url}/teams` }, {}, 'teams');
    await channel({ kind: 'slack', url: `${hook.url}/slack` }, {}, 'slack');
    for (const name of ['<!channel> & <https://evil.example|click>', ...hostileStrings])
      await alert(name.replaceAll('\0', '').toWellFormed());
    collector.pass(61_000);
    await work();
    const teams = JSON.parse(hook.received.find(({ url }) => url.endsWith('/teams'))?.body ?? '');
    const [card] = teams.attachments;
    expect(card.contentType).toBe('application/vnd.microsoft.card.adaptive');
    expect(card.content.body.every((block: { type: string }) => block.type === 'RichTextBlock')).toBe(true);
    const slack = JSON.parse(hook.received.find(({ url }) => url.endsWith('/slack'))?.body ?? '');
    expect(slack.text).not.toMatch(/[<>]/);
    expect(
      slack.blocks.every(
        (block: { text: { type: string; text: string } }) =>
          block.text.type === 'plain_text' && block.text.text.length <= 3000,
      ),
    ).toBe(true);
    expect(JSON.stringify([teams, slack])).toBe(visible(JSON.stringify([teams, slack])));
  });
});

test('addresses that answer machines with credentials are refused, also by name', async () => {
  for (const address of [
    '169.254.169.254',
    '0.0.0.0',
    'fe80::1',
    '::',
    '224.0.0.1',
    '::ffff:169.254.169.254',
  ])
    expect(isRefusedAddress(address)).toBe(true);
  for (const address of ['127.0.0.1', '10.0.0.1', '2001:db8::1', '192.168.1.1'])
    expect(isRefusedAddress(address)).toBe(false);
  await expect(post('http://169.254.169.254/latest', '{}', {})).rejects.toMatchObject({
    code: 'refused-address',
  });
  await expect(post('http://[fe80::1]/', '{}', {})).rejects.toMatchObject({ code: 'refused-address' });
  await expect(post('http://2852039166/', '{}', {})).rejects.toMatchObject({ code: 'refused-address' });
  await expect(post('file:///etc/passwd', '{}', {})).rejects.toMatchObject({ code: 'refused-address' });
  await expect(post('http://nothing.invalid/', '{}', {})).rejects.toMatchObject({
    code: expect.stringMatching(/enotfound|eai-again/),
  });
});

test('pauses grow, by chance, and are bounded', () => {
  expect(pauseAfter(0, 0)).toBe(1000);
  expect(pauseAfter(0, 1)).toBe(11_000);
  expect(pauseAfter(3, 1)).toBe(81_000);
  expect(pauseAfter(1000, 1)).toBe(3_601_000);
});

test('a secret opens only with its key, for its place, unchanged', () => {
  const folder = newFolder();
  const sealed = seal(folder, 'webhook', 'the secret');
  expect(unseal(folder, 'webhook', sealed)).toBe('the secret');
  expect(unseal(folder, 'slack', sealed)).toBeNull();
  expect(unseal(newFolder(), 'webhook', sealed)).toBeNull();
  expect(unseal(folder, 'webhook', `${sealed.slice(0, -4)}AAAA`)).toBeNull();
  expect(unseal(folder, 'webhook', sealed.slice(0, 20))).toBeNull();
  expect(seal(folder, 'webhook', 'the secret')).not.toBe(sealed);
});

test('quiet hours and digests follow the clock of their zone, also when it is set', () => {
  const at = (text: string): number => Date.parse(text);
  const night = { from: '22:00', to: '07:00' };
  expect(isQuiet(at('2026-11-24T21:30:00Z'), night, 'UTC')).toBe(false);
  expect(isQuiet(at('2026-11-24T21:30:00Z'), night, 'Europe/Berlin')).toBe(true);
  expect(isQuiet(at('2026-11-24T06:59:00Z'), night, 'UTC')).toBe(true);
  expect(isQuiet(at('2026-11-24T07:00:00Z'), night, 'UTC')).toBe(false);
  expect(nextClock(at('2026-11-24T07:00:00Z'), '07:00', 'UTC')).toBe(at('2026-11-25T07:00:00Z'));
  expect(nextClock(at('2026-11-24T06:59:59Z'), '07:00', 'UTC')).toBe(at('2026-11-24T07:00:00Z'));
  // Summer time ended on 25 October 2026 at 01:00 UTC, and began on 29 March.
  expect(nextClock(at('2026-10-24T20:00:00Z'), '07:00', 'Europe/Berlin')).toBe(at('2026-10-25T06:00:00Z'));
  expect(nextClock(at('2026-03-28T20:00:00Z'), '07:00', 'Europe/Berlin')).toBe(at('2026-03-29T05:00:00Z'));
});
