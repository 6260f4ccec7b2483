// That a fake misbehaves as ordered, and only that one.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { benchReady } from '../availability.ts';
import { createHost, type WindowsHost } from '../host.ts';
import type { Behaviour } from './behaviour.ts';

const bench = await benchReady('fakes that misbehave');

describe.runIf(bench)('a fake ordered to misbehave', () => {
  let host: WindowsHost;
  beforeAll(async () => {
    host = await createHost();
  });
  afterAll(() => host.dispose());

  const order = (behaviour: Behaviour): Promise<void> =>
    host.describe({ behaviours: { 'Get-HotFix': behaviour } });
  const CALL = `try { Get-HotFix; 'worked' } catch { $_.Exception.Message; $_.FullyQualifiedErrorId; $_.Exception.GetType().Name; '{0:x8}' -f $_.Exception.HResult; $_.CategoryInfo.Category.ToString() }`;

  test.each([
    ['German', 'Zugriff verweigert (Ausnahme von HRESULT: 0x80070005)'],
    ['Hebrew', 'הגישה נדחתה'],
  ])('throws in %s, with its code', async (_, message) => {
    const exception = 'System.UnauthorizedAccessException';
    await order({
      throw: { message, exception, errorId: 'Denied', hresult: 0x80070005, category: 'PermissionDenied' },
    });
    const result = await host.runPowerShell(CALL);
    expect(result.stdout.trim().split('\r\n')).toEqual([
      ...[message, 'Denied,Get-HotFix', 'UnauthorizedAccessException', '80070005', 'PermissionDenied'],
    ]);
  });

  test('writes to standard error and prints past PowerShell, then works', async () => {
    await order({ stderr: 'אזהרה', printMegabytes: 2, afterMs: 50 });
    const result = await host.runPowerShell(`${CALL} (Get-CimInstance Win32_OperatingSystem).CSName`);
    expect(result.stderr).toBe('אזהרה\r\n');
    expect(result.stdout.length).toBeGreaterThan(2 * 1024 * 1024);
    expect(result.stdout.endsWith('worked\r\nEX01\r\n')).toBe(true);
  });

  test('hangs until it is killed', async () => {
    await order({ hang: true });
    const result = await host.runPowerShell(CALL, { timeoutMs: 8000 });
    expect(result).toMatchObject({ timedOut: true, exitCode: null, stdout: '' });
  });

  test('ends the process', async () => {
    await order({ exit: 23 });
    expect(await host.runPowerShell(CALL)).toMatchObject({ stdout: '', exitCode: 23 });
  });
});
