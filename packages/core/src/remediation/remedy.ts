// A remedy as typed steps: what to set, in which order, what it needs and what it could break.
import type { Params } from '../engine/finding.ts';
import type { RegistryKind } from '../facts/registry.ts';

/** One thing to do. Everything a writer needs to print it as a command is in the step. */
export type Step =
  | {
      do: 'setValue';
      path: string;
      name: string;
      kind: Extract<RegistryKind, 'REG_DWORD' | 'REG_SZ' | 'REG_MULTI_SZ'>;
      data: number | string | readonly string[];
    }
  | { do: 'deleteValue'; path: string; name: string }
  | { do: 'deleteKey'; path: string }
  /** A command line of PowerShell or of the Exchange Management Shell, complete and ready to paste. */
  | { do: 'command'; shell: 'powershell' | 'exchange' | 'cmd'; command: string }
  /** Something done by hand; the key of a sentence among the rule's `steps`. */
  | { do: 'manual'; step: string; params?: Params }
  | { do: 'restartWindows' }
  | { do: 'restartService'; service: string };

export interface Remedy {
  /** Stable id, `<rule>#<name>`; its summary and its risk are the locale's sentences under `remedies.<name>`. */
  id: string;
  params?: Params;
  steps: readonly Step[];
}

/** Whether the remedy takes effect only after Windows was restarted. */
export function needsRestart(remedy: Remedy): boolean {
  return remedy.steps.some((step) => step.do === 'restartWindows');
}
