// What lies beside the packages on the share: policy templates and preferences.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { policyTemplates } from './policy/templates.ts';
import { registryPreferences } from './preferences/registry.ts';
import { taskPreferences } from './preferences/scheduled-task.ts';

/** Writes the files below `target` and returns their names. */
export function writeShare(target: string, version: string): string[] {
  const files = new Map<string, string>();
  for (const [name, content] of policyTemplates()) files.set(`PolicyDefinitions/${name}`, content);
  files.set('preferences/switch-tls12-on.xml', registryPreferences('switchOn'));
  files.set('preferences/undo-tls12.xml', registryPreferences('undo'));
  files.set('preferences/scheduled-task.xml', taskPreferences(version));
  for (const [name, content] of files) {
    const file = join(target, ...name.split('/'));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return [...files.keys()];
}
