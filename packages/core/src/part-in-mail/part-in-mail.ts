// What a host does for mail with Office 365, and what says so.
import type { Evidence } from '../engine/finding.ts';
import type { HostView } from '../engine/host-view.ts';
import { type Answer, type Direction, receiving, sending } from './exchange-part.ts';
import { otherSenders } from './other-senders.ts';
import { hasTransport } from './transport-role.ts';

/**
 * `sendsDirectly`: hands mail to Office 365 itself. `receives`: Office 365 hands mail to it.
 * `throughEdgeOrSmartHost`: its mail reaches Office 365 through another host. `applicationRelay`: no Exchange, but
 * something on it sends mail. `none`: nothing on it has to do with mail. `unknown`: what would tell could not be read.
 */
export type Part =
  | 'sendsDirectly'
  | 'receives'
  | 'throughEdgeOrSmartHost'
  | 'applicationRelay'
  | 'none'
  | 'unknown';

export interface PartInMail {
  /** At least one; `none` and `unknown` stand alone. */
  parts: readonly Part[];
  because: readonly Evidence[];
}

/**
 * What the host's connectors, its role and its other software say. One direction that cannot be told makes the whole
 * part unknown: a half known part would make failures of the other half look harmless.
 */
export function partInMail(host: HostView): PartInMail {
  const parts: Part[] = [];
  const because: Evidence[] = [];
  const transport = hasTransport(host);
  let unsure = transport === 'unknown';
  if (transport !== 'no') {
    const out = sending(host);
    const into = receiving(host);
    for (const direction of [out, into]) because.push(...direction.because);
    if (out.direct === 'yes') parts.push('sendsDirectly');
    if (into.direct === 'yes') parts.push('receives');
    if (out.through || into.through) parts.push('throughEdgeOrSmartHost');
    if (isOpen(out, into)) unsure = true;
  } else {
    because.push(noTransport(host));
  }
  const others = otherSenders(host);
  because.push(...others.because);
  if (others.relay === 'yes') parts.push('applicationRelay');
  if (others.through && !parts.includes('throughEdgeOrSmartHost')) parts.push('throughEdgeOrSmartHost');
  if (parts.length === 0)
    return { parts: [unsure || others.relay === 'unknown' ? 'unknown' : 'none'], because };
  return { parts: unsure ? ['unknown'] : parts, because };
}

function isOpen(...directions: readonly Direction[]): boolean {
  return directions.some(({ direct }) => direct === ('unknown' satisfies Answer));
}

function noTransport(host: HostView): Evidence {
  const exchange = host.section('exchange');
  const key = exchange?.setupKeys[0];
  return {
    source: key?.path ?? 'HKLM\\SOFTWARE\\Microsoft\\ExchangeServer',
    name: 'installation',
    value: exchange?.installation ?? null,
  };
}
