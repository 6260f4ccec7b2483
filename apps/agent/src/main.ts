// The program's entry: connects the command line to this process.
import { main } from './cli.ts';
import { serveAsWorker } from './evidence/workers.ts';
import { exitCodes } from './exit-codes.ts';
import { gathering } from './gather.ts';
import { processIo } from './output/io.ts';

if (!serveAsWorker()) run();

function run(): void {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGBREAK'] as const) {
    process.on(signal, () => {
      // Asked a second time: whatever still cleans up has had its chance.
      if (controller.signal.aborted) process.exit(exitCodes.interrupted);
      controller.abort();
    });
  }

  // Node's own exit code for a fault nobody caught is 1, which here means findings.
  process.on('uncaughtException', (error) => {
    process.stderr.write(`${error.stack ?? error}\n`);
    process.exit(exitCodes.internal);
  });

  main(process.argv.slice(2), processIo(controller.signal), gathering).then((code) => {
    process.exitCode = code;
  });
}
