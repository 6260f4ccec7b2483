// That paths of this machine and of the host lead to the same file.
import { expect, test } from 'vitest';
import { toLinuxPath, toWindowsPath } from './windows-paths.ts';

test.each([
  ['/hosts/a/drive_c', 'C:\\'],
  ['/hosts/a/drive_c/Program Files/x.exe', 'C:\\Program Files\\x.exe'],
  ['/hosts/a/drive_c_else/x', 'Z:\\hosts\\a\\drive_c_else\\x'],
  ['/home/me/../you/א.ps1', 'Z:\\home\\you\\א.ps1'],
])('%s is %s on the host', (local, windows) => {
  expect(toWindowsPath('/hosts/a', local)).toBe(windows);
});

test.each([
  ['C:\\Users\\x', '/hosts/a/drive_c/Users/x'],
  ['c:/Users/x', '/hosts/a/drive_c/Users/x'],
  ['Z:\\etc\\hosts', '/etc/hosts'],
])('%s lies here at %s', (windows, local) => {
  expect(toLinuxPath('/hosts/a', windows)).toBe(local);
});

test.each(['x\\y', '\\\\server\\share', 'D:\\x', ''])(
  'refuses %j, which is no path on a drive it knows',
  (path) => {
    expect(() => toLinuxPath('/hosts/a', path)).toThrow('Not an absolute path on drive C or Z');
  },
);
