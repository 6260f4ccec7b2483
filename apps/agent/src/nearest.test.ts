// The name that was probably meant.
import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

const known = ['schannel', 'certificates', 'schannel/tls12-client-enabled', 'schannel/tls12-server-enabled'];

test.each([
  ['schanel', 'schannel'],
  ['Certificate', 'certificates'],
  ['schannel/tls12-cleint-enabled', 'schannel/tls12-client-enabled'],
  ['tls12-client-enabled', 'schannel/tls12-client-enabled'],
  ['something', undefined],
  ['', undefined],
])('%s means %s', (name, meant) => {
  expect(nearest(name, known)).toBe(meant);
});
