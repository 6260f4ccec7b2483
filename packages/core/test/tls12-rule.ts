// What both TLS 1.2 rules must say, for every state of their role, on old and new Windows.
import { describe, expect, test } from 'vitest';
import type { RoleName } from '../src/effective/protocol-state.ts';
import { protocolsPath } from '../src/facts/schannel.ts';
import type { WindowsId } from '../src/reference/windows.ts';
import {
  afterBoot,
  exampleFacts,
  type RawValue,
  withProtocols,
  withSection,
  withUnread,
} from './example-facts.ts';
import { findingsOf, judged } from './judged.ts';
import { onWindows } from './windows-facts.ts';

const on = { Enabled: 1, DisabledByDefault: 0 };

/** Defines the tests of one of the two rules. */
export function testTls12Rule(rule: string, role: RoleName): void {
  const other: RoleName = role === 'Client' ? 'Server' : 'Client';
  const path = `${protocolsPath}\\TLS 1.2\\${role}`;
  const facts = (id: WindowsId, values?: Readonly<Record<string, RawValue>>, time?: string | null) =>
    onWindows(id, withProtocols(values ? { [`TLS 1.2\\${role}`]: values } : {}, time));

  describe('by Windows and values', () => {
    test.each([
      ['2019', undefined, 'pass on'],
      ['2019', on, 'pass on'],
      ['2019', { Enabled: 0xffffffff, DisabledByDefault: 0 }, 'pass on'],
      ['2019', { Enabled: 0 }, 'fail off'],
      ['2019', { Enabled: 0, DisabledByDefault: 0 }, 'fail off'],
      ['2019', { Enabled: 0, DisabledByDefault: 1 }, 'fail off'],
      ['2019', { Enabled: 1, DisabledByDefault: 1 }, 'fail offByDefault'],
      ['2019', { DisabledByDefault: 1 }, 'fail offByDefault'],
      ['2019', { Enabled: '1', DisabledByDefault: 0 }, 'fail wrongType'],
      ['2012', undefined, 'pass on'],
      ['2008R2', undefined, 'fail offByDefaultOfSystem'],
      ['2008R2', { Enabled: 1 }, 'fail offByDefaultOfSystem'],
      ['2008R2', { DisabledByDefault: 0 }, 'pass on'],
      ['2008R2', on, 'pass on'],
      ['2025', undefined, 'pass on'],
    ] as const)('%s %j: %s', (id, values, expected) => {
      expect(judged(rule, facts(id, values))).toEqual([expected]);
    });

    test('the other role does not matter', () => {
      const host = withProtocols({ [`TLS 1.2\\${other}`]: { Enabled: 0 }, [`TLS 1.2\\${role}`]: on });
      expect(judged(rule, host)).toEqual(['pass on']);
    });
  });

  test('what was written after the start needs only the restart', () => {
    const [finding] = findingsOf(rule, facts('2019', on, afterBoot));
    expect(finding).toMatchObject({ verdict: 'fail', message: { key: 'onPending' }, restartOnly: true });
    expect(finding?.remedy?.steps.map((step) => step.do)).toEqual(['manual', 'restartWindows']);
  });

  test.each([{ Enabled: 0 }, { Enabled: 1, DisabledByDefault: 1 }])(
    'turned off after the start (%j) may still work, and the restart alone mends nothing',
    (values) => {
      const [finding] = findingsOf(rule, facts('2019', values, afterBoot));
      expect(finding).toMatchObject({ verdict: 'fail', message: { key: 'offPending' } });
      expect(finding?.restartOnly).toBeUndefined();
    },
  );

  test('what is in force is not known without the time of writing or of the start', () => {
    expect(findingsOf(rule, facts('2019', on, null))[0]).toMatchObject({
      verdict: 'notChecked',
      message: { key: 'onAgeUnknown' },
      because: { section: 'schannel', what: 'lastWriteTime' },
    });
    const gap = { what: 'bootTime', reason: 'failed', code: '0x80041003' } as const;
    expect(
      findingsOf(rule, withSection('os', { bootTime: null }, [gap], facts('2019', on)))[0],
    ).toMatchObject({
      verdict: 'notChecked',
      because: { section: 'os', code: '0x80041003' },
    });
  });

  test('the remedy writes both values of this role, then restarts', () => {
    const [finding] = findingsOf(rule, facts('2019', { Enabled: 0 }));
    expect(finding?.remedy).toEqual({
      id: `${rule}#enable`,
      steps: [
        { do: 'setValue', path, name: 'Enabled', kind: 'REG_DWORD', data: 1 },
        { do: 'setValue', path, name: 'DisabledByDefault', kind: 'REG_DWORD', data: 0 },
        { do: 'restartWindows' },
      ],
    });
  });

  test('both values are shown, the absent one as absent', () => {
    const [finding] = findingsOf(rule, facts('2019', { Enabled: 0 }));
    expect(finding?.evidence).toEqual([
      {
        source: path,
        name: 'Enabled',
        value: 0,
        kind: 'REG_DWORD',
        expected: '1',
        writtenAt: '2026-10-19T20:00:00.000Z',
      },
      {
        source: path,
        name: 'DisabledByDefault',
        value: null,
        expected: '0',
        writtenAt: '2026-10-19T20:00:00.000Z',
      },
    ]);
  });

  describe('ghosts', () => {
    test.each([
      [{ [`TLS 1,2\\${role}`]: on }, `Protocols\\TLS 1,2\\${role}`],
      [{ [`TLS 1.2 \\${role}`]: on }, `Protocols\\TLS 1.2␣\\${role}`],
      [{ 'TLS 1.2': on }, 'Protocols\\TLS 1.2\\Enabled'],
      [
        { [`TLS 1.2\\${role}`]: { Enabled: 1, Disablebydefault: 0 } },
        `Protocols\\TLS 1.2\\${role}\\Disablebydefault`,
      ],
    ])('%j is named', (keys, ghost) => {
      const [finding] = findingsOf(rule, onWindows('2008R2', withProtocols(keys)));
      expect(finding).toMatchObject({ verdict: 'fail', message: { key: 'ghost', params: { ghost } } });
    });

    test.each([[{ [`TLS 1,2\\${other}`]: on }], [{ [`TLS 1,1\\${role}`]: on }], [{ 'TLS 1,2': {} }]])(
      '%j was not meant for this role',
      (keys) => {
        expect(judged(rule, onWindows('2008R2', withProtocols(keys)))).toEqual(['fail offByDefaultOfSystem']);
      },
    );

    test('values one key too high do not explain a value that turns it off', () => {
      const keys = { 'TLS 1.2': on, [`TLS 1.2\\${role}`]: { Enabled: 0 } };
      expect(judged(rule, withProtocols(keys))).toEqual(['fail off']);
    });

    test('are no matter while TLS 1.2 is on', () => {
      expect(judged(rule, withProtocols({ [`TLS 1,2\\${role}`]: on }))).toEqual(['pass on']);
    });
  });

  describe('2008 needs an update', () => {
    const with2008 = (...ids: string[]) =>
      withSection(
        'updates',
        { hotfixes: ids.map((id) => ({ id, description: null, installedOn: null })) },
        [],
        facts('2008', on),
      );
    test('without values it is off', () => {
      expect(judged(rule, facts('2008'))).toEqual(['fail offByDefaultOfSystem']);
    });
    test('installed, or covered by a later rollup', () => {
      expect(judged(rule, with2008('KB4019276'))).toEqual(['pass on']);
      expect(judged(rule, with2008('KB4516026'))).toEqual(['pass on']);
    });
    test('not proven', () => {
      expect(judged(rule, with2008('KB948465'))).toEqual(['warn onNeedsUpdate']);
    });
    test('not readable', () => {
      expect(judged(rule, withUnread('updates', undefined, facts('2008', on)))).toEqual([
        'notChecked onUpdateUnknown',
      ]);
    });
    test('without the service pack there is no TLS 1.2', () => {
      const rtm = withSection('os', { build: 6001 }, [], facts('2008', on));
      expect(judged(rule, rtm)).toEqual(['fail notSupported']);
    });
  });

  test('what could not be read is never passed', () => {
    const gap = { what: path, reason: 'denied', code: '0x80070005' } as const;
    const [denied] = findingsOf(rule, withSection('schannel', {}, [gap]));
    expect(denied).toMatchObject({
      verdict: 'notChecked',
      message: { key: 'unreadable' },
      because: { section: 'schannel', reason: 'denied', code: '0x80070005', what: path },
    });
    expect(judged(rule, withUnread('schannel'))).toEqual(['notChecked notRead']);
    expect(judged(rule, withUnread('os'))).toEqual(['notChecked notRead']);
  });

  test('an unknown Windows is judged by what is written only', () => {
    const unknown = (facts = exampleFacts()) => withSection('os', { build: 3790 }, [], facts);
    expect(judged(rule, unknown(withProtocols({})))).toEqual(['notChecked unknownSystem']);
    expect(judged(rule, unknown(withProtocols({ [`TLS 1.2\\${role}`]: on })))).toEqual(['pass on']);
  });

  test('the value of the wrong kind is named', () => {
    const [finding] = findingsOf(
      rule,
      withProtocols({ [`TLS 1.2\\${role}`]: { Enabled: 1, DisabledByDefault: '0' } }),
    );
    expect(finding?.message.params).toEqual({ value: 'DisabledByDefault', kind: 'REG_SZ' });
  });
}
