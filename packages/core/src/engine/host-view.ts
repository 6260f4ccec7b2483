// One host as the rules see it: its facts, and what several rules derive from them, computed once.
import {
  type ProtocolName,
  type ProtocolRoleState,
  protocolNames,
  type RoleName,
  resolveProtocol,
} from '../effective/protocol-state.ts';
import type { HostFacts, SectionData, SectionName } from '../facts/host-facts.ts';
import type { Gap } from '../facts/section.ts';
import { type PartInMail, partInMail } from '../part-in-mail/part-in-mail.ts';
import { protocolDefault } from '../reference/protocol-defaults.ts';
import { identifyWindows, type Windows } from '../reference/windows.ts';

export interface HostView {
  readonly facts: HostFacts;
  /** Time of judging, milliseconds since 1970. */
  readonly now: number;
  /** The same as a UTC text, for comparing with the texts of the facts. */
  readonly nowText: string;
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
}

const noGaps: readonly Gap[] = [];

export function createHostView(facts: HostFacts, now: Date): HostView {
  const states: Partial<Record<ProtocolName, Partial<Record<RoleName, ProtocolRoleState>>>> = {};
  const os = facts.sections.os.status === 'read' ? facts.sections.os.data : undefined;
  const schannel = facts.sections.schannel;
  let part: PartInMail | undefined;

  const view: HostView = {
    facts,
    now: now.getTime(),
    nowText: now.toISOString(),
    windows: os ? identifyWindows(os) : null,
    get part() {
      part ??= partInMail(view);
      return part;
    },
    section<N extends SectionName>(name: N) {
      const section = facts.sections[name];
      // The compiler cannot tie the data's type to the name across the union of sections.
      return section.status === 'read' ? (section.data as SectionData<N>) : undefined;
    },
    gaps(name) {
      const section = facts.sections[name];
      return section.status === 'read' ? section.gaps : noGaps;
    },
    gap(name, what) {
      return view.gaps(name).find((gap) => gap.what === what);
    },
    protocol(protocol, role) {
      states[protocol] ??= {};
      const roles = states[protocol];
      const known = roles[role];
      if (known) return known;
      const state = resolveProtocol(protocol, role, {
        protocols: schannel.status === 'read' ? schannel.data.protocols : [],
        gaps: schannel.status === 'read' ? schannel.gaps : [unreadSchannel],
        osDefault: view.windows ? protocolDefault(view.windows, protocol, role) : null,
        bootTime: os?.bootTime ?? null,
      });
      roles[role] = state;
      return state;
    },
  };
  return view;
}

const unreadSchannel: Gap = { what: 'HKLM', reason: 'failed', code: 'sectionUnread' };

/** Every protocol in both roles, in the order of age. */
export function allProtocolStates(host: HostView): ProtocolRoleState[] {
  return protocolNames.flatMap((name) => [host.protocol(name, 'Client'), host.protocol(name, 'Server')]);
}
