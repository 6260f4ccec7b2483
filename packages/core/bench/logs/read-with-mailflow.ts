// The whole report over protocol logs, as a program of its own: one reader, one thread.
import { closeSync, openSync, readSync } from 'node:fs';
import { ProtocolLogReader } from '../../src/mailflow/protocol-log/protocol-log-reader.ts';

const reader = new ProtocolLogReader();
for (const file of process.argv.slice(2)) {
  const log = openSync(file, 'r');
  reader.openSource(file);
  for (;;) {
    const length = readSync(log, reader.space());
    if (length === 0) break;
    reader.advance(length);
  }
  reader.closeSource('complete');
  closeSync(log);
}
reader.finish();
const report = reader.usage.report();
const tls = Object.entries(report.protocols).filter(([outcome]) => /^(?:TLS|SSL)/.test(outcome));
const sessions = tls.reduce((sum, [, count]) => sum + count, 0);
console.log(JSON.stringify({ sessions, rssMiB: process.resourceUsage().maxRSS >> 10 }));
