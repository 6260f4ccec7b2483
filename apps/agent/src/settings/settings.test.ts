// Which value of a setting holds, and what is said about the others.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readSettingsFile } from './file-source.ts';
import { placesOf } from './places.ts';
import type { RegistryData } from './registry-file.ts';
import { valuesOfKey } from './registry-file.ts';
import { resolveSettings } from './resolve-settings.ts';
import { settingNames, settings } from './settings.ts';

const places = placesOf('win32', { ProgramData: 'C:\\ProgramData' }, 'C:\\Users\\x');

interface Given {
  policy?: Record<string, RegistryData>;
  installer?: Record<string, RegistryData>;
  file?: Record<string, unknown>;
  isWindows?: boolean;
}

function resolve({ policy = {}, installer = {}, file = {}, isWindows = true }: Given) {
  return resolveSettings({
    places,
    isWindows,
    registry: { policy: lower(policy), installer: lower(installer), problem: null },
    file: { ok: true, values: new Map(Object.entries(file)) },
  });
}

function lower<T>(values: Record<string, T>): Map<string, T> {
  return new Map(Object.entries(values).map(([name, value]) => [name.toLowerCase(), value]));
}

describe('precedence', () => {
  test('policy before installation before file before default', () => {
    const { values, origins, problems } = resolve({
      policy: { Language: 'he' },
      installer: { Language: 'en', TimeoutSeconds: 30 },
      file: { language: 'en', timeoutSeconds: 40, failOn: 'warn' },
    });
    expect(values).toMatchObject({ language: 'he', timeoutSeconds: 30, failOn: 'warn', logLevel: 'info' });
    expect(origins).toMatchObject({
      language: { from: 'policy', where: 'HKLM\\SOFTWARE\\Policies\\mailflow-tls\\Language' },
      timeoutSeconds: { from: 'installer', where: 'HKLM\\SOFTWARE\\mailflow-tls\\TimeoutSeconds' },
      failOn: { from: 'file', where: 'C:\\ProgramData\\mailflow-tls\\settings.json' },
      logLevel: { from: 'default', where: '' },
    });
    expect(problems).toEqual([]);
  });

  test('a wrong value is named with its origin, and the next origin holds', () => {
    const { values, problems } = resolve({
      policy: { TimeoutSeconds: 'soon' },
      installer: { TimeoutSeconds: 30 },
      file: { failOn: 'always' },
    });
    expect(values).toMatchObject({ timeoutSeconds: 30, failOn: 'fail' });
    expect(problems).toEqual([
      {
        key: 'wrongValue',
        setting: 'timeoutSeconds',
        where: 'HKLM\\SOFTWARE\\Policies\\mailflow-tls\\TimeoutSeconds',
        found: 'soon',
        expected: '5–3600',
        used: '30',
      },
      {
        key: 'wrongValue',
        setting: 'failOn',
        where: places.settingsFile,
        found: 'always',
        expected: 'info | notChecked | warn | fail | never',
        used: 'fail',
      },
    ]);
  });

  test('what a privileged run starts or writes to is not taken from the file of a Windows host', () => {
    const file = { powershellPath: 'C:\\Users\\Public\\evil.exe', logFolder: 'C:\\Windows' };
    const { values, problems } = resolve({ file });
    expect(values).toMatchObject({ powershellPath: null, logFolder: places.logFolder });
    expect(problems.map((problem) => problem.key)).toEqual(['notFromFile', 'notFromFile']);
    expect(resolve({ file: { logFolder: '/var/log/x' }, isWindows: false }).values.logFolder).toBe(
      '/var/log/x',
    );
  });

  test('a name that is not known is said, with the one that was meant', () => {
    const { problems } = resolve({ file: { langauge: 'he', $schema: 'x', language: null } });
    expect(problems).toEqual([
      { key: 'unknownSetting', setting: 'langauge', where: places.settingsFile, suggestion: 'language' },
    ]);
  });
});

test('a secret is never shown, not even a wrong one', () => {
  const { problems } = resolve({ policy: { EnrolmentToken: 'x'.repeat(201) } });
  expect(problems).toMatchObject([{ key: 'wrongValue', setting: 'enrolmentToken', found: '***' }]);
});

