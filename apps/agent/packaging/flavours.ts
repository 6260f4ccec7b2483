// The two packages: which Node each brings, which Windows it is for, and what it says to another.
import type { NodeProgram } from './node-program.ts';

export interface Flavour {
  id: 'current' | 'server2012r2';
  /** Follows the version in the name of the file. */
  suffix: string;
  node: NodeProgram;
  /** Windows that it is for, in words. */
  windows: string;
}

/**
 * Node 24 starts on Windows Server 2016 and newer only, Node 22 on Windows Server 2012 R2 as well (Node.js, BUILDING.md,
 * "Platform list").
 */
export const flavours: readonly Flavour[] = [
  {
    id: 'current',
    suffix: '-x64',
    node: {
      workspacePackage: '@mailflow-tls/windows-node-24',
      version: '24.21.0',
      sha256: 'ba4e6d110e8c1592a1ecd390f6b05f3da124b13871a5be62b341a07a853c6c32',
    },
    windows: 'Windows Server 2016 and newer',
  },
  {
    id: 'server2012r2',
    suffix: '-x64-server2012r2',
    node: {
      workspacePackage: '@mailflow-tls/windows-node-22',
      version: '22.23.3',
      sha256: '9c9245166b4a8e182e0b797da9c20136117ff24368eaff1fec8343a123c8db0e',
    },
    windows: 'Windows Server 2012 R2',
  },
];

export function fileName(flavour: Flavour, version: string): string {
  return `mailflow-tls-${version}${flavour.suffix}.msi`;
}
