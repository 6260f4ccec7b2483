// The program's entry: does first what takes longest, and then loads the rest.
import { isMainThread } from 'node:worker_threads';
import { exitCodes } from './exit-codes.ts';
import { startAhead } from './start-ahead.ts';

// Node's own exit code for a fault nobody caught is 1, which here means findings.
process.on('uncaughtException', (error) => {
  process.stderr.write(`${error.stack ?? error}\n`);
  process.exit(exitCodes.internal);
});

if (isMainThread) {
  const args = process.argv.slice(2);
  const ahead = process.platform === 'win32' ? startAhead(args) : null;
  void import('./program.ts').then(({ run }) => run(args, ahead));
} else {
  void import('./evidence/workers.ts').then(({ serveAsWorker }) => serveAsWorker());
}
