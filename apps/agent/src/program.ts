// Connects the command line to this process.
import { main } from './cli.ts';
import { exitCodes } from './exit-codes.ts';
import { gathering } from './gather.ts';
import { processIo } from './output/io.ts';
import type { WarmUp } from './powershell/warm-up.ts';

/** Runs the command line of this process. A PowerShell that was started ahead ends with it, taken or not. */
export async function run(args: readonly string[], ahead: WarmUp | null): Promise<void> {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGBREAK'] as const) {
    process.on(signal, () => {
      // Asked a second time: whatever still cleans up has had its chance.
      if (controller.signal.aborted) process.exit(exitCodes.interrupted);
      controller.abort();
    });
  }
  try {
    process.exitCode = await main(args, processIo(controller.signal), {
      ...gathering,
      warmUp: (chosen) => ahead ?? gathering.warmUp(chosen),
    });
  } finally {
    ahead?.drop();
  }
}
