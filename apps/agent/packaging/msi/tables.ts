// The tables of the database that wixl cannot write, and those in which its own would not do.
import { type Flavour, fileName, flavours } from '../flavours.ts';
import {
  customActions,
  executeSequence,
  locators,
  removedFolders,
  type Step,
  searches,
  uiSequence,
} from './actions.ts';
import { guidOf } from './guid.ts';
import type { Cell, Table } from './idt.ts';
import { type Component, components, permissions, properties, registry } from './product.ts';

export interface Product {
  version: string;
  flavour: Flavour;
  /** Changes with every byte of what is installed. */
  content: string;
}

export const manufacturer = 'mailflow-tls';
export const feature = 'Main';
/** Never changes: by it every version finds the others. */
export const upgradeCode: string = guidOf('upgrade code');

export function productCode({ version, flavour, content }: Product): string {
  return guidOf(`product ${version} ${flavour.id} ${content}`);
}

/** @param packageCode differs whenever anything in the database does */
export function tables(product: Product, packageCode: string): Table[] {
  return [
    propertyTable(product),
    table(
      'Component',
      's72 S38 s72 i2 S255 S72',
      1,
      'Component ComponentId Directory_ Attributes Condition KeyPath',
      components.map(componentRow),
    ),
    table(
      'FeatureComponents',
      's38 s72',
      2,
      'Feature_ Component_',
      components.map(({ id }) => [feature, id]),
    ),
    table('CreateFolder', 's72 s72', 2, 'Directory_ Component_', [
      ['INSTALLFOLDER', 'Program'],
      ...['DATAFOLDER', 'LOGSFOLDER', 'STATEFOLDER', 'DELIVERYFOLDER'].map((folder) => [folder, 'Data']),
    ]),
    table(
      'RemoveFile',
      's72 s72 L255 s72 i2',
      1,
      'FileKey Component_ FileName DirProperty InstallMode',
      removals(),
    ),
    table('Registry', 's72 i2 l255 L255 L0 s72', 1, 'Registry Root Key Name Value Component_', registry),
    table(
      'MsiLockPermissionsEx',
      's72 s72 s32 s0 S255',
      1,
      'MsiLockPermissionsEx LockObject Table SDDLText Condition',
      permissions.map(({ id, object, table: where, sddl }) => [id, object, where, sddl, null]),
    ),
    table(
      'AppSearch',
      's72 s72',
      2,
      'Property Signature_',
      searches.map(({ property }) => [property, `Find${property}`]),
    ),
    table('RegLocator', 's72 i2 s255 S255 I2', 1, 'Signature_ Root Key Name Type', locators),
    table('LaunchCondition', 's255 l255', 1, 'Condition Description', launchConditions(product)),
    table(
      'Upgrade',
      's38 S20 S20 S255 i4 S255 s72',
      5,
      'UpgradeCode VersionMin VersionMax Language Attributes Remove ActionProperty',
      upgrades(product),
    ),
    table('CustomAction', 's72 i2 S72 S255 I4', 1, 'Action Type Source Target ExtendedType', customActions),
    sequence('InstallExecuteSequence', executeSequence),
    sequence('InstallUISequence', uiSequence),
    summary(product, packageCode),
  ];
}

function table(name: string, types: string, keys: number, columns: string, rows: Table['rows']): Table {
  const kinds = types.split(' ');
  return {
    name,
    keys,
    rows,
    columns: columns.split(' ').map((column, index) => [column, kinds[index] ?? '']),
  };
}

function sequence(name: string, steps: readonly Step[]): Table {
  const rows = steps.map(({ action, condition, sequence: at }) => [action, condition ?? null, at]);
  return table(name, 's72 S255 I2', 1, 'Action Condition Sequence', rows);
}

function componentRow({ id, folder, condition, key, kind }: Component): Cell[] {
  const is64Bit = 256;
  const keyIsRegistry = kind === 'registry' ? 4 : 0;
  const conditionIsAskedAgain = condition === undefined ? 0 : 64;
  return [
    id,
    guidOf(`component ${id}`),
    folder,
    is64Bit + keyIsRegistry + conditionIsAskedAgain,
    condition ?? null,
    key ?? null,
  ];
}

