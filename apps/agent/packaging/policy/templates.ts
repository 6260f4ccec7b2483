// The policy templates (ADMX, ADML), made from the settings that the agent knows.
import { registryKeys } from '../../src/settings/places.ts';
import { type SettingName, type Shape, settings } from '../../src/settings/settings.ts';
import { element, text, xmlFile } from '../xml.ts';
import { en } from './en.ts';
import { he } from './he.ts';
import { type Group, groups, type PolicyWords } from './words.ts';

/** Paths below PolicyDefinitions, and what to write there. */
export function policyTemplates(): Map<string, string> {
  return new Map([
    ['mailflow-tls.admx', admx()],
    ...[en, he].map((words): [string, string] => [`${words.folder}/mailflow-tls.adml`, adml(words)]),
  ]);
}

/** Namespace of both files (Microsoft, "ADMX schema"). */
const namespace = 'http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions';
const key = registryKeys.policy.replace(/^HKLM\\/, '');
const groupNames = Object.keys(groups) as Group[]; // Object.keys forgets the key type
const since = 'SINCE_0_1';
const category = 'MailflowTls';

/** Name of the registry value, and of the policy: as the agent looks for it. */
function valueName(name: SettingName): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

function admx(): string {
  const root = element(
    'policyDefinitions',
    { xmlns: namespace, revision: '1.0', schemaVersion: '1.0' },
    element(
      'policyNamespaces',
      {},
      element('target', { prefix: 'mailflowtls', namespace: 'MailflowTls.Policies.Agent' }),
    ),
    element('resources', { minRequiredRevision: '1.0' }),
    element(
      'supportedOn',
      {},
      element('definitions', {}, element('definition', { name: since, displayName: `$(string.${since})` })),
    ),
    element(
      'categories',
      {},
      element('category', { name: category, displayName: `$(string.${category})` }),
      ...groupNames.map((group) =>
        element(
          'category',
          { name: categoryOf(group), displayName: `$(string.${categoryOf(group)})` },
          element('parentCategory', { ref: category }),
        ),
      ),
    ),
    element(
      'policies',
      {},
      ...groupNames.flatMap((group) => groups[group].map((name) => policy(group, name))),
    ),
  );
  return xmlFile(root);
}

function categoryOf(group: Group): string {
  return `Group_${group}`;
}

function policy(group: Group, name: SettingName): string {
  const id = valueName(name);
  return element(
    'policy',
    {
      name: id,
      class: 'Machine',
      displayName: `$(string.${id})`,
      explainText: `$(string.${id}_Explain)`,
      presentation: `$(presentation.${id})`,
      key,
    },
    element('parentCategory', { ref: categoryOf(group) }),
    element('supportedOn', { ref: since }),
    element('elements', {}, field(id, settings[name].shape)),
  );
}

function field(id: string, shape: Shape): string {
  const common = { id: `${id}_Value`, valueName: id, required: 'true' };
  switch (shape.kind) {
    case 'choice':
      return element(
        'enum',
        common,
        ...shape.values.map((value) =>
          element(
            'item',
            { displayName: `$(string.${choiceOf(id, value)})` },
            element('value', {}, element('string', {}, text(value))),
          ),
        ),
      );
    case 'number':
      return element('decimal', { ...common, minValue: shape.least, maxValue: shape.most });
    case 'text':
      return element('text', { ...common, maxLength: shape.longest });
    case 'list':
      return element('multiText', common);
  }
}

function choiceOf(id: string, value: string): string {
  return `${id}_${value}`;
}

function adml(words: PolicyWords): string {
  const strings: [string, string][] = [
    [since, words.since],
    [category, words.name],
    ...groupNames.map((group): [string, string] => [categoryOf(group), words.groups[group]]),
    ...groupNames.flatMap((group) => groups[group].flatMap((name) => policyStrings(name, words))),
  ];
  const root = element(
    'policyDefinitionResources',
    { xmlns: namespace, revision: '1.0', schemaVersion: '1.0' },
    element('displayName', {}, text(words.name)),
    element('description', {}, text(words.description)),
    element(
      'resources',
      {},
      element('stringTable', {}, ...strings.map(([id, value]) => element('string', { id }, text(value)))),
      element(
        'presentationTable',
        {},
        ...groupNames.flatMap((group) => groups[group].map((name) => presentation(name, words))),
      ),
    ),
  );
  return xmlFile(root);
}

function policyStrings(name: SettingName, words: PolicyWords): [string, string][] {
  const id = valueName(name);
  const { title, about, otherwise } = words.policies[name];
  const { shape, inFile } = settings[name];
  const next = (inFile ? words.nextWithFile : words.nextWithoutFile).replace('{otherwise}', () => otherwise);
  const states = [words.enabled, words.disabled, words.notConfigured].map((state) =>
    // The sentence of the default brings its own full stop.
    state.replace('{next}.', () => next).replace('{next}', () => next),
  );
  const choices = shape.kind === 'choice' ? shape.values : [];
  return [
    [id, title],
    [`${id}_Explain`, [about, ...states].join('\n\n')],
    // Words of the program, the same in every language.
    ...choices.map((value): [string, string] => [choiceOf(id, value), value]),
  ];
}

function presentation(name: SettingName, words: PolicyWords): string {
  const id = valueName(name);
  const refId = `${id}_Value`;
  const { shape } = settings[name];
  return element('presentation', { id }, control());

  function control(): string {
    switch (shape.kind) {
      case 'choice':
        return element('dropdownList', { refId, noSort: 'true' }, text(words.value));
      case 'number':
        return element('decimalTextBox', { refId, defaultValue: defaultNumber(name) }, text(words.value));
      case 'text':
        return element('textBox', { refId }, element('label', {}, text(words.value)));
      case 'list':
        return element('multiTextBox', { refId }, text(words.value));
    }
  }
}

function defaultNumber(name: SettingName): number {
  const value = settings[name].default({
    settingsFile: '',
    logFolder: '',
    mailLogState: '',
    deliveryFolder: '',
  });
  if (typeof value !== 'number') throw new Error(`${name} has no number as its default`);
  return value;
}
