// The oracle: what the core computes for the client role is what the host's own Schannel negotiates.
import { benchReady, createHost, type WindowsHost } from '@mailflow-tls/windows-bench';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  clientStates,
  expectedOutcomes,
  randomNumbers,
  randomRegistry,
  registryDescription,
  seenOutcomes,
} from './oracle.ts';

/** `npm run oracle -- 1000` asks for more; a seed that failed can be given again. */
const count = Number(process.env.MAILFLOW_TLS_ORACLE_COUNT ?? 60);
const seed = Number(process.env.MAILFLOW_TLS_ORACLE_SEED ?? Date.now() % 2 ** 32);
const millisecondsEach = 30_000;

const ready = await benchReady('the oracle: computed states against the negotiations of a real Schannel');

describe.runIf(ready)(`random registries, seed ${seed}`, () => {
  const random = randomNumbers(seed);
  const registries = Array.from({ length: count }, () => randomRegistry(random));
  let hosts: WindowsHost[] = [];

  beforeAll(async () => {
    hosts = await Promise.all([createHost(), createHost({ computerName: 'EX02' })]);
  });
  afterAll(() => Promise.all(hosts.map((host) => host.dispose())));

  test(
    `${count} clients negotiate what the core says`,
    async () => {
      const waiting = registries.map((registry, index) => ({ registry, index }));
      const work = async (host: WindowsHost) => {
        for (let next = waiting.shift(); next; next = waiting.shift()) {
          const { registry, index } = next;
          for (const part of registryDescription(registry)) await host.setRegistry(part);
          expect(
            seenOutcomes(await host.negotiate()),
            `registry ${index} of seed ${seed}: ${JSON.stringify(registry)}`,
          ).toEqual(expectedOutcomes(clientStates(registry)));
        }
      };
      await Promise.all(hosts.map(work));
    },
    count * millisecondsEach,
  );
});

test('the registries differ enough to tell a wrong resolver from a right one', () => {
  const random = randomNumbers(seed);
  const states = Array.from({ length: 60 }, () => clientStates(randomRegistry(random)));
  const seen = new Set(states.flatMap((state) => Object.values(state)));
  expect([...seen].sort()).toEqual(['off', 'offByDefault', 'on']);
  expect(new Set(states.map((state) => JSON.stringify(state))).size).toBeGreaterThan(10);
});
