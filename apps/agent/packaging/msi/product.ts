// What the package puts where: folders, components and registry values, apart from how Windows Installer goes about it.
import type { Cell } from './idt.ts';

export interface PayloadFile {
  id: string;
  /** Name on the host. */
  name: string;
  component: string;
  /** File of this machine. */
  source: string;
  /** Version resource of the file, if it has one. */
  version?: string;
}

export interface Component {
  id: string;
  folder: string;
  /** Must hold when the component is to be installed. */
  condition?: string;
  /** Registry row or file by which Windows Installer knows that the component is there; none: its folder. */
  key?: string;
  kind: 'files' | 'registry' | 'folder';
}

/** Name and parent of each folder; those whose name is null are Windows' own. */
export const folders: Readonly<Record<string, { parent: string; name: string | null }>> = {
  ProgramFiles64Folder: { parent: 'TARGETDIR', name: null },
  INSTALLFOLDER: { parent: 'ProgramFiles64Folder', name: 'mailflow-tls' },
  WindowsPowerShell: { parent: 'ProgramFiles64Folder', name: 'WindowsPowerShell' },
  Modules: { parent: 'WindowsPowerShell', name: 'Modules' },
  MODULEFOLDER: { parent: 'Modules', name: 'MailflowTls' },
  CommonAppDataFolder: { parent: 'TARGETDIR', name: null },
  DATAFOLDER: { parent: 'CommonAppDataFolder', name: 'mailflow-tls' },
  LOGSFOLDER: { parent: 'DATAFOLDER', name: 'logs' },
  STATEFOLDER: { parent: 'DATAFOLDER', name: 'state' },
  DELIVERYFOLDER: { parent: 'DATAFOLDER', name: 'delivery' },
  System64Folder: { parent: 'TARGETDIR', name: null },
};

export const components: readonly Component[] = [
  { id: 'Program', folder: 'INSTALLFOLDER', kind: 'files', key: 'NodeExe' },
  // Both PowerShells look for modules there.
  { id: 'Module', folder: 'MODULEFOLDER', kind: 'files', key: 'ModuleManifest' },
  { id: 'Data', folder: 'DATAFOLDER', kind: 'folder' },
  { id: 'EventSource', folder: 'INSTALLFOLDER', kind: 'registry', key: 'EventMessageFile' },
  { id: 'Setup', folder: 'INSTALLFOLDER', kind: 'registry', key: 'SetupVersion' },
  {
    id: 'CollectorUrl',
    folder: 'INSTALLFOLDER',
    kind: 'registry',
    key: 'CollectorUrl',
    condition: 'COLLECTORURL',
  },
  {
    id: 'EnrolmentToken',
    folder: 'INSTALLFOLDER',
    kind: 'registry',
    key: 'EnrolmentToken',
    condition: 'ENROLLTOKEN',
  },
];

/** Settings of the installation; the program reads this key after the policy's. */
const settingsKey = 'SOFTWARE\\mailflow-tls';
/** What only the installer needs; a key of its own, so that the program does not take it for settings. */
const setupKey = 'SOFTWARE\\mailflow-tls\\Setup';

const localMachine = 2;
const eventSource = 'SYSTEM\\CurrentControlSet\\Services\\EventLog\\Application\\mailflow-tls';

/** Rows of the Registry table: id, root, key, name, value (`#` number, `#%` text with variables), component. */
export const registry: readonly (readonly Cell[])[] = [
  // EventCreate.exe has a message for each id from 1 to 1000 that prints the text as it is (Microsoft, "eventcreate").
  [
    'EventMessageFile',
    localMachine,
    eventSource,
    'EventMessageFile',
    '#%%SystemRoot%\\System32\\EventCreate.exe',
    'EventSource',
  ],
  ['EventTypes', localMachine, eventSource, 'TypesSupported', '#7', 'EventSource'],
  ['SetupVersion', localMachine, setupKey, 'Version', '[ProductVersion]', 'Setup'],
  ['SetupFolder', localMachine, setupKey, 'InstallFolder', '[INSTALLFOLDER]', 'Setup'],
  ['CollectorUrl', localMachine, settingsKey, 'CollectorUrl', '[COLLECTORURL]', 'CollectorUrl'],
  ['EnrolmentToken', localMachine, settingsKey, 'EnrolmentToken', '[ENROLLTOKEN]', 'EnrolmentToken'],
];

/** Public properties that an administrator may give, each remembered over upgrades and repairs where it was written. */
export const properties: readonly { name: string; key: string; value: string; secret?: true }[] = [
  { name: 'COLLECTORURL', key: settingsKey, value: 'CollectorUrl' },
  { name: 'ENROLLTOKEN', key: settingsKey, value: 'EnrolmentToken', secret: true },
  { name: 'INSTALLFOLDER', key: setupKey, value: 'InstallFolder' },
];

const full = { system: 'FA;;;SY', administrators: 'FA;;;BA' };

/**
 * Who may do what, as text of security descriptors (Microsoft, "Security Descriptor String Format"): SYSTEM and
 * administrators everything, others read the program and nothing else. `P`: nothing is inherited from above.
 */
export const permissions: readonly { id: string; object: string; table: string; sddl: string }[] = [
  {
    id: 'LockProgram',
    object: 'INSTALLFOLDER',
    table: 'CreateFolder',
    sddl: `D:P(A;OICI;${full.system})(A;OICI;${full.administrators})(A;OICI;0x1200a9;;;BU)`,
  },
  ...['DATAFOLDER', 'LOGSFOLDER', 'STATEFOLDER', 'DELIVERYFOLDER'].map((folder) => ({
    id: `Lock${folder}`,
    object: folder,
    table: 'CreateFolder',
    sddl: `O:BAD:P(A;OICI;${full.system})(A;OICI;${full.administrators})`,
  })),
  {
    // The token lies in this key: whoever reads it can have a host of that name taken in.
    id: 'LockSettings',
    object: 'EnrolmentToken',
    table: 'Registry',
    sddl: 'D:P(A;CI;KA;;;SY)(A;CI;KA;;;BA)',
  },
];

export const componentsWithFiles: readonly Component[] = components.filter(({ kind }) => kind === 'files');
