// The installer's database itself: what Wine does not do (rights, hidden values) is at least said in it, and builds repeat.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildMsi } from '../../packaging/msi/build-msi.ts';
import type { PayloadFile } from '../../packaging/msi/product.ts';
import { findNode } from '../../packaging/node-program.ts';
import { sbom } from '../../packaging/sbom.ts';
import { canBuild, flavour } from './packages.ts';

const ready = canBuild('the database of the installer');

describe.runIf(ready)('the database', () => {
  let folder: string;
  let files: PayloadFile[];
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'mailflow-tls-msi-test-'));
    files = ['NodeExe', 'Program', 'TaskXml', 'ModuleManifest'].map((id) => {
      const source = join(folder, id);
      writeFileSync(source, `content of ${id}`);
      return {
        id,
        name: `${id}.bin`,
        component: id === 'ModuleManifest' ? 'Module' : 'Program',
        source,
        ...(id === 'NodeExe' ? { version: '24.21.0.0' } : {}),
      };
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function build(name: string, version = '1.2.3', id: 'current' | 'server2012r2' = 'current'): string {
    const target = join(folder, name);
    buildMsi(version, flavour(id), files, target);
    return target;
  }
  const digest = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');
  const rows = (file: string, table: string): string[][] =>
    execFileSync('msiinfo', ['export', file, table], { encoding: 'utf8' })
      .split('\r\n')
      .slice(3, -1)
      .map((line) => line.split('\t'));
  const property = (file: string, name: string): string | undefined =>
    rows(file, 'Property').find(([key]) => key === name)?.[1];
  const packageCode = (file: string): string | undefined =>
    /UUID\): (\{.*\})/.exec(execFileSync('msiinfo', ['suminfo', file], { encoding: 'utf8' }))?.[1];

  test('is the same file on another day, and another one with another content', () => {
    const first = build('first.msi');
    for (const { source } of files) utimesSync(source, new Date(0), new Date(0));
    const second = build('second.msi');
    expect(digest(second)).toBe(digest(first));
    writeFileSync(files[1]?.source ?? '', 'other content');
    const third = build('third.msi');
    expect(packageCode(third)).not.toBe(packageCode(first));
    expect(property(third, 'ProductCode')).not.toBe(property(first, 'ProductCode'));
    expect(property(third, 'UpgradeCode')).toBe(property(first, 'UpgradeCode'));
  });

  test('keeps the token from logs, never restarts, and lets every property through', () => {
    const file = build('properties.msi');
    expect(property(file, 'MsiHiddenProperties')?.split(';')).toEqual(['ENROLLTOKEN', 'GivenENROLLTOKEN']);
    expect(property(file, 'REBOOT')).toBe('ReallySuppress');
    expect(property(file, 'ALLUSERS')).toBe('1');
    const secure = property(file, 'SecureCustomProperties')?.split(';');
    expect(secure).toEqual(
      expect.arrayContaining(['COLLECTORURL', 'ENROLLTOKEN', 'INSTALLFOLDER', 'OLDERFOUND']),
    );
    const hideTarget = 8192;
    for (const [action, type, source] of rows(file, 'CustomAction')) {
      if (action?.includes('ENROLLTOKEN')) expect(Number(type) & hideTarget, action).toBe(hideTarget);
      // What runs, runs by its full path from folders of the system or the program's own.
      if (source === 'System64Folder') expect(Number(type) & 3072).toBe(3072);
    }
    const programs = rows(file, 'CustomAction').filter(([, , source]) => source === 'System64Folder');
    expect(programs.map(([, , , target]) => target?.split('"')[1])).toEqual(
      expect.arrayContaining(['[System64Folder]schtasks.exe', '[INSTALLFOLDER]node.exe']),
    );
    for (const [, , , target] of programs)
      expect(target).toMatch(/^"\[(System64Folder|INSTALLFOLDER)\][\w-]+\.exe" /);
  });

  test('lets nobody but SYSTEM and administrators write, or read keys and token', () => {
    const file = build('rights.msi');
    const locks = rows(file, 'MsiLockPermissionsEx').map(([, object, table, sddl]) => [object, table, sddl]);
    expect(locks.map(([object, table]) => `${table} ${object}`).sort()).toEqual([
      'CreateFolder DATAFOLDER',
      'CreateFolder DELIVERYFOLDER',
      'CreateFolder INSTALLFOLDER',
      'CreateFolder LOGSFOLDER',
      'CreateFolder STATEFOLDER',
      'Registry EnrolmentToken',
    ]);
    for (const [object, , sddl = ''] of locks) {
      expect(sddl, object).toMatch(/D:P\(/);
      const others = [...sddl.matchAll(/\(A;[A-Z]*;(\w+);;;(\w+)\)/g)].filter(
        ([, , who]) => who !== 'SY' && who !== 'BA',
      );
      // 0x1200a9: read and run.
      expect(others.map(([, right, who]) => `${right} ${who}`)).toEqual(
        object === 'INSTALLFOLDER' ? ['0x1200a9 BU'] : [],
      );
    }
    const created = rows(file, 'CreateFolder').map(([name]) => name);
    for (const [object, table] of locks) if (table === 'CreateFolder') expect(created).toContain(object);
  });

  test('names the right file to the wrong Windows', () => {
    const said = (id: 'current' | 'server2012r2'): string[] =>
      rows(build(`${id}.msi`, '1.2.3', id), 'LaunchCondition').map(([, sentence]) => sentence ?? '');
    expect(said('current').join()).toContain('install mailflow-tls-1.2.3-x64-server2012r2.msi');
    expect(said('server2012r2').join()).toContain('install mailflow-tls-1.2.3-x64.msi');
    for (const id of ['current', 'server2012r2'] as const)
      expect(said(id).join()).toContain('needs Windows Server 2012 R2 or newer');
  });

  test('refers to nothing that is not there', () => {
    const file = build('references.msi');
    const names = (table: string): (string | undefined)[] => rows(file, table).map(([name]) => name);
    const standard = new Set(
      execFileSync('msiinfo', ['export', file, 'InstallExecuteSequence'], { encoding: 'utf8' }).match(
        /^[A-Z]\w+/gm,
      ),
    );
    for (const name of names('CustomAction')) expect(standard).toContain(name);
    for (const [, folderName] of rows(file, 'FeatureComponents'))
      expect(names('Component')).toContain(folderName);
    for (const row of rows(file, 'Component')) {
      expect(names('Directory')).toContain(row[2]);
      if (row[5] !== '') expect([...names('File'), ...names('Registry')]).toContain(row[5]);
    }
    for (const row of rows(file, 'File')) expect(names('Component')).toContain(row[1]);
    for (const row of rows(file, 'Registry')) expect(names('Component')).toContain(row[5]);
    expect(
      rows(file, 'File')
        .find(([id]) => id === 'NodeExe')
        ?.slice(4, 6),
    ).toEqual(['24.21.0.0', '1033']);
  });
});

