// certificates/root-auto-update: when the policy matters.
import { expect, test } from 'vitest';
import { exampleFacts, registryKey, withSection } from '../../../test/example-facts.ts';
import { judged } from '../../../test/judged.ts';
import { rootAutoUpdatePath } from '../../facts/certificates.ts';
import type { HostFacts } from '../../facts/host-facts.ts';

const rule = 'certificates/root-auto-update';

const off = registryKey(rootAutoUpdatePath, { DisableRootAutoUpdate: 1 });
const gaps = [{ what: rootAutoUpdatePath, reason: 'denied' as const, code: '0x80070005' }];

test.each<[string, HostFacts, string]>([
  ['no policy', exampleFacts(), 'pass on'],
  ['forbidden, root there', withSection('certificates', { rootAutoUpdate: off }), 'info offButPresent'],
  ['forbidden, root missing', withSection('certificates', { rootAutoUpdate: off, roots: [] }), 'warn off'],
  ['not readable', withSection('certificates', {}, gaps), 'notChecked unread'],
])('%s', (_, facts, expected) => {
  expect(judged(rule, facts)).toEqual([expected]);
});
