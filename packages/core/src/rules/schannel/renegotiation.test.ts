// schannel/renegotiation by its two values.
import { expect, test } from 'vitest';
import { registryKey, withSection } from '../../../test/example-facts.ts';
import { findingsOf, judged } from '../../../test/judged.ts';
import { schannelPath } from '../../facts/schannel.ts';

const rule = 'schannel/renegotiation';
const [clients, servers] = ['AllowInsecureRenegoClients', 'AllowInsecureRenegoServers'] as const;

test.each([
  [{ [clients]: 0, [servers]: 0 }, 'pass refused'],
  [{ [clients]: 0 }, 'info notSet'],
  [{}, 'info notSet'],
  [{ [clients]: '0', [servers]: 0 }, 'info notSet'],
  [{ [clients]: 0, [servers]: 1 }, 'warn allowed'],
  [{ [clients]: 0xffffffff }, 'warn allowed'],
])('%j: %s', (values, expected) => {
  const root = registryKey(schannelPath, values);
  expect(judged(rule, withSection('schannel', { root }))).toEqual([expected]);
});

test('a missing key is no gap, a denied one is', () => {
  expect(judged(rule, withSection('schannel', { root: null }))).toEqual(['info notSet']);
  const gap = { what: schannelPath, reason: 'denied', code: '0x80070005' } as const;
  const [finding] = findingsOf(rule, withSection('schannel', { root: null }, [gap]));
  expect(finding).toMatchObject({ verdict: 'notChecked', because: { reason: 'denied' } });
});
