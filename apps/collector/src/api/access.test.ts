// Every route with every kind of caller, on both databases.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessTable, type World } from '../../test/access-table.ts';
import {
  type CallerName,
  callerNames,
  isPowerless,
  makeCallers,
  roleOf,
  userMaker,
} from '../../test/callers.ts';
import { type CheckedAnswer, type CheckedFetch, checkedFetch } from '../../test/checked-fetch.ts';
import { databaseKinds } from '../../test/databases.ts';
import { testCollector } from '../../test/test-collector.ts';
import { TestHost } from '../../test/test-host.ts';
import { intakeOf } from '../intake/intake-of.ts';
import { isAtLeast } from '../people/roles.ts';
import { createApp } from './app.ts';
import type { Route } from './route.ts';
import { routes } from './routes/index.ts';

const plenty = { burst: 1_000_000, perSecond: 1_000_000 };

test('every route is in the access table, and nothing else is', () => {
  expect(routes.map(({ id }) => id).sort()).toEqual(Object.keys(accessTable).sort());
});

test('no route is declared more open than the table says', () => {
  const declared = Object.fromEntries(routes.map(({ id, access }) => [id, access]));
  expect(declared).toEqual(
    Object.fromEntries(Object.entries(accessTable).map(([id, row]) => [id, row.access])),
  );
});

describe.each(databaseKinds('who may call what'))('on %s', (kind) => {
  let world: World;
  let fetch: CheckedFetch;
  beforeAll(async () => {
    const collector = await testCollector(kind);
    // Refusals are what is tested here; they must not make the next ones look like an attack.
    intakeOf(collector, { refusedByAddress: plenty, acceptedByHost: plenty });
    const callers = await makeCallers(collector);
    const makeUser = await userMaker(collector);
    let count = 0;
    world = {
      collector,
      callers,
      user: async (role) => {
        const name = `somebody-${++count}`;
        return { id: await makeUser(name, role), name };
      },
      host: (status) => new TestHost(`EX${++count}`).insert(collector.db, status),
    };
    fetch = checkedFetch(createApp(collector, routes, { rates: { usual: plenty, strict: plenty } }), routes);
  });
  afterAll(async () => {
    await intakeOf(world.collector).stop();
    await world.collector.remove();
  });

  describe.each(routes.map((route) => [route.id, route] as const))('%s', (id, route) => {
    test.each(callerNames)('called by %s', async (caller) => {
      const row = accessTable[id];
      if (row === undefined) throw new Error(`${id} is not in the access table.`);
      const request = await row.request(world, caller);
      const headers = { ...world.callers.headers[caller], ...request.headers };
      const before = await auditCount(world);
      const answer = await fetch({ ...request, method: route.method, headers });
      const refusal = refusalOf(route, row.access, caller);
      if (refusal === null) {
        const status = typeof row.status === 'number' ? row.status : row.status(caller);
        expect(answer.status, answer.text).toBe(status);
      } else {
        expect(codeOf(answer), answer.text).toBe(refusal);
        expect(await auditCount(world)).toBe(before);
      }
      if (caller.startsWith('administratorWith')) expectNothingSet(answer);
    });
  });
});

/** The code with which a caller must be refused; null when it may call. */
function refusalOf(route: Route, access: string, caller: CallerName): string | null {
  if (access === 'anyone' || access === 'host') return null;
  const role = roleOf(caller);
  if (isPowerless(caller) || role === null) return 'not-signed-in';
  if (access === 'viewer' || access === 'operator' || access === 'administrator') {
    if (!isAtLeast(role, access)) return 'not-allowed';
  }
  return caller.startsWith('administratorWith') && route.method !== 'GET' ? 'csrf-missing' : null;
}

function codeOf({ json }: CheckedAnswer): unknown {
  return typeof json === 'object' && json !== null && 'code' in json ? json.code : null;
}

function expectNothingSet({ status, headers }: CheckedAnswer): void {
  if (status === 403) expect(headers['set-cookie']).toBeUndefined();
}

async function auditCount({ collector }: World): Promise<number> {
  const { count } = await collector.db
    .selectFrom('audit_log')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}
