// What Windows Installer does, in which order and on which condition: the custom actions and the two sequences.
import type { Cell } from './idt.ts';
import { properties } from './product.ts';

export interface Step {
  action: string;
  condition?: string;
  sequence: number;
}

/** Kinds of custom actions (Microsoft, "Summary List of All Custom Action Types", "Custom Action Return Processing Options"). */
const kind = { refuse: 19, runProgram: 34, setProperty: 51 };
const option = { carryOn: 64, rollback: 256, deferred: 1024, asSystem: 2048, hideTarget: 8192 };
const asSystem = kind.runProgram + option.deferred + option.asSystem;

const schtasks = '"[System64Folder]schtasks.exe"';
const task = '/TN "mailflow-tls"';
const create = `${schtasks} /Create ${task} /XML "[TaskFile]" /F`;

interface CustomAction {
  id: string;
  type: number;
  source: string | null;
  target: string;
}

const remembered = properties.flatMap(({ name, secret = false }): CustomAction[] => {
  const type = kind.setProperty + (secret ? option.hideTarget : 0);
  return [
    { id: `Save${name}`, type, source: `Given${name}`, target: `[${name}]` },
    { id: `Restore${name}`, type, source: name, target: `[Given${name}]` },
  ];
});

/** Set only when all is removed for good: rows of the RemoveFile table whose folder is not set are passed over. */
export const removedFolders: Readonly<Record<string, string>> = {
  RemovedLogs: 'logs',
  RemovedState: 'state',
  RemovedDelivery: 'delivery',
  RemovedSpool: 'delivery\\spool',
  RemovedAside: 'delivery\\spool\\aside',
};

const isRemoved = 'REMOVE="ALL" AND NOT UPGRADINGPRODUCTCODE';
const isKept = 'NOT (REMOVE="ALL")';
const isElsewhere = 'INSTALLFOLDER <> DefaultInstallFolder';

const custom: readonly CustomAction[] = [
  ...remembered,
  {
    id: 'RefuseOlder',
    type: kind.refuse,
    source: null,
    target:
      'A newer version of mailflow-tls is installed. To go back, remove it first, then install this one: the key of the host is kept.',
  },
  {
    id: 'RefuseFolder',
    type: kind.refuse,
    source: null,
    target:
      'INSTALLFOLDER must name a folder that is only for mailflow-tls: the rights on it are set so that only administrators can write there.',
  },
  ...Object.entries(removedFolders).map(([id, folder]) => ({
    id: `Set${id}`,
    type: kind.setProperty,
    source: id,
    target: `[CommonAppDataFolder]mailflow-tls\\${folder}`,
  })),
  {
    id: 'SetDefaultInstallFolder',
    type: kind.setProperty,
    source: 'DefaultInstallFolder',
    target: '[ProgramFiles64Folder]mailflow-tls\\',
  },
  // A run that goes on would hold its files, and Windows would want a restart to replace them.
  program('EndTask', asSystem + option.carryOn, `${schtasks} /End ${task}`),
  program('UndoDeleteTask', asSystem + option.rollback + option.carryOn, create),
  program('DeleteTask', asSystem + option.carryOn, `${schtasks} /Delete ${task} /F`),
  program('UndoCreateTask', asSystem + option.rollback + option.carryOn, `${schtasks} /Delete ${task} /F`),
  program('CreateTask', asSystem, create),
  // The file names the usual folder: elsewhere a copy is made that names the one it lies in.
  program('PlaceTask', asSystem, '"[INSTALLFOLDER]node.exe" "[INSTALLFOLDER]place-task.cjs"'),
  { id: 'SetTaskFile', type: kind.setProperty, source: 'TaskFile', target: '[#TaskXml]' },
  {
    id: 'SetPlacedTaskFile',
    type: kind.setProperty,
    source: 'TaskFile',
    target: '[INSTALLFOLDER]placed-task.xml',
  },
];

function program(id: string, type: number, target: string): CustomAction {
  return { id, type, source: 'System64Folder', target };
}

/** Rows of the CustomAction table. */
export const customActions: readonly (readonly Cell[])[] = custom.map(({ id, type, source, target }) => [
  id,
  type,
  source,
  target,
  null,
]);

