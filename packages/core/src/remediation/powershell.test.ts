// Checks the commands of every kind of step, for plain names and for names that only exact calls can address.
import { describe, expect, test } from 'vitest';
import { remedyCommands, stepCommands } from './powershell.ts';

const path =
  'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\Client';
const drive = path.replace('HKLM', 'HKLM:');

describe('plain names', () => {
  test('setting a value keeps a key that exists', () => {
    expect(stepCommands({ do: 'setValue', path, name: 'Enabled', kind: 'REG_DWORD', data: 1 })).toEqual([
      `if (-not (Test-Path -LiteralPath '${drive}')) { New-Item -Path '${drive}' -Force | Out-Null }`,
      `New-ItemProperty -LiteralPath '${drive}' -Name 'Enabled' -Value 1 -PropertyType DWord -Force | Out-Null`,
    ]);
  });

  test.each([
    ['REG_SZ', 'a b', "-Value 'a b' -PropertyType String"],
    ['REG_MULTI_SZ', ['curve25519', "it's"], "-Value @('curve25519', 'it''s') -PropertyType MultiString"],
    ['REG_DWORD', 0xffffffff, '-Value 0xFFFFFFFF -PropertyType DWord'],
  ] as const)('%s', (kind, data, part) => {
    expect(stepCommands({ do: 'setValue', path, name: 'X', kind, data })[1]).toContain(part);
  });

  test('removing', () => {
    expect(stepCommands({ do: 'deleteValue', path, name: 'Enabled' })).toEqual([
      `Remove-ItemProperty -LiteralPath '${drive}' -Name 'Enabled'`,
    ]);
    expect(stepCommands({ do: 'deleteKey', path })).toEqual([`Remove-Item -LiteralPath '${drive}' -Recurse`]);
  });
});

describe('names that the registry provider would misread', () => {
  test.each([
    'HKLM\\X\\RC4 128/128',
    'HKLM\\X\\TLS 1.2 ',
    'HKLM\\X\\ TLS 1.2',
    'HKLM\\X\\TLS*',
    'HKLM\\X\\[a]',
    "HKLM\\X\\a'b; calc",
  ])('%j is addressed exactly', (odd) => {
    const quoted = `'${odd.slice('HKLM\\'.length).replaceAll("'", "''")}'`;
    expect(stepCommands({ do: 'deleteKey', path: odd })).toEqual([
      `[Microsoft.Win32.Registry]::LocalMachine.DeleteSubKeyTree(${quoted})`,
    ]);
    expect(stepCommands({ do: 'deleteValue', path: odd, name: 'Enabled' })).toEqual([
      `[Microsoft.Win32.Registry]::LocalMachine.OpenSubKey(${quoted}, $true).DeleteValue('Enabled')`,
    ]);
    const [set, ...more] = stepCommands({
      do: 'setValue',
      path: odd,
      name: 'Enabled',
      kind: 'REG_DWORD',
      data: 1,
    });
    expect(set).toBe(
      `[Microsoft.Win32.Registry]::SetValue('HKEY_LOCAL_MACHINE\\${quoted.slice(1)}, 'Enabled', 1, 'DWord')`,
    );
    expect(more).toEqual([]);
  });

  test('a value named * removes only itself', () => {
    expect(stepCommands({ do: 'deleteValue', path, name: '*' })[0]).toContain(".DeleteValue('*')");
  });
});

test('a key that two steps write to is made sure of once, and again after keys were removed', () => {
  const set = { do: 'setValue', path, name: 'Enabled', kind: 'REG_DWORD', data: 1 } as const;
  const second = { ...set, name: 'DisabledByDefault', data: 0 } as const;
  const [ensure, first] = stepCommands(set);
  const other = stepCommands(second)[1];
  expect(remedyCommands({ id: 'a/b#c', steps: [set, second] })).toEqual([ensure, first, other]);
  const removed = { do: 'deleteKey', path } as const;
  expect(remedyCommands({ id: 'a/b#c', steps: [set, removed, second] })).toEqual([
    ensure,
    first,
    ...stepCommands(removed),
    ensure,
    other,
  ]);
});

test('a remedy is its steps in order; what is done by hand has no command', () => {
  expect(
    remedyCommands({
      id: 'a/b#c',
      steps: [
        { do: 'manual', step: 'maintenance' },
        { do: 'command', shell: 'exchange', command: 'Get-SendConnector' },
        { do: 'restartService', service: "MSExchange'Transport" },
        { do: 'restartWindows' },
      ],
    }),
  ).toEqual(['Get-SendConnector', "Restart-Service -Name 'MSExchange''Transport'", 'Restart-Computer']);
});
