// The part of the database that wixl writes: files, their cabinet, and the folders.
import { guidOf } from './guid.ts';
import { componentsWithFiles, folders, type PayloadFile } from './product.ts';
import { feature, manufacturer, type Product, productCode, upgradeCode } from './tables.ts';

/** A WiX 3 source. Components and what is in them apart from files are imported afterwards, as is everything about properties. */
export function layout(product: Product, files: readonly PayloadFile[]): string {
  const attributes = [
    `Id="${productCode(product)}" UpgradeCode="${upgradeCode}" Version="${product.version}"`,
    `Name="mailflow-tls" Manufacturer="${manufacturer}" Language="1033" Codepage="65001"`,
  ];
  return `<?xml version="1.0" encoding="utf-8"?>
<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
  <Product ${attributes.join(' ')}>
    <Package InstallerVersion="500" InstallScope="perMachine" Compressed="yes"/>
    <Media Id="1" Cabinet="files.cab" EmbedCab="yes"/>
    <Directory Id="TARGETDIR" Name="SourceDir">${folderElements('TARGETDIR', files)}</Directory>
    <Feature Id="${feature}" Level="1" Title="mailflow-tls" AllowAdvertise="no" Absent="disallow">
      ${componentsWithFiles.map(({ id }) => `<ComponentRef Id="${id}"/>`).join('')}
    </Feature>
  </Product>
</Wix>
`;
}

function folderElements(parent: string, files: readonly PayloadFile[]): string {
  return Object.entries(folders)
    .filter(([, folder]) => folder.parent === parent)
    .map(([id, { name }]) => {
      const inside = folderElements(id, files) + componentElements(id, files);
      // Windows' own folders are known by their ids; the name is never used.
      return `<Directory Id="${id}" Name="${escaped(name ?? id)}">${inside}</Directory>`;
    })
    .join('');
}

function componentElements(folder: string, files: readonly PayloadFile[]): string {
  return componentsWithFiles
    .filter((component) => component.folder === folder)
    .map(({ id, key }) => {
      const own = files.filter(({ component }) => component === id).map((file) => fileElement(file, key));
      return `<Component Id="${id}" Guid="${guidOf(`component ${id}`)}" Win64="yes">${own.join('')}</Component>`;
    })
    .join('');
}

function fileElement({ id, name, source }: PayloadFile, key: string | undefined): string {
  const isKey = id === key ? ' KeyPath="yes"' : '';
  return `<File Id="${id}" Name="${escaped(name)}" Source="${escaped(source)}"${isKey}/>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