/** What the program and the installer made on the host: all files of each folder, then the folder. */
function removals(): Cell[][] {
  const onRemoval = 2;
  return [
    ['PlacedTask', 'Program', 'placed-task.xml', 'INSTALLFOLDER', onRemoval],
    ...folderRemovals(onRemoval),
  ];
}

function folderRemovals(onRemoval: number): Cell[][] {
  return Object.keys(removedFolders)
    .reverse()
    .flatMap((folder) => [
      [`${folder}Files`, 'Data', '*', folder, onRemoval],
      [`${folder}Itself`, 'Data', null, folder, onRemoval],
    ]);
}

/** Only one can fail on a host, since their order is not certain. */
function launchConditions({ version, flavour }: Product): Cell[][] {
  const other = flavours.find((candidate) => candidate !== flavour) ?? flavour;
  const wrong = `This file is for ${flavour.windows}. Here install ${fileName(other, version)} instead.`;
  const rightOne = flavour.id === 'current' ? 'WINDOWSMAJOR' : 'NOT WINDOWSMAJOR';
  return [
    [`Installed OR VersionNT < 603 OR ${rightOne}`, wrong],
    ['Installed OR VersionNT >= 603', 'mailflow-tls needs Windows Server 2012 R2 or newer.'],
  ];
}

/** The other package and other builds of the same version are replaced too. */
function upgrades({ version }: Product): Cell[][] {
  const [onlyDetect, fromIncluded, upToIncluded] = [2, 256, 512];
  return [
    [upgradeCode, '0.0.0', version, null, fromIncluded + upToIncluded, null, 'OLDERFOUND'],
    [upgradeCode, version, null, null, onlyDetect, null, 'NEWERFOUND'],
  ];
}

function propertyTable(product: Product): Table {
  const hidden = properties.filter(({ secret }) => secret).flatMap(({ name }) => [name, `Given${name}`]);
  const rows: [string, string][] = [
    ['ALLUSERS', '1'],
    ['ARPNOMODIFY', '1'],
    [
      'ARPCOMMENTS',
      'Finds Exchange hosts that would lose mail with Office 365 because TLS 1.2 is not in force.',
    ],
    ['Manufacturer', manufacturer],
    // Exchange's services are not to be stopped, whatever they hold open.
    ['MSIRESTARTMANAGERCONTROL', 'Disable'],
    ['MsiHiddenProperties', hidden.join(';')],
    ['ProductCode', productCode(product)],
    ['ProductLanguage', '1033'],
    ['ProductName', 'mailflow-tls'],
    ['ProductVersion', product.version],
    ['REBOOT', 'ReallySuppress'],
    // By default a file is passed over when the one that is there has the same version, which an upgrade then removes.
    ['REINSTALLMODE', 'amus'],
    [
      'SecureCustomProperties',
      [...properties.map(({ name }) => name), 'NEWERFOUND', 'OLDERFOUND', 'REMOVEDATA', 'WINDOWSMAJOR'].join(
        ';',
      ),
    ],
    ['UpgradeCode', upgradeCode],
  ];
  return table('Property', 's72 l0', 1, 'Property Value', rows);
}

/** When it was made is not told: the same content is the same file on every day. */
function summary({ version, flavour }: Product, packageCode: string): Table {
  const noTime = '2000/01/01 00:00:00';
  const [compressed, asAdministrator] = [2, 0];
  return table('_SummaryInformation', 'i2 l255', 1, 'PropertyId Value', [
    [1, '65001'],
    [2, 'Installation Database'],
    [3, `mailflow-tls ${version} for ${flavour.windows}`],
    [4, manufacturer],
    [5, 'Installer'],
    [6, `Contains Node.js ${flavour.node.version}.`],
    [7, 'x64;1033'],
    [9, packageCode],
    [12, noTime],
    [13, noTime],
    [14, '500'],
    [15, String(compressed + asAdministrator)],
    [18, 'mailflow-tls'],
    [19, '2'],
  ]);
}
