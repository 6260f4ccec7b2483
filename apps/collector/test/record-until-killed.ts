// A process that records reports and says which were acknowledged, until it is killed.
// Arguments: database settings (JSON), ids of hosts (JSON), number of the run.
import { writeSync } from 'node:fs';
import { recordReports } from '../src/store/record-reports.ts';
import { type DatabaseSettings, openStore } from '../src/store/store.ts';
import { factsOfHost, recordingCollector, reporter, start, withoutTls12 } from './verified-reports.ts';

const [settings = '', hosts = '', run = ''] = process.argv.slice(2);
// The test that starts this writes the arguments.
const store = await openStore(JSON.parse(settings) as DatabaseSettings);
const ids = JSON.parse(hosts) as number[];
const collector = recordingCollector(store, { now: start });
for (let round = 0; ; round++) {
  const at = start + Number(run) * 10_000_000 + round * 1000;
  const batch = ids.map((id, index) =>
    // Some change with every report, so that all tables are written.
    reporter(id, factsOfHost(id, (round + index) % 3 === 0 ? withoutTls12 : undefined))({ at: at + index }),
  );
  const recorded = await recordReports(collector, batch);
  const accepted = batch.filter((_, index) => recorded[index] === 'accepted');
  writeSync(1, `${accepted.map(({ header }) => header.id).join(' ')}\n`);
}
