// A simulated fleet in a process of its own, so that its memory is not taken for the collector's.
// Arguments: hosts, hours, start. Answers each line on standard input with the reports of the next hour, in a file.
import { closeSync, openSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { openEnrolment } from '@mailflow-tls/contract';
import { createFleet } from '@mailflow-tls/fleet-simulator';

const hour = 3_600_000;
const [hosts = 0, start = 0] = process.argv.slice(2).map(Number);
const fleet = createFleet({ hosts, seed: 24, start, mail: false });
const keys = fleet.map((host) => {
  const opened = openEnrolment(host.enrolment('bench', start));
  if (opened === null) throw new Error('A simulated host cannot enrol.');
  return { key: host.key, spki: opened.spki.toString('base64'), ...host.names };
});
process.stdout.write(`${JSON.stringify(keys)}\n`);
let from = start;
// Each line names the file to write.
for await (const file of createInterface({ input: process.stdin })) {
  const output = openSync(file, 'w');
  for (const [index, host] of fleet.entries()) {
    // All over the hour, as the random delay of the agent spreads them.
    const now = from + Math.floor((index / fleet.length) * hour);
    host.advance(now);
    const { bytes } = host.report(now);
    const head = Buffer.alloc(12);
    head.writeDoubleBE(now, 0);
    head.writeUInt32BE(bytes.length, 8);
    writeSync(output, Buffer.concat([head, bytes]));
  }
  closeSync(output);
  from += hour;
  process.stdout.write('written\n');
}
