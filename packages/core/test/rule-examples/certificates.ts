// Hosts to which the rules about certificates object.
import { rootAutoUpdatePath } from '../../src/facts/certificates.ts';
import { withCertificate } from '../connector-facts.ts';
import { registryKey, withSection } from '../example-facts.ts';
import type { RuleExamples } from './rule-example.ts';

const updateOff = registryKey(rootAutoUpdatePath, { DisableRootAutoUpdate: 1 });
const expired = { notAfter: '2026-10-01T23:59:59.000Z' };

export const certificatesExamples: RuleExamples = {
  'certificates/connector-certificate': () => withCertificate(expired),
  'certificates/exchange-online-root': () =>
    withSection('certificates', { roots: [], rootAutoUpdate: updateOff }),
  'certificates/root-auto-update': () =>
    withSection('certificates', { roots: [], rootAutoUpdate: updateOff }),
  'certificates/smtp-certificate': () => withCertificate(expired),
  'certificates/internal-transport-certificate': () => withCertificate({}),
};