describe('values', () => {
  test.each([
    ['language', 'HE ', 'he'],
    ['language', 'fr', undefined],
    ['language', 1, undefined],
    ['timeoutSeconds', 60, 60],
    ['timeoutSeconds', '60', 60],
    ['timeoutSeconds', 4, undefined],
    ['timeoutSeconds', 3601, undefined],
    ['timeoutSeconds', 9.5, undefined],
    ['timeoutSeconds', '1e2', undefined],
    ['logFolder', 'D:\\Logs', 'D:\\Logs'],
    ['logFolder', '\\\\server\\share', '\\\\server\\share'],
    ['logFolder', 'logs', undefined],
    ['logFolder', '\\\\?\\C:\\x', undefined],
    ['logFolder', '', undefined],
    ['skipSections', ['OS', 'exchange'], ['os', 'exchange']],
    ['skipSections', 'os, exchange,', ['os', 'exchange']],
    ['skipSections', ['nothing'], undefined],
    ['skipRules', 'schannel', ['schannel']],
    ['skipRules', [5], undefined],
    ['failOn', 'NEVER', 'never'],
    ['collectorUrl', 'https://collector.example:8443/', 'https://collector.example:8443'],
    ['collectorUrl', 'http://collector.example', undefined],
    ['collectorUrl', 'https://user:secret@collector.example', undefined],
    ['collectorUrl', 'https://collector.example/path', undefined],
    ['collectorUrl', 'collector.example', undefined],
    ['collectorPin', `sha256/${'A'.repeat(43)}=`, `${'A'.repeat(43)}=`],
    ['collectorPin', 'AAAA', undefined],
    ['proxyUrl', 'http://proxy.example:8080', 'http://proxy.example:8080'],
    ['enrolmentToken', ' abc ', 'abc'],
    ['enrolmentToken', '', undefined],
    ['enrolmentToken', 'x'.repeat(201), undefined],
  ] as const)('%s takes %j as %j', (name, raw, expected) => {
    expect(settings[name].parse(raw)).toEqual(expected);
  });

  test('every default but those of the system is an acceptable value', () => {
    for (const name of settingNames) {
      const value = settings[name].default(places);
      if (value !== null) expect(settings[name].parse(value)).toEqual(value);
    }
  });
});

test('the export of the registry is read in every kind, for its own key only', () => {
  const text = [
    '\uFEFFWindows Registry Editor Version 5.00',
    '',
    '[HKEY_LOCAL_MACHINE\\SOFTWARE\\mailflow-tls]',
    '@="default"',
    '"LogFolder"="D:\\\\Protokolle für \\"x\\" שלום"',
    '"TimeoutSeconds"=dword:0000003c',
    '"SkipRules"=hex(7):61,00,2f,00,62,00,00,00,63,00,\\',
    '  2f,00,64,00,00,00,00,00',
    '"PowershellPath"=hex(2):43,00,3a,00,00,00',
    '"Binary"=hex:00,01',
    '',
    '[HKEY_LOCAL_MACHINE\\SOFTWARE\\mailflow-tls\\Sub]',
    '"Language"="he"',
    '',
  ].join('\r\n');
  expect(Object.fromEntries(valuesOfKey(text, 'HKLM\\SOFTWARE\\mailflow-tls'))).toEqual({
    logfolder: 'D:\\Protokolle für "x" שלום',
    timeoutseconds: 60,
    skiprules: ['a/b', 'c/d'],
    powershellpath: 'C:',
  });
});

describe('the settings file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mailflow-tls-settings-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('need not be there', async () => {
    expect(await readSettingsFile(join(folder, 'none', 'settings.json'))).toEqual({
      ok: true,
      values: new Map(),
    });
  });

  test.each([
    ['{"a": 1,\n', { reason: 'notJson', values: { line: 2, column: 1 } }],
    ['[]', { reason: 'notObject' }],
    ['null', { reason: 'notObject' }],
    [Buffer.from([0x7b, 0xe9]), { reason: 'notText' }],
  ])('%j is refused with the place', async (content, expected) => {
    const file = join(folder, 'settings.json');
    writeFileSync(file, content);
    expect(await readSettingsFile(file)).toMatchObject({ ok: false, ...expected });
  });

  test('that is a folder, or locked, is an error and not taken for absent', async () => {
    expect(await readSettingsFile(folder)).toMatchObject({ ok: false, reason: 'notRead' });
    const file = join(folder, 'settings.json');
    writeFileSync(file, '{}');
    chmodSync(file, 0);
    // root may read it all the same
    const expected = process.getuid?.() === 0 ? { ok: true } : { ok: false, reason: 'notRead' };
    expect(await readSettingsFile(file)).toMatchObject(expected);
  });
});

test('places follow the system', () => {
  expect(places).toEqual({
    settingsFile: 'C:\\ProgramData\\mailflow-tls\\settings.json',
    logFolder: 'C:\\ProgramData\\mailflow-tls\\logs',
    mailLogState: 'C:\\ProgramData\\mailflow-tls\\state\\mail-logs.json',
    deliveryFolder: 'C:\\ProgramData\\mailflow-tls\\delivery',
  });
  expect(placesOf('linux', {}, '/home/x')).toEqual({
    settingsFile: '/home/x/.config/mailflow-tls/settings.json',
    logFolder: '/home/x/.local/state/mailflow-tls/logs',
    mailLogState: '/home/x/.local/state/mailflow-tls/mail-logs.json',
    deliveryFolder: '/home/x/.local/state/mailflow-tls/delivery',
  });
});
