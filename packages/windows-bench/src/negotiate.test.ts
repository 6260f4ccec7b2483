// That a host's Schannel obeys its registry: the table that the oracle of the effective state rests on.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { benchReady } from './availability.ts';
import { createHost, type WindowsHost } from './host.ts';
import type { RegistryKey } from './registry.ts';

const bench = await benchReady('negotiations of Schannel');
const PROTOCOLS = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols';

/** Client keys by version. */
type State = Readonly<Record<string, RegistryKey>>;
const OFF = { Enabled: 0, DisabledByDefault: 0 };

describe.runIf(bench)('Schannel as a client', () => {
  let host: WindowsHost;
  beforeAll(async () => {
    host = await createHost();
  });
  afterAll(() => host.dispose());

  test.each<[string, State, string, string]>([
    ['nothing is set', {}, 'TLS 1.2', 'TLS 1.2'],
    [
      'Enabled=1, DisabledByDefault=0',
      { 'TLS 1.2': { Enabled: 1, DisabledByDefault: 0 } },
      'TLS 1.2',
      'TLS 1.2',
    ],
    [
      'Enabled=1, DisabledByDefault=1',
      { 'TLS 1.2': { Enabled: 1, DisabledByDefault: 1 } },
      'TLS 1.1',
      'TLS 1.2',
    ],
    ['Enabled=0', { 'TLS 1.2': { Enabled: 0 } }, 'TLS 1.1', '0x80090311'],
    [
      'Enabled=0, DisabledByDefault=1',
      { 'TLS 1.2': { Enabled: 0, DisabledByDefault: 1 } },
      'TLS 1.1',
      '0x80090311',
    ],
    [
      'Enabled=0 on 1.1 too',
      { 'TLS 1.2': { Enabled: 0 }, 'TLS 1.1': { Enabled: 0 } },
      'TLS 1.0',
      '0x80090311',
    ],
    ['all off', { 'TLS 1.2': OFF, 'TLS 1.1': OFF, 'TLS 1.0': OFF }, '0x80090304', '0x80090311'],
    ['a key with a blank at its end', { 'TLS 1.2 ': { Enabled: 0 } }, 'TLS 1.2', 'TLS 1.2'],
  ])('%s', async (_, state, byDefault, exactly) => {
    const keys = Object.entries(state).map(([version, values]) => [
      `${PROTOCOLS}\\${version}\\Client`,
      values,
    ]);
    await host.setRegistry({ [PROTOCOLS]: null, ...Object.fromEntries(keys) });
    const outcome = await host.negotiate();
    const shown = (answer: (typeof outcome)['default']): string =>
      'refused' in answer ? answer.refused : answer.negotiated;
    expect([shown(outcome.default), shown(outcome['TLS 1.2'])]).toEqual([byDefault, exactly]);
  });
});
