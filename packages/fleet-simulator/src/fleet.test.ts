// The same seed gives the same fleet; its hosts are of every state, change in time, and are sound.
import { gunzipSync } from 'node:zlib';
import {
  isSignedAs,
  joinFacts,
  openEnrolment,
  reportHeaderSchema,
  unpackReport,
} from '@mailflow-tls/contract';
import { hostFactsSchema, hostStates } from '@mailflow-tls/core';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { createFleet } from './index.ts';

const start = Date.parse('2026-11-01T00:00:00Z');
const hour = 3_600_000;
const day = 24 * hour;

test('the same seed, the same hosts', () => {
  const [one, two, other] = [7, 7, 8].map((seed) =>
    createFleet({ hosts: 5, seed, start }).map((host) => {
      host.advance(start + 90 * day);
      return host.facts(start + 90 * day);
    }),
  );
  expect(two).toEqual(one);
  expect(other).not.toEqual(one);
});

test('every report is what a host would deliver', () => {
  for (const host of createFleet({ hosts: 20, seed: 1, start })) {
    const { id, bytes } = host.report(start);
    const unpacked = unpackReport(gunzipSync(bytes));
    if (!unpacked.ok) throw new Error(unpacked.reason);
    const header = v.parse(reportHeaderSchema, unpacked.header);
    expect(header).toMatchObject({ id, key: host.key, host: host.names });
    const opened = openEnrolment(host.enrolment('a-token', start));
    if (opened === null) throw new Error('the enrolment does not open');
    expect(isSignedAs('report', unpacked.headerBytes, unpacked.signature, opened.publicKey)).toBe(true);
    const names = Object.keys(header.sections);
    const sections = new Map(
      unpacked.sections.map((text, i) => [names[i] ?? '', JSON.parse(text.toString())]),
    );
    expect(v.safeParse(hostFactsSchema, joinFacts(header, sections)).issues).toBeUndefined();
  }
});

test('hosts of every state, and most of them well', () => {
  const fleet = createFleet({ hosts: 300, seed: 2, start });
  const counts = new Map<string, number>();
  for (const host of fleet) {
    host.advance(start + 30 * day);
    const { state } = host.judge(start + 30 * day);
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  expect([...counts.keys()].sort()).toEqual([...hostStates].sort());
  expect(counts.get('failing')).toBeLessThan(100);
});

test('without mail nothing changes but by events', () => {
  const [host] = createFleet({ hosts: 1, seed: 3, start, mail: false, pace: 1e-9 });
  if (host === undefined) throw new Error('no host');
  const sections = (): object => ({ ...host.facts(start).sections, os: null });
  const before = sections();
  host.advance(start + 30 * day);
  expect(sections()).toEqual(before);
});
