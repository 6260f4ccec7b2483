// `check` on a Windows host without Exchange, beside a bare start of the same PowerShell there: the least it can cost.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { benchAvailability, createHost } from '@mailflow-tls/windows-bench';

const rounds = 9;
const aim = 1.5;
const mostMegabytes = 150;
const local = (path) => fileURLToPath(new URL(path, import.meta.url));

const availability = await benchAvailability();
if (!availability.available) console.log(`Not run on this machine: ${availability.reason}`);
else await measure();

async function measure() {
  await using host = await createHost();
  const memoryFile = 'C:\\memory.txt';
  const nothing = host.toLocalPath('C:\\nothing.cjs');
  writeFileSync(nothing, "process.stdout.write('nothing')");
  const bare = (...how) => host.runNode(local('bare-powershell.cjs'), [host.powershell, ...how]);
  const check = (options) =>
    host.runNode(
      local('../dist/mailflow-tls.cjs'),
      ['check', '--powershell', host.powershell, '--quiet', '--format', 'json'],
      options,
    );
  const programs = {
    'Node alone': () => host.runNode(nothing),
    'bare PowerShell': () => bare(),
    'PowerShell to its prompt': () => bare('prompt'),
    check: () => check({}),
  };
  const times = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
  const sections = {};
  // In turn, so that a slow moment of the machine meets all; the first round only warms up.
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, run] of Object.entries(programs)) {
      const started = performance.now();
      const { stdout, stderr } = await run();
      const took = performance.now() - started;
      if (stdout.trim() === '') throw new Error(`${name} said nothing: ${stderr}`);
      if (round === 0) continue;
      times[name].push(took);
      if (name !== 'check') continue;
      for (const [section, { tookMs }] of Object.entries(factsOf(stdout).sections)) {
        sections[section] ??= [];
        sections[section].push(tookMs ?? 0);
      }
    }
  }

  for (const [name, all] of Object.entries(times)) {
    const [least, middle, most] = [Math.min(...all), median(all), Math.max(...all)].map(Math.round);
    console.log(`${name.padEnd(26)} median ${middle} ms  (${least} to ${most}, ${rounds} runs)`);
  }
  const ratio = median(times.check.map((took, round) => took / times['bare PowerShell'][round]));
  console.log(
    `check : bare PowerShell    ${ratio.toFixed(2)}, the median of ${rounds} rounds  (aim: ${aim})`,
  );

  const parts = Object.entries(sections).map(([name, all]) => [name, median(all)]);
  const probes = parts.reduce((sum, [, ms]) => sum + ms, 0);
  const prompt = median(times['PowerShell to its prompt']);
  console.log('\nWhat a check is made of (medians, ms):');
  table([
    ['Node, PowerShell, its first prompt', prompt],
    ['the sections, asked one after the other', probes],
    ...parts.sort((a, b) => b[1] - a[1]).map(([name, ms]) => [`  ${name}`, ms]),
    ['what all sections share, the report, the end', median(times.check) - prompt - probes],
  ]);

  const env = { NODE_OPTIONS: '--require C:/most-memory.cjs', MAILFLOW_TLS_BENCH_MEMORY: memoryFile };
  writeFileSync(host.toLocalPath('C:\\most-memory.cjs'), readFileSync(local('most-memory.cjs')));
  await check({ env });
  const megabytes = Number(readFileSync(host.toLocalPath(memoryFile), 'utf8')) / 1024;
  console.log(`\nmost memory of the agent   ${Math.round(megabytes)} MB  (limit: ${mostMegabytes})`);
}

/** The facts in a report of one host. */
function factsOf(text) {
  const json = JSON.parse(text);
  const found = json.facts ?? json.hosts?.[0]?.facts ?? json.reports?.[0]?.facts;
  if (found === undefined) throw new Error(`no facts in a report of ${Object.keys(json)}`);
  return found;
}

function table(rows) {
  for (const [name, ms] of rows) console.log(`  ${name.padEnd(48)}${String(Math.round(ms)).padStart(6)}`);
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
}
