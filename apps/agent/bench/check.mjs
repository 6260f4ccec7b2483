// `check` on a Windows host without Exchange, beside a bare start of the same PowerShell there: the least it can cost.
import { fileURLToPath } from 'node:url';
import { benchAvailability, createHost } from '@mailflow-tls/windows-bench';

const rounds = 9;
const local = (path) => fileURLToPath(new URL(path, import.meta.url));

const availability = await benchAvailability();
if (!availability.available) {
  console.log(`Not run on this machine: ${availability.reason}`);
} else {
  await using host = await createHost();
  const programs = {
    'bare PowerShell': () => host.runNode(local('bare-powershell.cjs'), [host.powershell]),
    'check without Exchange': () =>
      host.runNode(local('../dist/mailflow-tls.cjs'), ['check', '--powershell', host.powershell, '--quiet']),
  };
  const times = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
  // In turn, so that a slow moment of the machine meets both; the first round only warms up.
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, run] of Object.entries(programs)) {
      const started = performance.now();
      const { stdout, stderr } = await run();
      const took = performance.now() - started;
      if (stdout.trim() === '') throw new Error(`${name} said nothing: ${stderr}`);
      if (round > 0) times[name].push(took);
    }
  }
  for (const [name, all] of Object.entries(times)) {
    const [least, middle, most] = [Math.min(...all), median(all), Math.max(...all)].map(Math.round);
    console.log(`${name.padEnd(24)} median ${middle} ms  (${least} to ${most}, ${rounds} runs)`);
  }
  const ratios = times['check without Exchange'].map((took, round) => took / times['bare PowerShell'][round]);
  console.log(`ratio, round by round    median ${median(ratios).toFixed(2)}  (aim: 1.5)`);
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
}
