// Reports of simulated hosts, signed before the measurement and kept in one file.
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { type KeyId, openEnrolment } from '@mailflow-tls/contract';
import { createFleet } from '@mailflow-tls/fleet-simulator';

const hour = 3_600_000;

export interface FleetHost {
  key: KeyId;
  name: string;
  domain: string | null;
  spki: Buffer;
}

/**
 * Writes `count` reports, host by host and hour by hour, the first of each host first. Things happen to the hosts
 * meanwhile, so that now and then facts have changed. Returns the hosts.
 */
export function writeParcels(file: string, hostCount: number, count: number): FleetHost[] {
  const start = Date.now() - Math.ceil(count / hostCount) * hour;
  const fleet = createFleet({ hosts: hostCount, seed: 6, start, mail: false });
  const output = openSync(file, 'w');
  for (let number = 0; number < count; number += 1) {
    const host = fleet[number % hostCount];
    if (host === undefined) break;
    const now = start + Math.floor(number / hostCount) * hour;
    host.advance(now);
    const { bytes } = host.report(now);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    writeSync(output, Buffer.concat([length, bytes]));
  }
  closeSync(output);
  return fleet.map((host) => {
    const opened = openEnrolment(host.enrolment('bench', start));
    if (opened === null) throw new Error('A simulated host cannot enrol.');
    return { key: host.key, ...host.names, spki: opened.spki };
  });
}

/** `from` and `count` in reports. */
export function readParcels(file: string, from: number, count: number): Buffer[] {
  const all = readFileSync(file);
  const parcels: Buffer[] = [];
  let at = 0;
  for (let number = 0; number < from + count && at < all.length; number += 1) {
    const end = at + 4 + all.readUInt32BE(at);
    // A copy, so that the whole file does not stay in memory.
    if (number >= from) parcels.push(Buffer.from(all.subarray(at + 4, end)));
    at = end;
  }
  return parcels;
}
