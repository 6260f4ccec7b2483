// The simulated fleet seen from the measurement: its hosts, and the reports of one hour after the other.
import { spawn } from 'node:child_process';
import { createReadStream, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Store } from '../../src/store/store.ts';

export interface Parcel {
  /** When it is delivered, milliseconds since 1970. */
  at: number;
  bytes: Buffer;
}

interface FleetHost {
  key: string;
  spki: string;
  name: string;
  domain: string;
}

export interface BenchFleet {
  hosts: readonly FleetHost[];
  /** Reports of the next hour, read as they are asked for. */
  nextHour(): Promise<AsyncIterable<Parcel>>;
  stop(): void;
}

export async function startFleet(hosts: number, start: number, folder: string): Promise<BenchFleet> {
  const program = fileURLToPath(new URL('fleet-process.ts', import.meta.url));
  const args = ['--conditions=mailflow-source', program, String(hosts), String(start)];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const line = async (): Promise<string> => {
    const { value } = await lines.next();
    if (typeof value !== 'string') throw new Error('The fleet ended.');
    return value;
  };
  const file = join(folder, 'hour');
  return {
    hosts: JSON.parse(await line()),
    async nextHour() {
      child.stdin.write(`${file}\n`);
      await line();
      return parcelsOf(file);
    },
    stop: () => void child.kill(),
  };
}

async function* parcelsOf(file: string): AsyncGenerator<Parcel> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 18 })) {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      if (rest.length < 12) break;
      const end = 12 + rest.readUInt32BE(8);
      if (rest.length < end) break;
      // A copy, as a request's body is one of its own.
      yield { at: rest.readDoubleBE(0), bytes: Buffer.from(rest.subarray(12, end)) };
      rest = rest.subarray(end);
    }
  }
  rmSync(file);
}

/** As if they had enrolled. */
export async function insertFleetHosts(store: Store, hosts: readonly FleetHost[], at: number): Promise<void> {
  for (let from = 0; from < hosts.length; from += 500) {
    const rows = hosts.slice(from, from + 500).map(({ key, spki, name, domain }) => ({
      key_id: key,
      public_key: Buffer.from(spki, 'base64'),
      name,
      domain,
      search: `${name}.${domain}`.toLowerCase(),
      status: 'active' as const,
      enrolled_at: at,
      rank: 99,
      open_problems: 0,
      waived_problems: 0,
    }));
    await store.db.insertInto('hosts').values(rows).execute();
  }
}
