// Reads a host as set-up leaves it with the whole program: Windows Node, real PowerShell, real registry.
import { findKey, findValue, type HostFacts, sectionNames } from '@mailflow-tls/core';
import { benchReady, createHost, type WindowsHost } from '@mailflow-tls/windows-bench';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleForTest, check, read } from './windows.ts';

const bench = await benchReady('the probes on a stock Windows host');
const minutes = 60_000;
const schannel = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL';

describe.runIf(bench)('a host as set-up leaves it', () => {
  let program: string;
  beforeAll(() => {
    program = bundleForTest('src/main.ts');
  });

  let host: WindowsHost;
  let facts: HostFacts;
  beforeAll(async () => {
    host = await createHost({ computerName: 'APP07', domain: 'fabrikam.example' });
    await host.describe({ operatingSystem: { LastBootUpTime: '2026-11-01T08:00:00Z' } });
    ({ facts } = await check(host, program));
  }, 4 * minutes);
  afterAll(() => host.dispose());

  test('is read in all sections but those of Exchange', () => {
    const unread = sectionNames.filter((name) => facts.sections[name].status !== 'read');
    expect(unread).toEqual(['connectors', 'queues', 'mailLogs']);
    for (const name of unread)
      expect(facts.sections[name]).toMatchObject({ reason: 'notPresent', code: 'noExchange' });
    expect(read(facts, 'exchange').data).toMatchObject({ installation: 'none', roles: [], build: null });
    expect(read(facts, 'certificates').gaps).toEqual([
      { what: 'exchangeServices', reason: 'notPresent', code: 'noExchange' },
    ]);
    const gaps = sectionNames.flatMap((name) =>
      name === 'certificates' || facts.sections[name].status !== 'read' ? [] : read(facts, name).gaps,
    );
    expect(gaps).toEqual([]);
  });

  test('says who it is and what read it', () => {
    expect(facts.host).toEqual({ name: 'APP07', domain: 'fabrikam.example' });
    expect(facts.gatherer.powershell).toMatchObject({
      executable: host.powershell,
      languageMode: 'FullLanguage',
      is64Bit: true,
      elevated: true,
    });
    expect(read(facts, 'os').data).toMatchObject({
      version: '10.0',
      architecture: 'x64',
      language: 'en-US',
      bootTime: '2026-11-01T08:00:00.000Z',
    });
    const clock = Date.parse(read(facts, 'os').data.clock.utc);
    expect(Math.abs(clock - Date.parse(facts.gatheredAt))).toBeLessThan(2 * minutes);
  });

  test('has each key with the time at which it was written', () => {
    const { root, protocols } = read(facts, 'schannel').data;
    expect(root?.path).toBe(schannel);
    expect(
      findValue(findKey(protocols, `${schannel}\\Protocols\\SSL 2.0\\Client`), 'DisabledByDefault'),
    ).toEqual({
      name: 'DisabledByDefault',
      kind: 'REG_DWORD',
      data: 1,
    });
    for (const key of protocols)
      expect(key.lastWriteTime).toMatch(/^2\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });
});
