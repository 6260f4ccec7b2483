// The judgement that both TLS 1.2 rules share, for one role.
import type { ProtocolRoleState, RoleName } from '../../effective/protocol-state.ts';
import type { Evidence, Outcome } from '../../engine/finding.ts';
import type { HostView } from '../../engine/host-view.ts';
import type { OsFacts } from '../../facts/os.ts';
import type { Remedy } from '../../remediation/remedy.ts';
import { gapReason } from '../not-checked.ts';

type Message =
  | 'on'
  | 'onPending'
  | 'off'
  | 'offPending'
  | 'offByDefault'
  | 'offByDefaultOfSystem'
  | 'notSupported'
  | 'wrongType'
  | 'unreadable'
  | 'unknownSystem';

export function judgeTls12(
  ruleId: string,
  state: ProtocolRoleState,
  os: OsFacts,
  host: HostView,
): Outcome<Message> {
  const evidence = protocolEvidence(state, { Enabled: '1', DisabledByDefault: '0' });
  const windows = host.windows?.label ?? os.productName;
  switch (state.stored) {
    case 'on':
      if (state.pending !== 'yes') return { verdict: 'pass', message: 'on', evidence };
      return { verdict: 'fail', message: 'onPending', evidence, restartOnly: true, remedy: restart(ruleId) };
    case 'off':
      return {
        verdict: 'fail',
        message: state.pending === 'yes' ? 'offPending' : 'off',
        evidence,
        remedy: enable(ruleId, state.role),
      };
    case 'offByDefault':
      return {
        verdict: 'fail',
        message: state.disabledByDefault ? 'offByDefault' : 'offByDefaultOfSystem',
        params: { windows },
        evidence,
        remedy: enable(ruleId, state.role),
      };
    case 'wrongType':
      return {
        verdict: 'fail',
        message: 'wrongType',
        params: wrongKind(state),
        evidence,
        remedy: enable(ruleId, state.role),
      };
    case 'notSupported':
      return { verdict: 'fail', message: 'notSupported', params: { windows }, evidence };
    case 'unreadable':
      return {
        verdict: 'notChecked',
        message: 'unreadable',
        evidence,
        because: gapReason(host, 'schannel', state.path),
      };
    case 'unknownSystem':
      return {
        verdict: 'notChecked',
        message: 'unknownSystem',
        params: { build: os.build },
        evidence,
        because: { section: 'os', reason: 'notSupported', code: 'unknownWindows', what: 'build' },
      };
  }
}

/** Both values of a role as evidence, absent ones included: an absent value is a finding too. */
export function protocolEvidence(
  state: ProtocolRoleState,
  expected: { Enabled: string; DisabledByDefault: string },
): Evidence[] {
  return (['Enabled', 'DisabledByDefault'] as const).map((name) => {
    const value = name === 'Enabled' ? state.enabled : state.disabledByDefault;
    return {
      source: state.path,
      name,
      value: value ? shown(value.data) : null,
      ...(value ? { kind: value.kind } : {}),
      expected: expected[name],
      ...(state.writtenAt === null ? {} : { writtenAt: state.writtenAt }),
    };
  });
}

function shown(data: number | string | string[]): number | string {
  return Array.isArray(data) ? data.join(', ') : data;
}

function wrongKind(state: ProtocolRoleState): { value: string; kind: string } {
  const wrong = [state.enabled, state.disabledByDefault].find((value) => value && value.kind !== 'REG_DWORD');
  return { value: wrong?.name ?? '', kind: wrong?.kind ?? '' };
}

function enable(ruleId: string, role: RoleName): Remedy {
  const path = `HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\${role}`;
  return {
    id: `${ruleId}#enable`,
    steps: [
      { do: 'setValue', path, name: 'Enabled', kind: 'REG_DWORD', data: 1 },
      { do: 'setValue', path, name: 'DisabledByDefault', kind: 'REG_DWORD', data: 0 },
      { do: 'restartWindows' },
    ],
  };
}

function restart(ruleId: string): Remedy {
  return {
    id: `${ruleId}#restart`,
    steps: [{ do: 'manual', step: 'maintenance' }, { do: 'restartWindows' }],
  };
}
