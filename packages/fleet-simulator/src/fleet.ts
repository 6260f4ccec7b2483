// A fleet of simulated hosts: the same seed gives the same hosts, and the same things happen to them.
import { createRandom } from './random.ts';
import { createSimulatedHost, type HostOptions, type SimulatedHost } from './simulated-host.ts';

export interface FleetOptions extends Partial<HostOptions> {
  hosts: number;
  seed: number;
  /** Milliseconds since 1970. */
  start: number;
}

const sites = ['ber', 'muc', 'tlv', 'lon', 'nyc', 'sgp'];
const domains = ['corp.contoso.example', 'emea.contoso.example', 'fabrikam.example'];

export function createFleet({
  hosts,
  seed,
  start,
  mail = true,
  pace = 1,
  label = null,
}: FleetOptions): SimulatedHost[] {
  const random = createRandom(seed);
  const digits = Math.max(2, String(hosts).length);
  return Array.from({ length: hosts }, (_, index) => {
    const name = `${random.pick(sites)}-ex${String(index + 1).padStart(digits, '0')}`.toUpperCase();
    const hostSeed = random.between(0, 2 ** 32 - 1);
    return createSimulatedHost({ name, domain: random.pick(domains) }, hostSeed, start, {
      mail,
      pace,
      label,
    });
  });
}
