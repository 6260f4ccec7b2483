// Tests which command lines have PowerShell start ahead of them.
import { expect, test } from 'vitest';
import type { WarmUp } from './powershell/warm-up.ts';
import { startAhead } from './start-ahead.ts';

const warm: WarmUp = { take: () => null, drop: () => {} };

function started(...args: string[]): (string | null)[] {
  const paths: (string | null)[] = [];
  const ahead = startAhead(args, (path) => {
    paths.push(path);
    return warm;
  });
  expect(ahead).toBe(paths.length === 0 ? null : warm);
  return paths;
}

test('starts the one that `check` will use', () => {
  expect(started('check')).toEqual([null]);
  expect(started('-q', 'check', '--format', 'json')).toEqual([null]);
  expect(started('check', '--powershell', 'C:\\a.exe')).toEqual(['C:\\a.exe']);
  expect(started('--powershell=C:\\a b=c.exe', 'check')).toEqual(['C:\\a b=c.exe']);
  expect(started('check', '--powershell=C:\\a.exe', '--powershell', ' C:\\b.exe ')).toEqual(['C:\\b.exe']);
});

test('starts none for what needs none', () => {
  expect(started()).toEqual([]);
  expect(started('judge', 'check')).toEqual([]);
  expect(started('check', '--help')).toEqual([]);
  expect(started('check', '--powershell')).toEqual([]);
});
