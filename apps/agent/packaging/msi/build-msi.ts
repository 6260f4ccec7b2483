// Makes one package: wixl lays out the files, msibuild adds the tables; the same content gives the same bytes.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Flavour } from '../flavours.ts';
import { guidOf } from './guid.ts';
import { toIdt } from './idt.ts';
import { layout } from './layout.ts';
import type { PayloadFile } from './product.ts';
import { type Product, tables } from './tables.ts';

/** The cabinet keeps times in whole two seconds from 1980 on. */
const noTime = new Date('2000-01-01T00:00:00Z');

/**
 * Writes the package to `target`, replacing it only when it is whole. Throws with what a tool said, and with the remedy
 * when the tool is not installed.
 */
export function buildMsi(
  version: string,
  flavour: Flavour,
  files: readonly PayloadFile[],
  target: string,
): void {
  const product: Product = { version, flavour, content: digestOf(files) };
  const folder = mkdtempSync(join(tmpdir(), 'mailflow-tls-msi-'));
  try {
    const staged = stage(files, folder);
    writeFileSync(join(folder, 'product.wxs'), layout(product, staged));
    tool('wixl', ['--arch', 'x64', '-o', 'product.msi', 'product.wxs'], folder);
    // The code must differ whenever the database does: it follows from all that goes in.
    const unnamed = tables(product, guidOf('none')).map(toIdt);
    const packageCode = guidOf(`package ${JSON.stringify([layout(product, files.map(nameOnly)), unnamed])}`);
    const written = tables(product, packageCode);
    mkdirSync(join(folder, 'tables'));
    const imports = written.flatMap((table) => {
      writeFileSync(join(folder, 'tables', `${table.name}.idt`), toIdt(table));
      return ['-i', `tables/${table.name}.idt`];
    });
    tool('msibuild', ['product.msi', ...imports], folder);
    const versions = staged.filter((file) => file.version !== undefined);
    for (const { id, version: fileVersion } of versions) {
      const query = `UPDATE \`File\` SET \`Version\` = '${fileVersion}', \`Language\` = '1033' WHERE \`File\` = '${id}'`;
      tool('msibuild', ['product.msi', '-q', query], folder);
    }
    // Once more, as changing a table notes the time.
    tool('msibuild', ['product.msi', '-i', 'tables/_SummaryInformation.idt'], folder);
    copyFileSync(join(folder, 'product.msi'), `${target}.new`);
    renameSync(`${target}.new`, target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function digestOf(files: readonly PayloadFile[]): string {
  const hash = createHash('sha256');
  for (const { id, name, source } of files) {
    hash.update(`${id}\0${name}\0${createHash('sha256').update(readFileSync(source)).digest('hex')}\0`);
  }
  return hash.digest('hex');
}

const nameOnly = (file: PayloadFile): PayloadFile => ({ ...file, source: file.name });

/** Copies with a fixed time and relative paths, which both end up in the package. */
function stage(files: readonly PayloadFile[], folder: string): PayloadFile[] {
  mkdirSync(join(folder, 'files'));
  return files.map((file) => {
    const source = join('files', file.id);
    copyFileSync(file.source, join(folder, source));
    utimesSync(join(folder, source), noTime, noTime);
    return { ...file, source };
  });
}

function tool(program: string, args: readonly string[], cwd: string): void {
  try {
    execFileSync(program, args, { cwd, encoding: 'utf8', stdio: 'pipe', env: { ...process.env, TZ: 'UTC' } });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new Error(`${program} is not installed (Debian, Ubuntu: apt-get install wixl msitools).`);
    throw error;
  }
}
