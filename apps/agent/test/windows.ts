// Runs the agent, or a part of it, on a host of the bench.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type HostFacts, readFacts, type SectionName } from '@mailflow-tls/core';
import type { RunResult, WindowsHost } from '@mailflow-tls/windows-bench';

const folder: string = join(import.meta.dirname, '..');

const bundles: string = join(folder, 'dist', 'test');

/** Bundles an entry below the agent's folder for this process, and returns the file. */
export function bundleForTest(entry: string): string {
  mkdirSync(bundles, { recursive: true });
  // Test runners end their processes without a word, so each cleans up behind those before it.
  for (const name of readdirSync(bundles)) {
    if (!isRunning(Number.parseInt(name, 10))) rmSync(join(bundles, name), { force: true });
  }
  const outfile = join(bundles, `${process.pid}-${entry.replace(/\W/g, '-')}.cjs`);
  execFileSync(process.execPath, ['build.mjs', entry, outfile], { cwd: folder });
  return outfile;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

export interface Check {
  facts: HostFacts;
  run: RunResult;
}

/** `check` with the host's PowerShell, and the facts that it saved. */
export async function check(
  host: WindowsHost,
  program: string,
  args: readonly string[] = [],
  powershell: string = host.powershell,
): Promise<Check> {
  const file = 'C:\\facts.json';
  const run = await host.runNode(
    program,
    ['check', '--powershell', powershell, '--save-facts', file, ...args],
    { timeoutMs: 240_000 },
  );
  const local = host.toLocalPath(file);
  const facts = readFacts(readFileSync(local, 'utf8'));
  rmSync(local);
  const [first] = facts.ok ? facts.facts : [];
  if (!first) throw new Error(`facts do not read back: ${JSON.stringify(facts)}`);
  return { facts: first, run };
}

/** A section that was read; the test fails with its reason when it was not. */
export function read<N extends SectionName>(
  facts: HostFacts,
  name: N,
): Extract<HostFacts['sections'][N], { status: 'read' }> {
  const section = facts.sections[name];
  if (section.status !== 'read')
    throw new Error(`${name}: ${section.reason} ${section.code} ${section.detail}`);
  // The compiler cannot tie the data to the name across the union of sections.
  return section as Extract<HostFacts['sections'][N], { status: 'read' }>;
}
