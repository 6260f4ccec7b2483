// One host as the rules see it: its facts, and what several rules derive from them, computed once.
import {
  type ProtocolName,
  type ProtocolRoleState,
  protocolNames,
  type RoleName,
  resolveProtocol,
  roleNames,
} from '../effective/protocol-state.ts';
import type { HostFacts, SectionData, SectionName } from '../facts/host-facts.ts';
import type { Gap } from '../facts/section.ts';
import { type PartInMail, partInMail } from '../part-in-mail/part-in-mail.ts';
import { protocolDefault } from '../reference/protocol-defaults.ts';
import { identifyWindows, type Windows } from '../reference/windows.ts';
import { type Moment, momentOf } from './moment.ts';
import { perHost } from './per-host.ts';

export interface HostView {
  readonly facts: HostFacts;
  /** Time of judging, milliseconds since 1970. */
  readonly now: number;
  /** The same as a UTC text, for comparing with the texts of the facts. */
  readonly nowText: string;
  /** So many days after the time of judging, as a UTC text. */
  daysLater(days: number): string;
  /** Null when the os section was not read. */
  readonly windows: Windows | null;
  readonly part: PartInMail;
  /** The data of a section, or undefined when it was not read. For what a rule can do without. */
  section<N extends SectionName>(name: N): SectionData<N> | undefined;
  /** What is missing from a section that was read. */
  gaps(section: SectionName): readonly Gap[];
  /** The gap of one field or key, if it has one. */
  gap(section: SectionName, what: string): Gap | undefined;
  /** Needs the schannel section; `unreadable` without it. */
  protocol(protocol: ProtocolName, role: RoleName): ProtocolRoleState;
  /** Where `perHost` keeps what it was told. */
  readonly answers: unknown[];
}

export function createHostView(facts: HostFacts, now: Date): HostView {
  return new FactsView(facts, momentOf(now));
}

const noGaps: readonly Gap[] = [];

/** A class, so that all hosts have one shape: rules read a host some hundred times. */
class FactsView implements HostView {
  readonly facts: HostFacts;
  readonly now: number;
  readonly nowText: string;
  readonly windows: Windows | null;
  readonly answers: unknown[] = [];
  readonly #moment: Moment;

  constructor(facts: HostFacts, moment: Moment) {
    const { os } = facts.sections;
    this.facts = facts;
    this.now = moment.time;
    this.nowText = moment.text;
    this.windows = os.status === 'read' ? identifyWindows(os.data) : null;
    this.#moment = moment;
  }

  get part(): PartInMail {
    return partOf(this);
  }

  daysLater(days: number): string {
    return this.#moment.daysLater(days);
  }

  section<N extends SectionName>(name: N): SectionData<N> | undefined {
    const section = this.facts.sections[name];
    // The compiler cannot tie the data's type to the name across the union of sections.
    return section.status === 'read' ? (section.data as SectionData<N>) : undefined;
  }

  gaps(name: SectionName): readonly Gap[] {
    const section = this.facts.sections[name];
    return section.status === 'read' ? section.gaps : noGaps;
  }

  gap(name: SectionName, what: string): Gap | undefined {
    for (const gap of this.gaps(name)) if (gap.what === what) return gap;
    return undefined;
  }

  protocol(protocol: ProtocolName, role: RoleName): ProtocolRoleState {
    return statesOf(this)[protocol][role];
  }
}

const partOf = perHost(partInMail);

type States = Record<ProtocolName, Record<RoleName, ProtocolRoleState>>;
const statesOf = perHost(resolveAll);

function resolveAll({ facts, windows }: HostView): States {
  const { os, schannel } = facts.sections;
  const protocols = schannel.status === 'read' ? schannel.data.protocols : [];
  const gaps = schannel.status === 'read' ? schannel.gaps : [unreadSchannel];
  const bootTime = os.status === 'read' ? os.data.bootTime : null;
  const resolve = (protocol: ProtocolName, role: RoleName) => {
    const osDefault = windows ? protocolDefault(windows, protocol, role) : null;
    return resolveProtocol(protocol, role, { protocols, gaps, osDefault, bootTime });
  };
  const both = (protocol: ProtocolName) => ({
    Client: resolve(protocol, 'Client'),
    Server: resolve(protocol, 'Server'),
  });
  return {
    'SSL 2.0': both('SSL 2.0'),
    'SSL 3.0': both('SSL 3.0'),
    'TLS 1.0': both('TLS 1.0'),
    'TLS 1.1': both('TLS 1.1'),
    'TLS 1.2': both('TLS 1.2'),
    'TLS 1.3': both('TLS 1.3'),
  };
}

const unreadSchannel: Gap = { what: 'HKLM', reason: 'failed', code: 'sectionUnread' };

/** Every protocol in both roles, in the order of age. */
export function allProtocolStates(host: HostView): ProtocolRoleState[] {
  const states: ProtocolRoleState[] = [];
  for (const protocol of protocolNames) {
    for (const role of roleNames) states.push(host.protocol(protocol, role));
  }
  return states;
}