test('a node.exe that is not the expected one is refused', () => {
  const { node } = flavour('current');
  expect(findNode(node).checked).toContain('SHA-256 as expected');
  expect(() => findNode({ ...node, sha256: '0'.repeat(64) })).toThrow(
    'is not the node.exe 24.21.0 that is expected',
  );
});

test('the list of parts names all that the program is made of', () => {
  const agent = join(import.meta.dirname, '..', '..');
  const node = { file: '', version: '24.21.0', sha256: 'a'.repeat(64), checked: '' };
  const list = JSON.parse(sbom(agent, node, { name: 'x.msi', sha256: 'b'.repeat(64) }));
  expect(list).toMatchObject({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    metadata: { component: { name: '@mailflow-tls/agent' } },
  });
  expect(list.serialNumber).toMatch(
    /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  const refs: string[] = list.components.map((part: { 'bom-ref': string }) => part['bom-ref']);
  expect(new Set(refs).size).toBe(refs.length);
  const { dependencies } = JSON.parse(readFileSync(join(agent, 'package.json'), 'utf8'));
  for (const name of [...Object.keys(dependencies), 'logform', 'p-queue']) {
    expect(
      refs.some((ref) => ref.startsWith(`pkg:npm/${name.replace('@', '%40')}@`)),
      name,
    ).toBe(true);
  }
  expect(refs).toContain('pkg:generic/node@24.21.0?platform=win-x64');
  for (const { ref, dependsOn } of list.dependencies) {
    for (const other of dependsOn) expect(refs, ref).toContain(other);
  }
});
