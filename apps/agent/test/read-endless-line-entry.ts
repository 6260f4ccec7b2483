// Reads a log with one line of so many mebibytes and prints the most memory that the process had.
import { collect } from '../src/evidence/collect.ts';
import { sendLogHeader, sendSession } from './log-samples.ts';

const mebibytes = Number(process.argv[2]);

async function* log(): AsyncGenerator<Buffer> {
  yield Buffer.from(sendLogHeader());
  const piece = Buffer.alloc(1024 * 1024, 'x');
  for (let index = 0; index < mebibytes; index++) yield piece;
  yield Buffer.from(`\r\n${sendSession({ id: 3 }).join('')}`);
}

const collected = await collect({
  args: ['-'],
  stdin: log(),
  signal: new AbortController().signal,
  program: null,
  onProgress: () => {},
});
const peak = {
  sessions: collected.usage?.report().sessions,
  reasons: collected.sources.flatMap(({ unreadableAt }) => unreadableAt.map(({ reason }) => reason)),
  peakMebibytes: process.resourceUsage().maxRSS / 1024,
};
process.stdout.write(JSON.stringify(peak));
