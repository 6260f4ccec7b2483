// certificates/exchange-online-root: trust in the root of Office 365.
import { expect, test } from 'vitest';
import { sectionData } from '../../../test/connector-facts.ts';
import { exampleFacts, type RawValue, registryKey, withSection } from '../../../test/example-facts.ts';
import { judged } from '../../../test/judged.ts';
import { rootAutoUpdatePath } from '../../facts/certificates.ts';
import type { HostFacts } from '../../facts/host-facts.ts';

const rule = 'certificates/exchange-online-root';

const [root] = sectionData('certificates').roots;
const key = (value: RawValue) => registryKey(rootAutoUpdatePath, { DisableRootAutoUpdate: value });
const stored = (store: string) => {
  if (!root) throw new Error('the example trusts the root');
  return { ...root, store: `Cert:\\LocalMachine\\${store}` };
};
const gap = (what: string) => [{ what, reason: 'denied' as const, code: '0x80070005' }];

test.each<[string, HostFacts, string]>([
  ['in Root', exampleFacts(), 'pass trusted'],
  ['fetched by Windows', withSection('certificates', { roots: [stored('AuthRoot')] }), 'pass trusted'],
  [
    'disallowed, though trusted too',
    withSection('certificates', { roots: [stored('Root'), stored('Disallowed')] }),
    'fail disallowed',
  ],
  ['not there yet', withSection('certificates', { roots: [] }), 'info fetchedWhenNeeded'],
  [
    'missing and never fetched',
    withSection('certificates', { roots: [], rootAutoUpdate: key(1) }),
    'fail missing',
  ],
  [
    'missing, policy written out as off',
    withSection('certificates', { roots: [], rootAutoUpdate: key(0) }),
    'info fetchedWhenNeeded',
  ],
  [
    'missing, policy of a wrong kind',
    withSection('certificates', { roots: [], rootAutoUpdate: key('1') }),
    'info fetchedWhenNeeded',
  ],
  [
    'missing, policy unreadable',
    withSection('certificates', { roots: [] }, gap('rootAutoUpdate')),
    'notChecked missingMaybe',
  ],
  ['unreadable', withSection('certificates', { roots: [] }, gap('roots')), 'notChecked unread'],
])('%s', (_, facts, expected) => {
  expect(judged(rule, facts)).toEqual([expected]);
});
