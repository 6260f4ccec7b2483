// Settings in the registry of a Windows host, read by the Windows Node through its reg.exe.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchReady, createHost, type WindowsHost } from '@mailflow-tls/windows-bench';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const bench = await benchReady('settings from the registry of a Windows host');

describe.runIf(bench)('the registry of a Windows host', () => {
  let folder: string;
  let script: string;
  let host: WindowsHost;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mailflow-tls-registry-'));
    script = join(folder, 'read.cjs');
    await build({
      bundle: true,
      platform: 'node',
      format: 'cjs',
      conditions: ['mailflow-source'],
      outfile: script,
      stdin: {
        resolveDir: import.meta.dirname,
        contents: `import { readRegistrySettings } from './registry-source.ts';
          const started = performance.now();
          readRegistrySettings(process.env).then(({ policy, installer, problem }) => {
            console.log(JSON.stringify({
              policy: Object.fromEntries(policy), installer: Object.fromEntries(installer), problem,
            }));
            console.error(Math.round(performance.now() - started));
          });`,
      },
    });
    host = await createHost();
  }, 120_000);
  afterAll(async () => {
    await host?.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  async function read(): Promise<unknown> {
    const { stdout, stderr, exitCode } = await host.runNode(script, []);
    expect(exitCode, stderr).toBe(0);
    return JSON.parse(stdout);
  }

  test('has no settings at first', async () => {
    expect(await read()).toEqual({ policy: {}, installer: {}, problem: null });
  });

  test('gives both keys, every kind, and no character less', async () => {
    await host.setRegistry({
      'HKLM\\SOFTWARE\\Policies\\mailflow-tls': {
        LogFolder: 'D:\\Protokolle für "x" שלום 日本',
        TimeoutSeconds: 60,
        SkipRules: { kind: 'REG_MULTI_SZ', data: ['schannel', 'dotnet'] },
      },
      'HKLM\\SOFTWARE\\Policies\\mailflow-tls\\Deeper': { Language: 'he' },
      'HKLM\\SOFTWARE\\mailflow-tls': { Language: 'en' },
    });
    expect(await read()).toEqual({
      policy: {
        logfolder: 'D:\\Protokolle für "x" שלום 日本',
        timeoutseconds: 60,
        skiprules: ['schannel', 'dotnet'],
      },
      installer: { language: 'en' },
      problem: null,
    });
  });

  test('leaves nothing in the temporary folder', async () => {
    const { stdout } = await host.run('cmd', ['/c', 'dir /b %TEMP%']);
    expect(stdout).not.toContain('mailflow-tls-');
  });
});
