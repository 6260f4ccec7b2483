// connectors/ignore-starttls: which connectors never encrypt.
import { expect, test } from 'vitest';
import { withSend } from '../../../test/connector-facts.ts';
import { exampleFacts } from '../../../test/example-facts.ts';
import { judged } from '../../../test/judged.ts';

const rule = 'connectors/ignore-starttls';

const ignoring = { ignoreStartTls: true, requireTls: false, tlsAuthLevel: null, tlsDomain: null };

test('a connector that uses STARTTLS', () => {
  expect(judged(rule, exampleFacts())).toEqual(['pass fine']);
});

test.each([
  ['to Office 365', {}, 'fail ignored'],
  ['to the Internet', { addressSpaces: ['smtp:*;1'] }, 'warn ignoredForAll'],
  ['that this host may or may not use', { usedByThisHost: null }, 'warn ignored'],
])('one %s that ignores it', (_, change, expected) => {
  expect(judged(rule, withSend({ ...ignoring, ...change }))).toEqual([expected]);
});
