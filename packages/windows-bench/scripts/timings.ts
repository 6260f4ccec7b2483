// Prints what a host and its calls cost on this machine: medians of several rounds, in milliseconds.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { benchAvailability, createHost, makeCertificate, type WindowsHost } from '../src/index.ts';

const ROUNDS = 5;
const PROTOCOLS = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols';

async function time(what: string, work: () => Promise<unknown>, rounds = ROUNDS): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const [least = 0, most = 0] = [times[0], times.at(-1)];
  const median = times[Math.floor(times.length / 2)] ?? 0;
  console.log(
    `${what.padEnd(58)} ${median.toFixed(0).padStart(6)}  [${least.toFixed(0)} … ${most.toFixed(0)}]`,
  );
}

const hosts: WindowsHost[] = [];
const fresh = async (): Promise<WindowsHost> => {
  const host = await createHost();
  hosts.push(host);
  return host;
};

const prepared = performance.now();
const answer = await benchAvailability();
if (!answer.available) {
  console.log(answer.reason);
  process.exit(3);
}
console.log(
  `${'template and assemblies, made where missing'.padEnd(58)} ${(performance.now() - prepared).toFixed(0).padStart(6)}`,
);

const host = await fresh();
await host.run('cmd', ['/c', 'exit']);
console.log(
  `disk of one host: ${spawnSync('du', ['-sh', host.folder], { encoding: 'utf8' }).stdout.split('\t')[0]} with what it shares`,
);
const script = `${host.folder}/drive_c/empty.cjs`;
writeFileSync(script, '');
const keys = Object.fromEntries(
  Array.from({ length: 100 }, (_, index) => [
    `${PROTOCOLS}\\Number ${index}\\Client`,
    { Enabled: 1, DisabledByDefault: 0 },
  ]),
);

await time('create a host', fresh);
await time('create a host and run its first program', async () => (await fresh()).run('cmd', ['/c', 'exit']));
await time('dispose of a host', async () => hosts.pop()?.dispose());
await time('run cmd /c exit', () => host.run('cmd', ['/c', 'exit']));
await time('run an empty Node script', () => host.runNode(script));
await time('run an empty PowerShell script', () => host.runPowerShell(''));
await time('  without DOTNET_TieredPGO=0', () => host.runPowerShell('', { env: { DOTNET_TieredPGO: '1' } }));
await time('set 100 registry keys', () => host.setRegistry(keys));
await time('first call of a fake', () => host.runPowerShell('$null = Get-CimInstance Win32_OperatingSystem'));
await time('negotiate four times in one fresh process', () => host.negotiate());
const certificate = makeCertificate({ subject: 'CN=a' });
await time('add a certificate without its key', () =>
  host.addCertificate(certificate, 'My', { privateKey: 'none' }),
);
await time('add a certificate with its key', () => host.addCertificate(certificate, 'My'));
await time(
  'install Exchange',
  async () => (await fresh()).installExchange({ product: '2016', build: '15.1.2507.27' }),
  2,
);
await Promise.all(hosts.map((one) => one.dispose()));
