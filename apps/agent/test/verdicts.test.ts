// From a registry to a verdict on one hybrid host: TLS 1.2 off in each way, then corrected, before and after a restart.
import { evaluate, type HostState, protocolsPath, type Report } from '@mailflow-tls/core';
import {
  benchReady,
  createHost,
  type RegistryDescription,
  type WindowsHost,
} from '@mailflow-tls/windows-bench';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeExample } from '../scripts/example-host.ts';
import { bundleForTest, check } from './windows.ts';

const bench = await benchReady('verdicts on a Windows host whose TLS 1.2 is off, corrected, restarted');
const client = `${protocolsPath}\\TLS 1.2\\Client`;
const server = `${protocolsPath}\\TLS 1.2\\Server`;
const on = { Enabled: 1, DisabledByDefault: 0 };
const minutes = 60_000;

describe.runIf(bench)('a hybrid host', () => {
  let host: WindowsHost;
  let program: string;

  beforeAll(async () => {
    program = bundleForTest('src/main.ts');
    host = await createHost({ domain: 'contoso.com' });
    await makeExample(host);
  }, 4 * minutes);
  afterAll(() => host.dispose());

  /** The host's only protocol keys are these, and Windows starts before or after they are written. */
  async function judge(keys: RegistryDescription, start: 'before' | 'after'): Promise<Report> {
    const restart = () => host.describe({ operatingSystem: { LastBootUpTime: new Date().toISOString() } });
    if (start === 'before') await restart();
    await host.setRegistry({ [protocolsPath]: null });
    await host.setRegistry(keys);
    if (start === 'after') {
      // A key's time and the start are compared; both are of the same clock.
      await new Promise((resolve) => setTimeout(resolve, 50));
      await restart();
    }
    const { facts } = await check(host, program);
    return evaluate(facts, { now: new Date() });
  }
  const verdict = (report: Report, rule: string) => {
    const finding = report.findings.find((one) => one.rule === rule);
    return `${finding?.verdict} ${finding?.message.key}`;
  };

  test.each<[string, RegistryDescription, string]>([
    ['Enabled 0', { [client]: { Enabled: 0 } }, 'fail off'],
    ['Enabled 0, DisabledByDefault 0', { [client]: { Enabled: 0, DisabledByDefault: 0 } }, 'fail off'],
    ['Enabled 0, DisabledByDefault 1', { [client]: { Enabled: 0, DisabledByDefault: 1 } }, 'fail off'],
    [
      'Enabled 1, DisabledByDefault 1',
      { [client]: { Enabled: 1, DisabledByDefault: 1 } },
      'fail offByDefault',
    ],
    ['DisabledByDefault 1 alone', { [client]: { DisabledByDefault: 1 } }, 'fail offByDefault'],
    ['Enabled as text', { [client]: { Enabled: '1', DisabledByDefault: 0 } }, 'fail wrongType'],
  ])(
    'fails with %s',
    async (_, keys, expected) => {
      const report = await judge(keys, 'after');
      expect(verdict(report, 'schannel/tls12-client-enabled')).toBe(expected);
      expect(report.state).toBe<HostState>('failing');
      expect(report.part.parts).toEqual(['sendsDirectly', 'receives']);
    },
    2 * minutes,
  );

  test(
    'needs only a restart once it is corrected, and passes after it',
    async () => {
      const corrected = { [client]: on, [server]: on };
      const waiting = await judge(corrected, 'before');
      expect(verdict(waiting, 'schannel/tls12-client-enabled')).toBe('fail onPending');
      expect(verdict(waiting, 'schannel/tls12-server-enabled')).toBe('fail onPending');
      expect(waiting.state).toBe<HostState>('restartNeeded');

      const restarted = await judge(corrected, 'after');
      expect(verdict(restarted, 'schannel/tls12-client-enabled')).toBe('pass on');
      expect(verdict(restarted, 'schannel/tls12-server-enabled')).toBe('pass on');
      expect(['atRisk', 'ready']).toContain(restarted.state);
    },
    3 * minutes,
  );
});
