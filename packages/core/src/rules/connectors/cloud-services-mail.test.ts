// connectors/cloud-services-mail: the headers of a hybrid organisation.
import { expect, test } from 'vitest';
import { withSend } from '../../../test/connector-facts.ts';
import { withSection } from '../../../test/example-facts.ts';
import { judged } from '../../../test/judged.ts';

const rule = 'connectors/cloud-services-mail';

const off = { cloudServicesMailEnabled: false };

test.each([
  ['on', withSend({}), 'pass fine'],
  ['off', withSend(off), 'warn off'],
  ['off without a hybrid organisation', withSend(off, { hybrid: null }), 'info offWithoutHybrid'],
  [
    'off, and whether the organisation is hybrid is not known',
    withSend(off, { hybrid: null }, [{ what: 'hybrid', reason: 'denied', code: 'cmdletMissing' }]),
    'warn off',
  ],
  [
    'off for a client that submits mail',
    withSend({ ...off, smartHosts: ['smtp.office365.com'] }),
    'notApplicable none',
  ],
  [
    'off on Exchange 2010, which has no such setting',
    withSection('exchange', { build: '14.3.513.0' }, [], withSend(off)),
    'notApplicable none',
  ],
])('%s', (_, facts, expected) => {
  expect(judged(rule, facts)).toEqual([expected]);
});
