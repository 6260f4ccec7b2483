// That a description becomes the .reg file that says the same, and that a host's registry then holds it.
import { describe, expect, test } from 'vitest';
import { benchReady } from './availability.ts';
import { createHost } from './host.ts';
import { encodeRegFile, type RegistryDescription, toRegFile } from './registry.ts';

const PROTOCOLS = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols';

const lines = (description: RegistryDescription): string[] =>
  toRegFile(description).split('\r\n').slice(2, -1);

describe('toRegFile', () => {
  test('writes each kind of value', () => {
    expect(
      lines({
        'HKLM\\a': {
          dword: 1,
          negative: -1,
          text: 'C:\\x "y"',
          'na"me\\': '',
          list: ['a', 'b'],
          '': 'default',
          broken: 'a\r\nb',
          gone: null,
          expand: { kind: 'REG_EXPAND_SZ', data: '%a%' },
          qword: { kind: 'REG_QWORD', data: 2n },
          bytes: { kind: 'REG_BINARY', data: new Uint8Array([0, 255]) },
          none: { kind: 'REG_NONE', data: new Uint8Array() },
        },
      }),
    ).toEqual([
      '[HKEY_LOCAL_MACHINE\\a]',
      '"dword"=dword:00000001',
      '"negative"=dword:ffffffff',
      '"text"="C:\\\\x \\"y\\""',
      '"na\\"me\\\\"=""',
      '"list"=hex(7):61,00,00,00,62,00,00,00,00,00',
      '@="default"',
      '"broken"=hex(1):61,00,0d,00,0a,00,62,00,00,00',
      '"gone"=-',
      '"expand"=hex(2):25,00,61,00,25,00,00,00',
      '"qword"=hex(b):02,00,00,00,00,00,00,00',
      '"bytes"=hex(3):00,ff',
      '"none"=hex(0):',
    ]);
  });

  test('deletes a key', () => {
    expect(lines({ 'HKCU\\a\\b': null })).toEqual(['[-HKEY_CURRENT_USER\\a\\b]']);
  });

  test.each([
    [{ 'HKXX\\a': {} }, 'no known hive'],
    [{ 'HKLM\\a\nb': {} }, 'cannot hold this key name'],
    [{ 'HKLM\\a': { b: 2 ** 32 } }, 'does not fit into a REG_DWORD'],
    [{ 'HKLM\\a': { b: 0.5 } }, 'does not fit into a REG_DWORD'],
  ])('refuses what a .reg file cannot say (%j)', (description, message) => {
    expect(() => toRegFile(description)).toThrow(message);
  });

  test('is encoded as regedit does, with one mark', () => {
    expect([...encodeRegFile('a')]).toEqual([0xff, 0xfe, 0x61, 0]);
    expect([...encodeRegFile('\uFEFFa')]).toEqual([0xff, 0xfe, 0x61, 0]);
  });
});

const bench = await benchReady('the registry of a Windows host');

describe.runIf(bench)('on a host', () => {
  test('keeps odd names, kinds and values apart, and deletes', async () => {
    await using host = await createHost();
    const odd = [
      'TLS 1.2 ',
      'TLS 1,2',
      ' TLS 1.2',
      'פרוטוקול 1.2',
      'Протокол 1.2',
      'Πρωτόκολλο',
      'a"b',
      'TLS 1.2',
    ];
    await host.setRegistry({
      ...Object.fromEntries(
        odd.map((name) => [`${PROTOCOLS}\\${name}\\Client `, { 'מופעל ': 1, Enabled: '1' }]),
      ),
      [`${PROTOCOLS}\\TLS 1.1\\Client`]: { Enabled: 0 },
    });
    await host.setRegistry({
      [`${PROTOCOLS}\\TLS 1.1`]: null,
      [`${PROTOCOLS}\\TLS 1.2\\Client `]: { Enabled: null },
    });
    const result = await host.runPowerShell(`
      $root = [Microsoft.Win32.Registry]::LocalMachine.OpenSubKey('${PROTOCOLS.slice('HKLM\\'.length)}')
      $found = foreach ($name in $root.GetSubKeyNames()) {
        foreach ($role in $root.OpenSubKey($name).GetSubKeyNames()) {
          $key = $root.OpenSubKey("$name\\$role")
          foreach ($value in $key.GetValueNames()) { "$name|$role|$value|$($key.GetValueKind($value))|$($key.GetValue($value))" }
        }
      }
      ConvertTo-Json @($found)`);
    const expected = odd.flatMap((name) => [
      `${name}|Client |מופעל |DWord|1`,
      ...(name === 'TLS 1.2' ? [] : [`${name}|Client |Enabled|String|1`]),
    ]);
    // Wine itself turns SSL 2.0 off.
    expect(JSON.parse(result.stdout).sort()).toEqual(
      [...expected, 'SSL 2.0|Client|DisabledByDefault|DWord|1'].sort(),
    );
  });

  test('imports a file as it was written, and says so when it is none', async () => {
    await using host = await createHost();
    await host.importReg(
      'Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\A B ]\r\n"x"=dword:7\r\n',
    );
    const result = await host.run('reg', ['query', 'HKLM\\SOFTWARE\\A B ', '/v', 'x']);
    expect(result.stdout).toContain('0x7');
    await expect(host.importReg('no registry file')).rejects.toThrow('could not be imported');
  });
});
