// Tests that nothing but a full path decides which PowerShell runs.
import { describe, expect, test } from 'vitest';
import { PowerShellUnavailable } from './errors.ts';
import { powershellPath, systemFolder, systemRoot } from './executable.ts';

const windows = { SystemRoot: 'D:\\WinNT' };
const from32 = { ...windows, PROCESSOR_ARCHITEW6432: 'AMD64' };
const tail = 'WindowsPowerShell\\v1.0\\powershell.exe';

describe('powershellPath', () => {
  test('is Windows PowerShell of the system, whatever PATH and NODE_POWERSHELL say', () => {
    const environment = { ...windows, NODE_POWERSHELL: 'C:\\evil.exe', PATH: 'C:\\evil' };
    expect(powershellPath(null, environment)).toBe(`D:\\WinNT\\System32\\${tail}`);
  });

  test('is the 64-bit one, also from a 32-bit process and when the 32-bit one was chosen', () => {
    expect(powershellPath(null, from32)).toBe(`D:\\WinNT\\Sysnative\\${tail}`);
    expect(powershellPath(`D:\\WinNT\\SysWOW64\\${tail}`, windows)).toBe(`D:\\WinNT\\System32\\${tail}`);
    expect(powershellPath(`d:/winnt/syswow64/${tail}`, from32)).toBe(`D:\\WinNT\\Sysnative\\${tail}`);
  });

  test('is what was chosen by its full path', () => {
    const chosen = 'C:\\Program Files\\PowerShell\\7\\pwsh.exe';
    expect(powershellPath(chosen, windows)).toBe(chosen);
    expect(() => powershellPath('pwsh.exe', windows)).toThrow(PowerShellUnavailable);
    expect(() => powershellPath('..\\pwsh.exe', windows)).toThrow(PowerShellUnavailable);
  });
});

describe('systemRoot', () => {
  test.each([undefined, '', 'Windows', '\\\\host\\share', 'C:\\Win"dows', 'C:'])(
    'does not believe %j',
    (named) => {
      expect(systemRoot({ SystemRoot: named })).toBe('C:\\Windows');
    },
  );

  test('takes the spelling that Windows gives its services', () => {
    expect(systemRoot({ SYSTEMROOT: 'E:\\Windows\\' })).toBe('E:\\Windows');
    expect(systemFolder({ SYSTEMROOT: 'E:\\Windows' })).toBe('E:\\Windows\\System32');
  });
});
