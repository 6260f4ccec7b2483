// schannel/ghost-values: misnamed values, and right ones in the wrong place.
import { expect, test } from 'vitest';
import { registryKey, withProtocols, withSection } from '../../../test/example-facts.ts';
import { findingsOf, judged } from '../../../test/judged.ts';
import { onWindows } from '../../../test/windows-facts.ts';
import { protocolsPath } from '../../facts/schannel.ts';
import { printedLines } from '../../reference/misprints.fixture.ts';
import { isKnownValueName } from '../../reference/misprints.ts';

const rule = 'schannel/ghost-values';
const on = { Enabled: 1, DisabledByDefault: 0 };

test.each([
  [{ 'TLS 1.2\\Client': on }, ['pass none']],
  [{ 'TLS 1.2\\Client': { ...on, '': '' } }, ['pass none']],
  [{ 'TLS 1.2\\Client': { ...on, '': 0 } }, ['warn unknown']],
  [{ 'TLS 1.2\\Client': { ...on, Aktiviert: 1 } }, ['warn meant']],
  [{ 'TLS 1.2\\Client': { ...on, 'Enabled ': 1 } }, ['warn meant']],
  [{ 'TLS 1.2\\Client': { ...on, MinVersion: 1 } }, ['warn unknown']],
  // Microsoft's article of 2024 asks for these, in vain.
  [{ 'TLS 1.2': on, 'TLS 1.2\\Client': on }, ['info parent', 'info parent']],
  [{ 'TLS 1.2': { Note: 'x' } }, ['info parentOther']],
  // A key that is not read is the ghost, not its values.
  [{ 'TLS 1,2\\Client': { Aktiviert: 1 } }, ['pass none']],
] as const)('%j: %j', (keys, expected) => {
  expect(judged(rule, withProtocols(keys))).toEqual(expected);
});

test('values of Protocols itself have no effect', () => {
  const facts = withSection('schannel', { protocols: [registryKey(protocolsPath, { Enabled: 1 })] });
  expect(judged(rule, facts)).toEqual(['info parent']);
});

test.each(printedLines.filter(([, subkeys]) => subkeys.length > 0))(
  '%s: every printed value name that is damaged is named',
  (locale, _, names) => {
    const values = Object.fromEntries(names.map((name) => [name, 1]));
    const found = findingsOf(rule, withProtocols({ 'TLS 1.2\\Client': values }));
    const damaged = new Set(names.filter((name) => !isKnownValueName(name)));
    expect(found.filter(({ verdict }) => verdict === 'warn')).toHaveLength(damaged.size);
    // sr-Latn-RS prints an empty name, which can mean anything.
    const unknown = found.filter(({ message }) => message.key === 'unknown');
    expect(unknown).toHaveLength(locale === 'sr-Latn-RS' ? 1 : 0);
  },
);

test('the remedy writes both values before the ghost goes', () => {
  const facts = onWindows(
    '2008R2',
    withProtocols({ 'TLS 1.2\\Server': { Enabled: 1, Disablebydefault: 0 } }),
  );
  const [finding] = findingsOf(rule, facts);
  expect(finding?.message.params).toEqual({
    path: 'Protocols\\TLS 1.2\\Server',
    name: 'Disablebydefault',
    meant: 'DisabledByDefault',
  });
  expect(finding?.remedy?.steps.map((step) => step.do)).toEqual([
    'setValue',
    'setValue',
    'deleteValue',
    'restartWindows',
  ]);
});

test.each([
  ['what is in force', { ...on, Aktiviert: 1 }],
  ['a name that means nothing', { Enabled: 0, MinVersion: 1 }],
])('with %s the ghost only goes', (_, values) => {
  const [finding] = findingsOf(rule, withProtocols({ 'TLS 1.2\\Client': values }));
  expect(finding?.remedy?.steps.map((step) => step.do)).toEqual(['deleteValue']);
});

test.each(['Client', 'server'])('the remedy stays in the role of %s', (role) => {
  const [finding] = findingsOf(rule, withProtocols({ [`TLS 1.2\\${role}`]: { Aktiviert: 1 } }));
  const paths = finding?.remedy?.steps.flatMap((step) => ('path' in step ? [step.path.toLowerCase()] : []));
  expect(new Set(paths)).toEqual(new Set([`${protocolsPath}\\TLS 1.2\\${role}`.toLowerCase()]));
});

test('for other protocols the ghost only goes', () => {
  const [finding] = findingsOf(rule, withProtocols({ 'TLS 1.0\\Server': { Deaktiviert: 1, enabledd: 0 } }));
  expect(finding?.remedy?.steps).toEqual([
    { do: 'deleteValue', path: `${protocolsPath}\\TLS 1.0\\Server`, name: 'Deaktiviert' },
  ]);
});

test('what could not be read is not passed', () => {
  const gap = { what: `${protocolsPath}\\TLS 1.2`, reason: 'denied', code: '0x80070005' } as const;
  expect(judged(rule, withSection('schannel', {}, [gap]))).toEqual(['notChecked unreadable']);
});
