// The program's entry: connects the command line to this process.
import { main } from './cli.ts';
import { exitCodes } from './exit-codes.ts';

const controller = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGBREAK'] as const) {
  process.on(signal, () => {
    // Asked a second time: whatever still cleans up has had its chance.
    if (controller.signal.aborted) process.exit(exitCodes.interrupted);
    controller.abort();
  });
}

// Node's own exit code for a fault nobody caught is 1, which elsewhere means findings.
process.on('uncaughtException', (error) => {
  process.stderr.write(`${error.stack ?? error}\n`);
  process.exit(exitCodes.internal);
});

process.exitCode = await main(process.argv.slice(2), {
  environment: process.env,
  workingFolder: process.cwd(),
  signal: controller.signal,
  print: (line) => process.stdout.write(`${line}\n`),
  tell: (line) => process.stderr.write(`${line}\n`),
});
