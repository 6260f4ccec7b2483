// The unattended run on a Windows host, set up by Group Policy alone: the Windows Node, its TLS, the registry.
import { copyFileSync, readdirSync } from 'node:fs';
import { benchReady, createHost, type RunResult, type WindowsHost } from '@mailflow-tls/windows-bench';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agentProgram } from '../run-agent.ts';
import { type Receiver, startReceiver } from './receiver.ts';

const bench = await benchReady('unattended runs on a Windows host');
const policy = 'HKLM\\SOFTWARE\\Policies\\mailflow-tls';

describe.runIf(bench)('on a Windows host', () => {
  let host: WindowsHost;
  let receiver: Receiver;
  beforeAll(async () => {
    host = await createHost({ computerName: 'EX07', domain: 'contoso.com' });
    receiver = await startReceiver();
    await host.setRegistry({
      [policy]: {
        CollectorUrl: receiver.url,
        CollectorPin: `sha256/${receiver.pin}`,
        EnrolmentToken: 'right',
        RandomDelaySeconds: 0,
        // The shipped Windows PowerShell does not run here.
        PowershellPath: host.powershell,
      },
    });
  }, 120_000);
  afterAll(async () => {
    await receiver?.stop();
    await host?.dispose();
  });

  const agent = (...args: string[]): Promise<RunResult> =>
    host.runNode(agentProgram(), args, { timeoutMs: 120_000 });

  test('enrols with its own key, reports, and reports again', async () => {
    const first = await agent('run', '--now');
    expect(first.exitCode, first.stderr).toBe(0);
    expect(first.stderr).not.toContain('right');
    const second = await agent('run');
    expect(second.exitCode, second.stderr).toBe(0);
    expect(receiver.enrolled).toEqual(['EX07']);
    expect(receiver.taken.map(({ host: { name, domain } }) => `${name} ${domain}`)).toEqual([
      'EX07 contoso.com',
      'EX07 contoso.com',
    ]);
    const [one, other] = receiver.taken;
    expect(other?.sections).toMatchObject({
      schannel: one?.sections.schannel,
      certificates: one?.sections.certificates,
      os: one?.sections.os,
    });
    const status = JSON.parse((await agent('status', '--format', 'json')).stdout);
    expect(status).toMatchObject({ key: one?.key, enrolment: { status: 'active' }, waiting: { reports: 0 } });
    const folder = host.toLocalPath('C:\\ProgramData\\mailflow-tls\\delivery');
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['host-key.pem', 'spool', 'delivery.json']));
  }, 180_000);

  test('trusts a given file, and by default what Windows trusts', async () => {
    copyFileSync(receiver.caFile, host.toLocalPath('C:\\collector.pem'));
    await host.setRegistry({ [policy]: { CollectorPin: null, CollectorCaFile: 'C:\\collector.pem' } });
    const byFile = await agent('run', '--now');
    expect(byFile.exitCode, byFile.stderr).toBe(0);
    await host.setRegistry({ [policy]: { CollectorCaFile: null, RunSeconds: 30 } });
    const byWindows = await agent('run', '--now');
    expect(byWindows.exitCode, byWindows.stderr).toBe(3);
    expect(byWindows.stderr).toContain('DEPTH_ZERO_SELF_SIGNED_CERT');
    expect(receiver.taken).toHaveLength(3);
  }, 180_000);
});
