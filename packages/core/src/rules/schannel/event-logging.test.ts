// schannel/event-logging by its bits and kind.
import { expect, test } from 'vitest';
import { registryKey, withSection } from '../../../test/example-facts.ts';
import { findingsOf, judged } from '../../../test/judged.ts';
import { schannelPath } from '../../facts/schannel.ts';

const rule = 'schannel/event-logging';

test.each([
  [{}, 'pass byDefault'],
  [{ EventLogging: 0 }, 'warn off'],
  [{ EventLogging: 1 }, 'pass on'],
  [{ EventLogging: 2 }, 'warn off'],
  [{ EventLogging: 3 }, 'pass on'],
  [{ EventLogging: 4 }, 'warn off'],
  [{ EventLogging: 7 }, 'pass on'],
  [{ EventLogging: '1' }, 'warn wrongKind'],
])('%j: %s', (values, expected) => {
  const root = registryKey(schannelPath, values);
  expect(judged(rule, withSection('schannel', { root }))).toEqual([expected]);
});

test('a missing key is no gap, a denied one is', () => {
  expect(judged(rule, withSection('schannel', { root: null }))).toEqual(['pass byDefault']);
  const gap = { what: 'root', reason: 'denied', code: '0x80070005' } as const;
  expect(judged(rule, withSection('schannel', { root: null }, [gap]))).toEqual(['notChecked unreadable']);
});

test('the remedy is one value and a restart', () => {
  const root = registryKey(schannelPath, { EventLogging: 0 });
  expect(findingsOf(rule, withSection('schannel', { root }))[0]?.remedy?.steps).toEqual([
    { do: 'setValue', path: schannelPath, name: 'EventLogging', kind: 'REG_DWORD', data: 1 },
    { do: 'restartWindows' },
  ]);
});
