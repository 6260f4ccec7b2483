// Holds the policy templates to the settings, and to what Windows accepts in them.
import { describe, expect, test } from 'vitest';
import { policyTemplates } from '../../packaging/policy/templates.ts';
import { placesOf } from '../../src/settings/places.ts';
import { noRegistry } from '../../src/settings/registry-source.ts';
import { resolveSettings } from '../../src/settings/resolve-settings.ts';
import { type SettingName, settingNames, settings } from '../../src/settings/settings.ts';
import { all, child, type Element, readXml } from './read-xml.ts';

const files = policyTemplates();
const admx = readXml(files.get('mailflow-tls.admx') ?? '');
const languages = ['en-US', 'he-IL'].map((folder): [string, Element] => [
  folder,
  readXml(files.get(`${folder}/mailflow-tls.adml`) ?? ''),
]);
const policies = all(child(admx, 'policies'), 'policy');
const valueNameOf = (name: SettingName): string => name.charAt(0).toUpperCase() + name.slice(1);

function field(policy: Element): Element {
  const [first, ...others] = child(policy, 'elements').children;
  if (first === undefined || others.length > 0)
    throw new Error(`${policy.attributes['name']}: not one field`);
  return first;
}

test('there is one policy for each setting, and no other', () => {
  expect(policies.map((policy) => field(policy).attributes['valueName']).sort()).toEqual(
    settingNames.map(valueNameOf).sort(),
  );
  for (const policy of policies) {
    expect(policy.attributes).toMatchObject({ class: 'Machine', key: 'SOFTWARE\\Policies\\mailflow-tls' });
    expect(policy.children.map(({ name }) => name)).toEqual(['parentCategory', 'supportedOn', 'elements']);
    expect(policy.attributes['name']).toMatch(/^[A-Za-z0-9_]+$/);
  }
});

test('categories and systems that policies name are there', () => {
  const categories = all(admx, 'category').map(({ attributes }) => attributes['name']);
  const refs = all(admx, 'parentCategory').map(({ attributes }) => attributes['ref']);
  expect(refs.filter((ref) => !categories.includes(ref))).toEqual([]);
  const systems = all(admx, 'definition').map(({ attributes }) => attributes['name']);
  for (const policy of policies) expect(systems).toContain(child(policy, 'supportedOn').attributes['ref']);
});

describe.each(languages)('the words in %s', (folder, adml) => {
  const strings = new Map(all(adml, 'string').map((string) => [string.attributes['id'], string.text]));
  const presentations = new Map(
    all(adml, 'presentation').map((presentation) => [presentation.attributes['id'], presentation]),
  );

  test('are all there, and none is left over or empty', () => {
    const text = files.get('mailflow-tls.admx') ?? '';
    const used = [...text.matchAll(/\$\(string\.(\w+)\)/g)].map(([, id]) => id);
    expect([...strings.keys()].sort()).toEqual([...new Set(used)].sort());
    expect([...strings].filter(([, words]) => words.trim() === '')).toEqual([]);
    expect([...presentations.keys()].sort()).toEqual(
      policies.map(({ attributes }) => attributes['name']).sort(),
    );
  });

  test('explain three states each', () => {
    const states =
      folder === 'he-IL' ? ['מופעל:', 'מושבת:', 'לא מוגדר:'] : ['Enabled:', 'Disabled:', 'Not configured:'];
    for (const { attributes } of policies) {
      const lines = strings.get(`${attributes['name']}_Explain`)?.split(/\r?\n\r?\n/) ?? [];
      expect(lines.map((line) => states.find((state) => line.startsWith(state)))).toEqual([
        undefined,
        ...states,
      ]);
      expect(lines.join()).not.toMatch(/[{}]|\.\.|undefined/);
    }
  });

  test('give each field the control that fits it', () => {
    const controls: Readonly<Record<string, string>> = {
      text: 'textBox',
      decimal: 'decimalTextBox',
      enum: 'dropdownList',
      multiText: 'multiTextBox',
    };
    for (const policy of policies) {
      const { name, attributes } = field(policy);
      const presentation = presentations.get(policy.attributes['name']);
      expect(presentation?.children.map((control) => [control.name, control.attributes['refId']])).toEqual([
        [controls[name], attributes['id']],
      ]);
    }
  });

  test('say where a setting comes from if not from the file', () => {
    for (const name of settingNames) {
      expect(
        strings.get(`${valueNameOf(name)}_Explain`)?.includes('%ProgramData%\\mailflow-tls,'),
        name,
      ).toBe(settings[name].inFile);
    }
  });
});

/** What Group Policy would write for a field at its edges, in the kind of registry value that its element makes. */
function edges({ name, attributes, children }: Element): (string | number | string[])[] {
  switch (name) {
    case 'enum':
      return children.map((item) => child(child(item, 'value'), 'string').text);
    case 'decimal':
      return [Number(attributes['minValue']), Number(attributes['maxValue'])];
    case 'multiText':
      return [[]];
    default:
      return [];
  }
}

test('every value that a template offers is one that the agent takes, and the next one beyond is not', () => {
  const places = placesOf('win32', {}, '');
  const sources = { places, file: null, isWindows: true };
  let tried = 0;
  for (const policy of policies) {
    const element = field(policy);
    const valueName = element.attributes['valueName'] ?? '';
    const name = settingNames.find((candidate) => valueNameOf(candidate) === valueName);
    if (name === undefined) throw new Error(valueName);
    for (const raw of edges(element)) {
      const values = new Map([[valueName.toLowerCase(), raw]]);
      const resolved = resolveSettings({ ...sources, registry: { ...noRegistry, policy: values } });
      expect(resolved.problems, valueName).toEqual([]);
      expect(resolved.origins[name].from).toBe('policy');
      tried += 1;
    }
    if (element.name === 'decimal') {
      expect(settings[name].parse(Number(element.attributes['minValue']) - 1)).toBeUndefined();
      expect(settings[name].parse(Number(element.attributes['maxValue']) + 1)).toBeUndefined();
    }
  }
  expect(tried).toBeGreaterThan(20);
});
