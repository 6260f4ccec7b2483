// The preferences for Group Policy: what they write is what the rules tell, and a host on which it is written speaks TLS 1.2.
import { identifyWindows } from '@mailflow-tls/core';
import { benchReady, createHost, type RegistryKey } from '@mailflow-tls/windows-bench';
import { describe, expect, test } from 'vitest';
import { registryPreferences } from '../../packaging/preferences/registry.ts';
import { taskPreferences } from '../../packaging/preferences/scheduled-task.ts';
import { windowsBuilds } from '../../packaging/preferences/worst-host.ts';
import { taskFile } from '../../packaging/schedule/task.ts';
import { all, child, type Element, readXml } from './read-xml.ts';

const on = readXml(registryPreferences('switchOn'));
const undo = readXml(registryPreferences('undo'));
const protocols = 'SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols';

function properties(root: Element): Record<string, string>[] {
  return all(root, 'Properties').map(({ attributes }) => attributes);
}

describe('values of Schannel, .NET and WinHTTP', () => {
  test('switch TLS 1.2 on in both roles and nothing off', () => {
    const written = properties(on).map(({ key, name, value }) => `${key}\\${name}=${value}`);
    for (const role of ['Client', 'Server']) {
      expect(written).toContain(`${protocols}\\TLS 1.2\\${role}\\Enabled=00000001`);
      expect(written).toContain(`${protocols}\\TLS 1.2\\${role}\\DisabledByDefault=00000000`);
    }
    const others = written.filter((value) => !value.includes('\\TLS 1.2\\'));
    expect(others.filter((value) => value.includes('SCHANNEL') || value.endsWith('=00000000'))).toEqual([]);
    expect(properties(on).every(({ action, type }) => action === 'U' && type === 'REG_DWORD')).toBe(true);
  });

  test('are asked for by Windows version, each known one once for each value', () => {
    for (const { build } of windowsBuilds)
      expect(identifyWindows({ build, productType: 'server' }).exact, String(build)).toBe(true);
    const targets = all(on, 'Collection').map((collection) =>
      child(collection, 'Filters').children.map(({ attributes }) => attributes['valueData']),
    );
    expect(targets[0]).toEqual(windowsBuilds.map(({ build }) => String(build)));
    const winHttp = all(on, 'Collection').find((collection) =>
      properties(collection).some(({ name }) => name === 'DefaultSecureProtocols'),
    );
    expect(
      winHttp && child(winHttp, 'Filters').children.map(({ attributes }) => attributes['valueData']),
    ).toEqual(['7601', '9200']);
  });

  test('are undone one by one', () => {
    const named = (root: Element): string[] => properties(root).map(({ key, name }) => `${key}\\${name}`);
    expect(named(undo)).toEqual(named(on));
    expect(new Set(properties(undo).map(({ action }) => action))).toEqual(new Set(['D']));
  });

  test('have ids of their own', () => {
    const ids = [
      ...all(on, 'Registry'),
      ...all(on, 'Collection'),
      ...all(undo, 'Registry'),
      ...all(undo, 'Collection'),
    ].map(({ attributes }) => attributes['uid']);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

const ready = await benchReady('the preferences on a host with TLS 1.2 off');
test.runIf(ready)(
  'a host that is written to so speaks TLS 1.2 again',
  async () => {
    await using host = await createHost();
    await host.setRegistry({
      [`HKLM\\${protocols}\\TLS 1.2\\Client`]: { Enabled: 0, DisabledByDefault: 1 },
    });
    expect((await host.negotiate())['TLS 1.2']).toHaveProperty('refused');
    const keys: Record<string, RegistryKey> = {};
    for (const { key, name, value } of properties(on)) {
      keys[`HKLM\\${key}`] = { ...keys[`HKLM\\${key}`], [name ?? '']: Number.parseInt(value ?? '', 16) };
    }
    await host.setRegistry(keys);
    expect((await host.negotiate())['TLS 1.2']).not.toHaveProperty('refused');
  },
  120_000,
);

/** Elements in the order of the published schema (MS-TSCH 2.5; Microsoft, "Task Scheduler Schema"), which Windows demands inside triggers. */
const order: Readonly<Record<string, readonly string[]>> = {
  CalendarTrigger: [
    'Enabled',
    'StartBoundary',
    'EndBoundary',
    'Repetition',
    'ExecutionTimeLimit',
    'RandomDelay',
    'ScheduleByDay',
  ],
  BootTrigger: ['Enabled', 'StartBoundary', 'EndBoundary', 'Repetition', 'ExecutionTimeLimit', 'Delay'],
  Repetition: ['Interval', 'Duration', 'StopAtDurationEnd'],
  ScheduleByDay: ['DaysInterval'],
};
const known: Readonly<Record<string, readonly string[]>> = {
  Task: ['RegistrationInfo', 'Triggers', 'Settings', 'Principals', 'Actions'],
  RegistrationInfo: ['Version', 'Author', 'Description'],
  Settings: [
    ...[
      'AllowHardTerminate',
      'AllowStartOnDemand',
      'DisallowStartIfOnBatteries',
      'Enabled',
      'ExecutionTimeLimit',
      'Hidden',
    ],
    ...[
      'MultipleInstancesPolicy',
      'Priority',
      'RunOnlyIfIdle',
      'RunOnlyIfNetworkAvailable',
      'StartWhenAvailable',
    ],
    ...['StopIfGoingOnBatteries', 'WakeToRun'],
  ],
  Principal: ['UserId', 'LogonType', 'RunLevel'],
  Exec: ['Command', 'Arguments', 'WorkingDirectory'],
};

function checkTask(task: Element): void {
  expect(task.attributes['version']).toBe('1.2');
  for (const [name, parts] of Object.entries(order)) {
    for (const element of all(task, name)) {
      const at = element.children.map((part) => parts.indexOf(part.name));
      expect(at, name).toEqual([...at].sort((a, b) => a - b));
      expect(at).not.toContain(-1);
    }
  }
  for (const [name, parts] of Object.entries(known)) {
    for (const element of name === 'Task' ? [task] : all(task, name)) {
      const names = element.children.map((part) => part.name);
      expect(
        names.filter((part) => !parts.includes(part)),
        name,
      ).toEqual([]);
      expect(new Set(names).size).toBe(names.length);
    }
  }
  for (const name of ['Interval', 'Duration', 'RandomDelay', 'Delay', 'ExecutionTimeLimit']) {
    for (const { text } of all(task, name)) expect(text).toMatch(/^P(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?)?$/);
  }
  const settings = Object.fromEntries(child(task, 'Settings').children.map(({ name, text }) => [name, text]));
  expect(settings).toMatchObject({
    MultipleInstancesPolicy: 'IgnoreNew',
    StartWhenAvailable: 'true',
    Hidden: 'true',
  });
  const [principal] = all(task, 'Principal');
  expect(child(task, 'Actions').attributes['Context']).toBe(principal?.attributes['id']);
}

describe('the scheduled task', () => {
  test('is a valid file for schtasks', () => {
    const bytes = taskFile('0.1.0');
    expect([...bytes.subarray(0, 2)]).toEqual([0xff, 0xfe]);
    const task = readXml(bytes.toString('utf16le'));
    checkTask(task);
    expect(task.attributes['xmlns']).toBe('http://schemas.microsoft.com/windows/2004/02/mit/task');
    expect(all(task, 'UserId').map(({ text }) => text)).toEqual(['S-1-5-18']);
  });

  test('is the same as a preference, under the same name', () => {
    const root = readXml(taskPreferences('0.1.0'));
    const [preference] = all(root, 'Task');
    if (preference === undefined) throw new Error('no task');
    checkTask(preference);
    const file = readXml(taskFile('0.1.0').toString('utf16le'));
    for (const part of ['Triggers', 'Settings', 'Actions'])
      expect(child(preference, part)).toEqual(child(file, part));
    expect(child(child(root, 'TaskV2'), 'Properties').attributes).toMatchObject({
      action: 'U',
      name: 'mailflow-tls',
    });
  });
});
