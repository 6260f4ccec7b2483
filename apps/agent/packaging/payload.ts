// The files of one package, written where the installer's tools find them.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Flavour } from './flavours.ts';
import { moduleFiles, moduleManifest } from './module/manifest.ts';
import type { PayloadFile } from './msi/product.ts';
import { type CheckedNode, findNode } from './node-program.ts';
import { taskFile } from './schedule/task.ts';

const agent: string = join(import.meta.dirname, '..');

/** For people at a prompt; the task starts the program without it. */
const launcher = '@"%~dp0node.exe" "%~dp0mailflow-tls.cjs" %*\r\n';

export interface Payload {
  node: CheckedNode;
  files: PayloadFile[];
}

/** @param folder receives what is generated */
export function payload(version: string, flavour: Flavour, folder: string): Payload {
  mkdirSync(folder, { recursive: true });
  const node = findNode(flavour.node);
  const generated = (name: string, content: string | Buffer): string => {
    const file = join(folder, name);
    writeFileSync(file, content);
    return file;
  };
  const file = (id: string, name: string, source: string, component = 'Program'): PayloadFile => ({
    id,
    name,
    source,
    component,
  });
  return {
    node,
    files: [
      { ...file('NodeExe', 'node.exe', node.file), version: `${node.version}.0` },
      file('Program', 'mailflow-tls.cjs', join(agent, 'dist', 'mailflow-tls.cjs')),
      file('Launcher', 'mailflow-tls.cmd', generated('mailflow-tls.cmd', launcher)),
      file('PlaceTask', 'place-task.cjs', join(import.meta.dirname, 'schedule', 'place-task.cjs')),
      file('TaskXml', 'mailflow-tls-task.xml', generated('mailflow-tls-task.xml', taskFile(version))),
      file(
        'ModuleManifest',
        'MailflowTls.psd1',
        generated('MailflowTls.psd1', moduleManifest(version)),
        'Module',
      ),
      ...moduleFiles.map((name) =>
        // Copied, since signing changes them.
        file(name, name, generated(name, readFileSync(join(import.meta.dirname, 'module', name))), 'Module'),
      ),
    ],
  };
}
