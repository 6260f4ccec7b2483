// Hosts to which the rules about .NET Framework object.
import { dotnetPaths } from '../../src/facts/dotnet.ts';
import { registryKey, withSection } from '../example-facts.ts';
import type { RuleExamples } from './rule-example.ts';

const right = { SystemDefaultTlsVersions: 1, SchUseStrongCrypto: 1 };
const release = registryKey(dotnetPaths.v4Release, { Release: 533325 });

export const dotnetExamples: RuleExamples = {
  'dotnet/v4-values': () =>
    withSection('dotnet', {
      keys: [
        registryKey(dotnetPaths.v4, right),
        registryKey(dotnetPaths.v4Wow, { SystemDefaultTlsVersions: 0 }),
        release,
      ],
    }),
  'dotnet/v2-values': () =>
    withSection(
      'exchange',
      { build: '14.3.513.0' },
      [],
      withSection('dotnet', { keys: [registryKey(dotnetPaths.v2, right), release] }),
    ),
  'dotnet/release': () =>
    withSection('dotnet', { keys: [registryKey(dotnetPaths.v4Release, { Release: 528040 })] }),
};
