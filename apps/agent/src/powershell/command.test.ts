// Tests that scripts and data reach PowerShell without becoming part of a command.
import { expect, test } from 'vitest';
import { probesCommand } from './command.ts';

const hostile = `'; Remove-Item C:\\ -Recurse; '$(1)\u2019"\r\n`;

test('is one line of plain ASCII whatever scripts and data hold', () => {
  const line = probesCommand('#mf', 'C:\\Modules', [
    { name: 'os', script: hostile, timeoutMs: 1, rows: [[hostile, 'שלום']] },
  ]);
  expect(line).toMatch(/^[\x20-\x7e]+$/);
  expect(line).not.toContain('Remove-Item');
});

test('refuses names and fields that would break its own separators', () => {
  expect(() => probesCommand('#mf', 'C:\\Modules', [{ name: "a'b", script: '', timeoutMs: 1 }])).toThrow(
    RangeError,
  );
  expect(() =>
    probesCommand('#mf', 'C:\\Modules', [{ name: 'a', script: '', timeoutMs: 1, rows: [['\u001f']] }]),
  ).toThrow(RangeError);
});
