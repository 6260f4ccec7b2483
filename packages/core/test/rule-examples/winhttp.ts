// Hosts to which the rules about WinHTTP object.
import { winhttpPaths } from '../../src/facts/winhttp.ts';
import { registryKey, withSection } from '../example-facts.ts';
import { onWindows } from '../windows-facts.ts';
import type { RuleExamples } from './rule-example.ts';

export const winhttpExamples: RuleExamples = {
  'winhttp/default-secure-protocols': () =>
    onWindows(
      '2008R2',
      withSection('winhttp', {
        keys: [registryKey(winhttpPaths.native, { DefaultSecureProtocols: 0xa0 })],
      }),
    ),
};
