// senders/other-mail-software: software whose TLS is not judged.
import { expect, test } from 'vitest';
import { exampleFacts, withSection } from '../../../test/example-facts.ts';
import { judged } from '../../../test/judged.ts';
import type { HostFacts } from '../../facts/host-facts.ts';

const rule = 'senders/other-mail-software';

const other = (status: string) =>
  withSection('senders', {
    other: [{ product: 'hMailServer', service: 'hMailServer', status, source: 'x' }],
  });

test.each<[string, HostFacts, string]>([
  ['none', exampleFacts(), 'pass none'],
  ['running', other('Running'), 'info found'],
  ['in an unknown state', other('Unknown'), 'info found'],
  ['at rest', other('Stopped'), 'info stopped'],
])('%s', (_, facts, expected) => {
  expect(judged(rule, facts)).toEqual([expected]);
});
