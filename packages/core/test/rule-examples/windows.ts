// Hosts to which the rules about Windows object.
import { withSection } from '../example-facts.ts';
import type { RuleExamples } from './rule-example.ts';

const old = { productName: 'Windows Server 2008 R2 Standard', version: '6.1', build: 7601, servicePack: 1 };

export const windowsExamples: RuleExamples = {
  'windows/support': () => withSection('os', old),
  'windows/update-age': () =>
    withSection('updates', {
      hotfixes: [{ id: 'KB5040437', description: 'Security Update', installedOn: '2024-07-15' }],
    }),
  'windows/tls12-updates': () =>
    withSection(
      'updates',
      { hotfixes: [{ id: 'KB976932', description: 'Service Pack', installedOn: '2012-03-01' }] },
      [],
      withSection('os', old),
    ),
};
