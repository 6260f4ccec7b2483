// Group Policy preferences that switch TLS 1.2 on (registry values of Schannel, .NET and WinHTTP), and those that undo it.
import { guidOf } from '../msi/guid.ts';
import { element, xmlFile } from '../xml.ts';
import { remedyValues, type ValueStep, type WindowsBuild, windowsBuilds } from './worst-host.ts';

/** Class ids and attributes as MS-GPPREF, sections 2.2.1.1 and 2.2.1.9, describes them. */
const classIds = {
  settings: '{A3CCFC41-DFDB-43a5-8D26-0FE8B954DA51}',
  collection: '{53B533F5-224C-47e3-B01B-CA3B3F3FF4BF}',
  value: '{9CD4B2F4-923D-47f5-A062-E897DD1DAD50}',
};
const changed = '2026-01-01 00:00:00';

/** Values that the same versions of Windows need. */
interface Group {
  windows: WindowsBuild[];
  values: ValueStep[];
}

export type Purpose = 'switchOn' | 'undo';

export function registryPreferences(purpose: Purpose): string {
  const collections = groupsOf(windowsBuilds).map((group) => collection(group, purpose));
  return xmlFile(element('RegistrySettings', { clsid: classIds.settings }, ...collections));
}

/** Each value once, with all versions whose rules ask for it. */
function groupsOf(all: readonly WindowsBuild[]): Group[] {
  const wanted = new Map<string, { value: ValueStep; windows: WindowsBuild[] }>();
  for (const windows of all) {
    for (const value of remedyValues(windows)) {
      const id = JSON.stringify(value);
      const entry = wanted.get(id) ?? { value, windows: [] };
      entry.windows.push(windows);
      wanted.set(id, entry);
    }
  }
  const groups = new Map<string, Group>();
  for (const { value, windows } of wanted.values()) {
    const id = windows.map(({ build }) => build).join();
    const group = groups.get(id) ?? { windows, values: [] };
    group.values.push(value);
    groups.set(id, group);
  }
  return [...groups.values()];
}

function collection({ windows, values }: Group, purpose: Purpose): string {
  const name = `TLS 1.2 for ${windows.map(({ label }) => label.replace('Windows Server ', '')).join(', ')}`;
  return element(
    'Collection',
    {
      clsid: classIds.collection,
      name,
      changed,
      uid: guidOf(`preferences ${purpose} ${name}`),
      bypassErrors: '1',
    },
    element('Filters', {}, ...windows.map(filter)),
    ...values.map((value) => registryValue(value, purpose)),
  );
}

/** Item-level targeting by the build number, which no language and no edition changes. */
function filter({ build }: WindowsBuild, index: number): string {
  return element('FilterRegistry', {
    bool: index === 0 ? 'AND' : 'OR',
    not: '0',
    type: 'MATCHVALUE',
    subtype: 'SUBSTRING',
    hive: 'HKEY_LOCAL_MACHINE',
    key: 'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion',
    valueName: 'CurrentBuildNumber',
    valueType: 'REG_SZ',
    valueData: String(build),
    min: '0.0.0.0',
    max: '0.0.0.0',
    gte: '1',
    lte: '0',
  });
}

function registryValue({ path, name, kind, data }: ValueStep, purpose: Purpose): string {
  if (kind !== 'REG_DWORD' || typeof data !== 'number') throw new Error(`${path}\\${name} is no number`);
  const isUndo = purpose === 'undo';
  return element(
    'Registry',
    {
      clsid: classIds.value,
      name,
      status: name,
      image: isUndo ? '13' : '12',
      changed,
      uid: guidOf(`preferences ${purpose} ${path} ${name}`),
      bypassErrors: '1',
    },
    element('Properties', {
      // Update, and not Replace: a value that is right is left alone, and with it the time of its key.
      action: isUndo ? 'D' : 'U',
      displayDecimal: '1',
      default: '0',
      hive: 'HKEY_LOCAL_MACHINE',
      key: path.replace(/^HKLM\\/, ''),
      name,
      type: 'REG_DWORD',
      value: data.toString(16).toUpperCase().padStart(8, '0'),
    }),
  );
}
