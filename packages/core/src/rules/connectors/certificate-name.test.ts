// connectors/certificate-name: connectors that leave the choice of the certificate to chance.
import { expect, test } from 'vitest';
import { withSend } from '../../../test/connector-facts.ts';
import { judged } from '../../../test/judged.ts';

const rule = 'connectors/certificate-name';

test.each([
  ['named', {}, 'pass fine'],
  ['chosen by the FQDN', { tlsCertificateName: null }, 'pass fine'],
  ['left to the name of the server', { tlsCertificateName: null, fqdn: null }, 'warn notSet'],
  [
    'not needed for all domains',
    { tlsCertificateName: null, fqdn: null, addressSpaces: ['smtp:*;1'] },
    'notApplicable none',
  ],
])('%s', (_, change, expected) => {
  expect(judged(rule, withSend(change))).toEqual([expected]);
});