/** A value found in the registry takes the place of the given one: the given one is put aside before, and back after. */
const settle: readonly Step[] = [
  ...properties.map(({ name }, index) => ({ action: `Save${name}`, condition: name, sequence: 10 + index })),
  { action: 'FindRelatedProducts', sequence: 25 },
  { action: 'AppSearch', sequence: 50 },
  ...properties.map(({ name }, index) => ({
    action: `Restore${name}`,
    condition: `Given${name}`,
    sequence: 60 + index,
  })),
  { action: 'LaunchConditions', sequence: 100 },
  { action: 'RefuseOlder', condition: 'NEWERFOUND AND NOT Installed', sequence: 110 },
];

const cost: readonly Step[] = [
  { action: 'ValidateProductID', sequence: 700 },
  { action: 'CostInitialize', sequence: 800 },
  { action: 'FileCost', sequence: 900 },
  { action: 'CostFinalize', sequence: 1000 },
];

export const uiSequence: readonly Step[] = [...settle, ...cost, { action: 'ExecuteAction', sequence: 1300 }];

/** Data of the host that can be had again goes with the program; its key and waiting reports only when that is asked for. */
const forget: readonly Step[] = Object.keys(removedFolders).map((id, index) => ({
  action: `Set${id}`,
  condition: /Logs|State/.test(id) ? isRemoved : `${isRemoved} AND REMOVEDATA`,
  sequence: 750 + index,
}));

export const executeSequence: readonly Step[] = [
  ...settle,
  ...forget,
  ...cost,
  { action: 'SetDefaultInstallFolder', sequence: 1005 },
  {
    action: 'RefuseFolder',
    // `>>`: ends with.
    condition:
      'NOT Installed AND (INSTALLFOLDER >> ":\\" OR INSTALLFOLDER = ProgramFiles64Folder OR INSTALLFOLDER = WindowsFolder)',
    sequence: 1010,
  },
  { action: 'SetTaskFile', sequence: 1020 },
  { action: 'SetPlacedTaskFile', condition: isElsewhere, sequence: 1021 },
  { action: 'InstallValidate', sequence: 1400 },
  { action: 'InstallInitialize', sequence: 1500 },
  // Before anything is written: a failed upgrade brings the older version back.
  { action: 'RemoveExistingProducts', sequence: 1501 },
  { action: 'EndTask', condition: 'Installed', sequence: 1510 },
  { action: 'UndoDeleteTask', condition: 'REMOVE="ALL"', sequence: 1511 },
  { action: 'DeleteTask', condition: 'REMOVE="ALL"', sequence: 1512 },
  { action: 'ProcessComponents', sequence: 1600 },
  { action: 'UnpublishFeatures', sequence: 1800 },
  { action: 'RemoveRegistryValues', sequence: 2600 },
  { action: 'RemoveFiles', sequence: 3500 },
  { action: 'RemoveFolders', sequence: 3600 },
  { action: 'CreateFolders', sequence: 3700 },
  { action: 'InstallFiles', sequence: 4000 },
  { action: 'WriteRegistryValues', sequence: 5000 },
  { action: 'UndoCreateTask', condition: 'NOT Installed', sequence: 5500 },
  { action: 'PlaceTask', condition: `${isKept} AND ${isElsewhere}`, sequence: 5501 },
  { action: 'CreateTask', condition: isKept, sequence: 5502 },
  { action: 'RegisterUser', sequence: 6000 },
  { action: 'RegisterProduct', sequence: 6100 },
  { action: 'PublishFeatures', sequence: 6300 },
  { action: 'PublishProduct', sequence: 6400 },
  { action: 'InstallFinalize', sequence: 6600 },
];

/** Rows of the AppSearch and RegLocator tables that find what an earlier installation wrote, and which Windows this is. */
const rawValue64 = 2 + 16;
const localMachine = 2;
export const searches: readonly { property: string; key: string; value: string }[] = [
  ...properties.map(({ name, key, value }) => ({ property: name, key, value })),
  // Windows 10 and Windows Server 2016 brought the value; Windows Installer itself calls all later ones 6.3.
  {
    property: 'WINDOWSMAJOR',
    key: 'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion',
    value: 'CurrentMajorVersionNumber',
  },
];
export const locators: readonly (readonly Cell[])[] = searches.map(({ property, key, value }) => [
  `Find${property}`,
  localMachine,
  key,
  value,
  rawValue64,
]);
