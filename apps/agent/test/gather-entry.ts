// Test entry: reads the host it runs on and writes the facts, for tests of the gatherer alone.
import { writeFileSync } from 'node:fs';
import { gathering } from '../src/gather.ts';
import type { Log } from '../src/log/log.ts';

const [file = '', powershell = '', timeoutMs = '120000'] = process.argv.slice(2);
const say =
  (level: string): Log['info'] =>
  (message, fields) => {
    process.stderr.write(`${level} ${message} ${JSON.stringify(fields ?? {})}\n`);
  };
const log: Log = { error: say('error'), warn: say('warn'), info: say('info'), debug: say('debug') };
const started = performance.now();
gathering
  .gather({ signal: new AbortController().signal, timeoutMs: Number(timeoutMs), powershell, skip: [], log })
  .then((facts) => {
    log.info('gathered', { tookMs: Math.round(performance.now() - started) });
    writeFileSync(file, JSON.stringify(facts, null, 2));
  });
