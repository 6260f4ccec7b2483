// A packed report comes apart again, whole and signed; anything changed on the way is seen.
import { generateKeyPairSync } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { exampleFacts } from '../../core/test/example-facts.ts';
import {
  digestOf,
  exportPublicKey,
  importPublicKey,
  isSignedAs,
  joinFacts,
  keyIdOf,
  openEnrolment,
  packReport,
  reportHeaderSchema,
  signEnrolment,
  unpackReport,
} from './index.ts';

const nothingLost = { dropped: { count: 0, bytes: 0, age: 0 }, unreadable: 0, notWritten: 0 };
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const facts = { ...exampleFacts(), id: '01890a5d-ac96-774b-bcce-b302099a8057' };

describe('a report', () => {
  test('comes apart into the same facts', () => {
    const packed = packReport(facts, { core: '0.1.0', state: 'ready' }, nothingLost, privateKey);
    const unpacked = unpackReport(gunzipSync(packed));
    if (!unpacked.ok) throw new Error(unpacked.reason);
    const header = v.parse(reportHeaderSchema, unpacked.header);
    expect(header.key).toBe(keyIdOf(exportPublicKey(publicKey)));
    const names = Object.keys(header.sections);
    expect(unpacked.sections.map((text) => digestOf(text))).toEqual(Object.values(header.sections));
    const sections = new Map(
      unpacked.sections.map((text, index) => [names[index] ?? '', JSON.parse(text.toString())]),
    );
    expect(joinFacts(header, sections)).toEqual(JSON.parse(JSON.stringify(facts)));
  });

  test('is signed over its header', () => {
    const unpacked = unpackReport(
      gunzipSync(packReport(facts, { core: '0.1.0', state: 'ready' }, nothingLost, privateKey)),
    );
    if (!unpacked.ok) throw new Error(unpacked.reason);
    const { headerBytes, signature } = unpacked;
    expect(isSignedAs('report', headerBytes, signature, publicKey)).toBe(true);
    expect(isSignedAs('enrolment', headerBytes, signature, publicKey)).toBe(false);
    const changed = Buffer.from(headerBytes);
    changed[20] = (changed[20] ?? 0) ^ 1;
    expect(isSignedAs('report', changed, signature, publicKey)).toBe(false);
  });

  test('of the same content has the same sections at another time', () => {
    const later = structuredClone(facts);
    later.gatheredAt = '2026-12-01T00:00:00Z';
    if (later.sections.os.status === 'read') later.sections.os.data.clock.utc = '2026-12-01T00:00:01Z';
    later.sections.os.tookMs = 12_345;
    const [one, two] = [facts, later].map((each) => {
      const unpacked = unpackReport(
        gunzipSync(packReport(each, { core: '0.1.0', state: 'ready' }, nothingLost, privateKey)),
      );
      return unpacked.ok ? v.parse(reportHeaderSchema, unpacked.header).sections : undefined;
    });
    expect(one).toBeDefined();
    expect(two).toEqual(one);
  });

  test.each([
    ['', 'noSignature'],
    ['x\n{}\n', 'noSignature'],
    [`${'A'.repeat(86)}\n{}`, 'noHeader'],
    [`${'A'.repeat(86)}\n{\n`, 'headerNotJson'],
    [`${'A'.repeat(86)}\n${' '.repeat(70_000)}{}\n`, 'headerTooLong'],
  ])('that is none is told apart: %#', (text, reason) => {
    expect(unpackReport(Buffer.from(text))).toEqual({ ok: false, reason });
  });
});

describe('an enrolment', () => {
  const asked = {
    token: 'a-token',
    host: { name: 'EX01', domain: 'corp.example' },
    agent: '0.1.0',
    requestedAt: '2026-11-24T00:00:00Z',
  };

  test('opens with the key that signed it', () => {
    const opened = openEnrolment(signEnrolment(asked, privateKey));
    expect(opened?.request).toMatchObject(asked);
    expect(keyIdOf(opened?.spki ?? Buffer.alloc(0))).toBe(keyIdOf(exportPublicKey(publicKey)));
  });

  test('that was changed does not open', () => {
    const signed = signEnrolment(asked, privateKey);
    expect(openEnrolment({ ...signed, request: signed.request.replace('EX01', 'EX02') })).toBeNull();
    expect(openEnrolment({ ...signed, signature: `A${signed.signature.slice(1)}` })).toBeNull();
    expect(openEnrolment({ ...signed, request: '{' })).toBeNull();
  });
});

test('only Ed25519 keys are taken', () => {
  expect(importPublicKey(Buffer.alloc(44))).toBeNull();
  expect(importPublicKey(Buffer.alloc(10))).toBeNull();
  const { publicKey: other } = generateKeyPairSync('x25519');
  expect(importPublicKey(other.export({ type: 'spki', format: 'der' }))).toBeNull();
  expect(importPublicKey(exportPublicKey(publicKey))?.asymmetricKeyType).toBe('ed25519');
});
