// A process for the crash test: spools and delivers as a run does, again and again, until it is killed.
import { createPrivateKey } from 'node:crypto';
import { appendFileSync, readFileSync } from 'node:fs';
import { packReport } from '@mailflow-tls/contract';
import { exampleFacts } from '../../../../packages/core/test/example-facts.ts';
import { deliver } from '../../src/delivery/deliver.ts';
import { openHttpsCollector } from '../../src/delivery/https.ts';
import { openSpool } from '../../src/delivery/spool.ts';
import { uuidV7 } from '../../src/uuid-v7.ts';

const [, , folder = '', url = '', caFile = '', keyFile = ''] = process.argv;
const silent = { error() {}, warn() {}, info() {}, debug() {} };
const privateKey = createPrivateKey(readFileSync(keyFile));
const https = openHttpsCollector({
  url,
  trust: { kind: 'file', path: caFile },
  proxy: null,
  now: Date.now,
  signal: new AbortController().signal,
});
for (;;) {
  const spool = await openSpool(folder, { reports: 5, bytes: 1e6, age: 1e9 });
  for (let index = 0; index < 3; index++) {
    const facts = { ...exampleFacts(), id: uuidV7() };
    // Said before, so that nothing can be made that nobody knows of.
    appendFileSync(`${folder}.made`, `${facts.id}\n`);
    await spool.put(
      facts.id,
      (lost) => packReport(facts, { core: '0', state: 'ready' }, lost, privateKey),
      Date.now(),
    );
    appendFileSync(`${folder}.kept`, `${facts.id}\n`);
  }
  await deliver({
    spool,
    https,
    share: null,
    enrolment: null,
    until: Date.now() + 100,
    now: Date.now,
    random: Math.random,
    sleep: async () => {},
    log: silent,
  });
}
