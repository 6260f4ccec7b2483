// Lists the packages of the workspace, so that no script keeps a list of its own.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './processes.mjs';

/**
 * @typedef {object} WorkspacePackage
 * @property {string} name as in its package.json
 * @property {string} folder absolute
 * @property {Record<string, string>} scripts
 * @property {number} dependencies how many packages it wants installed
 */

/** @returns {WorkspacePackage[]} every folder of packages/ and apps/ that has a package.json, by name */
export function workspacePackages() {
  return ['packages', 'apps'].flatMap((parent) =>
    readdirSync(join(root, parent))
      .sort()
      .map((name) => join(root, parent, name))
      .filter((folder) => existsSync(join(folder, 'package.json')))
      .map(describe),
  );
}

/**
 * @param {string} folder
 * @returns {WorkspacePackage}
 */
function describe(folder) {
  const {
    name,
    scripts = {},
    dependencies = {},
    devDependencies = {},
  } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return {
    name,
    folder,
    scripts,
    dependencies: Object.keys(dependencies).length + Object.keys(devDependencies).length,
  };
}
