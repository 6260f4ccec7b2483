// Starts PowerShell for a command that will need it, before the rest of the program is even loaded.
import { type WarmUp, warmUp } from './powershell/warm-up.ts';

/**
 * Starts the PowerShell that this command line asks for, null when it asks for none. Only a first look: whether the
 * command line is right, and whether settings name another PowerShell, turns out while this one starts.
 */
export function startAhead(args: readonly string[], start: typeof warmUp = warmUp): WarmUp | null {
  const command = args.find((arg) => !arg.startsWith('-'));
  if (command !== 'check' || args.some((arg) => arg === '-h' || arg === '--help')) return null;
  const at = args.findLastIndex((arg) => arg === '--powershell' || arg.startsWith('--powershell='));
  const option = args[at];
  if (option === undefined) return start(null);
  const [, value = args[at + 1]] = /^--powershell=(.*)$/s.exec(option) ?? [];
  return value === undefined ? null : start(value.trim());
}
